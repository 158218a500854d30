-- What is found is words as a dictionary has them, and the index keeps communities apart by itself.

-- Everything that can be found, as words with spaces between: those of the title and the body in
-- their order, other words they may be forms of, and the parts of compounds. `version` says which
-- analysis made them; 0 is not in the index yet, and is brought there while the bot serves.
CREATE TABLE documents_new (
    document_id INTEGER PRIMARY KEY,
    guild_id    INTEGER NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('tip', 'question')),
    item_id     INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    title       TEXT NOT NULL,
    body        TEXT NOT NULL,
    forms       TEXT NOT NULL,
    parts       TEXT NOT NULL,
    UNIQUE (guild_id, kind, item_id)
) STRICT;
INSERT INTO documents_new
    SELECT document_id, guild_id, kind, item_id, 0, '', '', '', '' FROM documents ORDER BY document_id;
DROP TABLE documents_index;
DROP TABLE documents;
ALTER TABLE documents_new RENAME TO documents;

-- Kept in step by data/search.py: a trigger may not write to it under trusted_schema = OFF. Each
-- word in it begins with its community and kind, so that no search meets a word of another one.
CREATE VIRTUAL TABLE documents_index USING fts5 (
    title, body, forms, parts,
    content = '',
    prefix = '19',
    tokenize = "ascii"
);
-- The index's words and how many documents have them; it keeps nothing of its own.
CREATE VIRTUAL TABLE documents_words USING fts5vocab (documents_index, row);

-- How much there is to find, for the ranking: counts and characters.
CREATE TABLE document_sizes (
    guild_id  INTEGER NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('tip', 'question')),
    documents INTEGER NOT NULL,
    title     INTEGER NOT NULL,
    body      INTEGER NOT NULL,
    PRIMARY KEY (guild_id, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO document_sizes
    SELECT guild_id, kind, count(*), 0, 0 FROM documents GROUP BY guild_id, kind;

CREATE TRIGGER document_added AFTER INSERT ON documents BEGIN
    INSERT INTO document_sizes (guild_id, kind, documents, title, body)
        VALUES (NEW.guild_id, NEW.kind, 1, length(NEW.title), length(NEW.body))
        ON CONFLICT DO UPDATE SET documents = documents + 1,
            title = title + excluded.title, body = body + excluded.body;
END;
CREATE TRIGGER document_changed AFTER UPDATE OF title, body ON documents BEGIN
    UPDATE document_sizes SET title = title + length(NEW.title) - length(OLD.title),
        body = body + length(NEW.body) - length(OLD.body)
        WHERE guild_id = NEW.guild_id AND kind = NEW.kind;
END;
CREATE TRIGGER document_removed AFTER DELETE ON documents BEGIN
    UPDATE document_sizes SET documents = documents - 1,
        title = title - length(OLD.title), body = body - length(OLD.body)
        WHERE guild_id = OLD.guild_id AND kind = OLD.kind;
    DELETE FROM document_sizes
        WHERE guild_id = OLD.guild_id AND kind = OLD.kind AND documents = 0;
END;

-- Words that mean the same in a community, a line for each: "salasana = password". Without a row,
-- the starting list counts. `before` is what stood there until the last change, to undo it.
CREATE TABLE synonyms (
    guild_id INTEGER PRIMARY KEY,
    text     TEXT NOT NULL,
    before   TEXT
) STRICT;
