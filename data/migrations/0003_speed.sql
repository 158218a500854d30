-- While somebody types, a word is its first letters: beginnings are indexed, so that no search has
-- to gather every word that begins so.
DROP TABLE documents_index;
CREATE VIRTUAL TABLE documents_index USING fts5 (
    scope, title, body,
    content = 'documents', content_rowid = 'document_id',
    prefix = '1 2 3 4',
    tokenize = "unicode61 remove_diacritics 0"
);
INSERT INTO documents_index (documents_index) VALUES ('rebuild');

-- What counts for the daily quotas, beside the thousands that an import may bring on one day.
CREATE INDEX tips_by_day ON tips (guild_id, shared_at, sharer_id) WHERE import_id IS NULL;
