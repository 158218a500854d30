-- Every table that holds a community's data carries guild_id in its keys, and children refer to
-- their parent by (guild_id, id): a row of one community cannot point into another.
-- Times are UTC seconds since 1970. Ids of Discord are integers.

CREATE TABLE migrations (
    version  INTEGER PRIMARY KEY,
    name     TEXT NOT NULL,
    checksum TEXT NOT NULL
) STRICT;

-- What the bot remembers for itself, e.g. the hash of the commands it last synced.
CREATE TABLE bot_state (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE communities (
    guild_id              INTEGER PRIMARY KEY,
    language              TEXT CHECK (language IN ('en', 'fi')),
    timezone              TEXT,
    tips_channel_id       INTEGER,
    questions_channel_id  INTEGER,
    prompts_channel_id    INTEGER,
    moderators_channel_id INTEGER,
    moderator_role_id     INTEGER
) STRICT;

CREATE TABLE members (
    guild_id INTEGER NOT NULL,
    user_id  INTEGER NOT NULL,
    language TEXT CHECK (language IN ('en', 'fi')),
    PRIMARY KEY (guild_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tips (
    tip_id     INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id   INTEGER NOT NULL,
    link_key   TEXT NOT NULL,
    url        TEXT NOT NULL,
    host       TEXT NOT NULL,
    note       TEXT NOT NULL,
    sharer_id  INTEGER NOT NULL,
    shared_at  INTEGER NOT NULL,
    channel_id INTEGER,
    message_id INTEGER,
    -- Who may see the tip: those who may see this channel; everybody when it is the guild's id.
    place_id   INTEGER,
    UNIQUE (guild_id, tip_id)
) STRICT;
CREATE UNIQUE INDEX tips_by_key ON tips (guild_id, link_key);
CREATE INDEX tips_by_sharer ON tips (guild_id, sharer_id, shared_at);
CREATE INDEX tips_by_time ON tips (guild_id, shared_at);
CREATE INDEX tips_by_place ON tips (guild_id, place_id, tip_id);
CREATE INDEX tips_by_message ON tips (guild_id, message_id);

CREATE TABLE tip_topics (
    guild_id INTEGER NOT NULL,
    tip_id   INTEGER NOT NULL,
    topic    TEXT NOT NULL,
    PRIMARY KEY (guild_id, tip_id, topic),
    FOREIGN KEY (guild_id, tip_id) REFERENCES tips (guild_id, tip_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX tip_topics_by_topic ON tip_topics (guild_id, topic);

CREATE TABLE tip_thanks (
    guild_id   INTEGER NOT NULL,
    tip_id     INTEGER NOT NULL,
    user_id    INTEGER NOT NULL,
    thanked_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, tip_id, user_id),
    FOREIGN KEY (guild_id, tip_id) REFERENCES tips (guild_id, tip_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE prompts (
    prompt_id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id  INTEGER NOT NULL,
    text      TEXT NOT NULL,
    theme     TEXT NOT NULL DEFAULT '',
    author_id INTEGER,
    added_at  INTEGER NOT NULL,
    UNIQUE (guild_id, prompt_id)
) STRICT;

-- A weekly (or rarer) post. `kind` says which feature writes it.
CREATE TABLE schedules (
    schedule_id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id    INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    channel_id  INTEGER NOT NULL,
    weekday     INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    minute      INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
    every       TEXT NOT NULL CHECK (every IN ('week', 'two weeks', 'month')),
    first_date  TEXT NOT NULL,
    visibility  TEXT NOT NULL CHECK (visibility IN ('open', 'private', 'choice')),
    created_by  INTEGER,
    next_date   TEXT NOT NULL,
    next_due    INTEGER NOT NULL,
    UNIQUE (guild_id, schedule_id)
) STRICT;
CREATE INDEX schedules_by_due ON schedules (next_due);

-- One row for each post that is due, unique on (schedule, local date, slot): the promise that a
-- post is made at most once. It outlives its schedule, because people answered the post.
CREATE TABLE deliveries (
    delivery_id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id    INTEGER NOT NULL,
    schedule_id INTEGER,
    kind        TEXT NOT NULL,
    local_date  TEXT NOT NULL,
    slot        INTEGER NOT NULL DEFAULT 0,
    visibility  TEXT NOT NULL CHECK (visibility IN ('open', 'private', 'choice')),
    state       TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'skipped')),
    reason      TEXT NOT NULL DEFAULT '',
    due_at      INTEGER NOT NULL,
    try_at      INTEGER NOT NULL,
    tries       INTEGER NOT NULL DEFAULT 0,
    sending_at  INTEGER,
    prompt_id   INTEGER,
    prompt_text TEXT NOT NULL DEFAULT '',
    channel_id  INTEGER NOT NULL,
    message_id  INTEGER,
    thread_id   INTEGER,
    UNIQUE (guild_id, delivery_id)
) STRICT;
CREATE UNIQUE INDEX deliveries_once ON deliveries (guild_id, schedule_id, local_date, slot);
CREATE INDEX deliveries_to_do ON deliveries (try_at) WHERE state IN ('pending', 'sending');
CREATE INDEX deliveries_by_thread ON deliveries (guild_id, thread_id);
CREATE INDEX deliveries_by_prompt ON deliveries (guild_id, prompt_id);

CREATE TABLE reflections (
    reflection_id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id      INTEGER NOT NULL,
    delivery_id   INTEGER NOT NULL,
    user_id       INTEGER NOT NULL,
    text          TEXT NOT NULL,
    visibility    TEXT NOT NULL CHECK (visibility IN ('open', 'private')),
    written_at    INTEGER NOT NULL,
    channel_id    INTEGER,
    message_id    INTEGER,
    UNIQUE (guild_id, delivery_id, user_id),
    FOREIGN KEY (guild_id, delivery_id) REFERENCES deliveries (guild_id, delivery_id)
) STRICT;
CREATE INDEX reflections_by_message ON reflections (guild_id, message_id);
CREATE INDEX reflections_by_user ON reflections (guild_id, user_id, written_at);

CREATE TABLE questions (
    question_id       INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id          INTEGER NOT NULL,
    asker_id          INTEGER NOT NULL,
    title             TEXT NOT NULL,
    details           TEXT NOT NULL,
    state             TEXT NOT NULL CHECK (state IN ('open', 'solved')),
    asked_at          INTEGER NOT NULL,
    solved_at         INTEGER,
    channel_id        INTEGER,
    thread_id         INTEGER,
    card_channel_id   INTEGER,
    card_message_id   INTEGER,
    answer_message_id INTEGER,
    answer_author_id  INTEGER,
    answer_text       TEXT NOT NULL DEFAULT '',
    -- 1 from a change of state until the card shows it.
    card_stale        INTEGER NOT NULL DEFAULT 0,
    UNIQUE (guild_id, question_id)
) STRICT;
CREATE UNIQUE INDEX questions_by_thread ON questions (guild_id, thread_id);
CREATE INDEX questions_by_state ON questions (guild_id, state, asked_at);
CREATE INDEX questions_by_answer ON questions (guild_id, answer_message_id);
CREATE INDEX questions_by_card ON questions (guild_id, card_message_id);
CREATE INDEX questions_stale ON questions (guild_id) WHERE card_stale = 1;
CREATE INDEX questions_by_channel ON questions (guild_id, channel_id);
CREATE INDEX questions_by_time ON questions (guild_id, asked_at);
CREATE INDEX questions_by_asker ON questions (guild_id, asker_id, asked_at);

CREATE TABLE question_topics (
    guild_id    INTEGER NOT NULL,
    question_id INTEGER NOT NULL,
    topic       TEXT NOT NULL,
    PRIMARY KEY (guild_id, question_id, topic),
    FOREIGN KEY (guild_id, question_id) REFERENCES questions (guild_id, question_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What an erasure still has to take out of Discord: a message to delete, or a thread to rename.
-- It names nobody.
CREATE TABLE leftovers (
    guild_id   INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    PRIMARY KEY (guild_id, channel_id, message_id)
) STRICT, WITHOUT ROWID;

-- Everything that can be found. `scope` holds the words g<guild> and k<kind>, so that a search is
-- kept inside one community by the index itself.
CREATE TABLE documents (
    document_id INTEGER PRIMARY KEY,
    guild_id    INTEGER NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('tip', 'question')),
    item_id     INTEGER NOT NULL,
    scope       TEXT NOT NULL,
    title       TEXT NOT NULL,
    body        TEXT NOT NULL,
    UNIQUE (guild_id, kind, item_id)
) STRICT;

-- Kept in step by data/search.py: a trigger may not write to it under trusted_schema = OFF.
-- Finnish ä and ö are letters of their own, so diacritics stay.
CREATE VIRTUAL TABLE documents_index USING fts5 (
    scope, title, body,
    content = 'documents', content_rowid = 'document_id',
    tokenize = "unicode61 remove_diacritics 0"
);
