-- Prompts people answer: a pool with a life-cycle, schedules that pause, anonymous answers.

-- How long a used prompt rests, and how many anonymous answers there must be before any is shown.
ALTER TABLE communities ADD COLUMN rest_weeks INTEGER NOT NULL DEFAULT 26;
ALTER TABLE communities ADD COLUMN anonymous_least INTEGER NOT NULL DEFAULT 3
    CHECK (anonymous_least >= 3);
-- UTC seconds of when moderators were told that the pool runs low; NULL once it does not.
ALTER TABLE communities ADD COLUMN low_pool_told_at INTEGER;

-- Local dates on which nothing is posted.
CREATE TABLE holidays (
    guild_id   INTEGER NOT NULL,
    local_date TEXT NOT NULL,
    PRIMARY KEY (guild_id, local_date)
) STRICT, WITHOUT ROWID;

-- One reminder a prompt, for those who want it; nobody is written to while away.
ALTER TABLE members ADD COLUMN reflect_reminders INTEGER NOT NULL DEFAULT 0;
ALTER TABLE members ADD COLUMN away_until INTEGER;
CREATE INDEX members_away ON members (away_until) WHERE away_until IS NOT NULL;

-- `position` is the order of use, the smallest first. `starter` names the starter set's prompt, so
-- that a set can be added again without doubles. A suggestion waits for a moderator.
ALTER TABLE prompts ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
ALTER TABLE prompts ADD COLUMN state TEXT NOT NULL DEFAULT 'ready'
    CHECK (state IN ('suggested', 'ready', 'retired'));
ALTER TABLE prompts ADD COLUMN starter TEXT NOT NULL DEFAULT '';
UPDATE prompts SET position = prompt_id;
CREATE INDEX prompts_by_place ON prompts (guild_id, state, position);

-- Rebuilt, because a check cannot be altered: answers can be anonymous. The numbers go on where they
-- were, as the rows of what is gone name them. A schedule takes prompts in
-- order or at random, of one theme or of all ('').  It is paused from `paused_at` on, until a local
-- date or for good; 'quiet' when nobody had answered three in a row, counted from `counts_from` on
-- (UTC seconds), and `untold` until moderators know. Runs up to the local date `skipped_to` are left out.
CREATE TABLE schedules_new (
    schedule_id  INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id     INTEGER NOT NULL,
    kind         TEXT NOT NULL,
    channel_id   INTEGER NOT NULL,
    weekday      INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    minute       INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
    every        TEXT NOT NULL CHECK (every IN ('week', 'two weeks', 'month')),
    first_date   TEXT NOT NULL,
    visibility   TEXT NOT NULL CHECK (visibility IN ('open', 'anonymous', 'private', 'choice')),
    created_by   INTEGER,
    next_date    TEXT NOT NULL,
    next_due     INTEGER NOT NULL,
    pick         TEXT NOT NULL DEFAULT 'order' CHECK (pick IN ('order', 'random')),
    theme        TEXT NOT NULL DEFAULT '',
    paused_at    INTEGER,
    paused_until TEXT,
    paused_why   TEXT NOT NULL DEFAULT '' CHECK (paused_why IN ('', 'moderator', 'quiet')),
    skipped_to   TEXT,
    counts_from  INTEGER NOT NULL DEFAULT 0,
    untold       INTEGER NOT NULL DEFAULT 0,
    UNIQUE (guild_id, schedule_id)
) STRICT;
INSERT INTO schedules_new (schedule_id, guild_id, kind, channel_id, weekday, minute, every,
    first_date, visibility, created_by, next_date, next_due)
    SELECT schedule_id, guild_id, kind, channel_id, weekday, minute, every,
        first_date, visibility, created_by, next_date, next_due FROM schedules;
DELETE FROM sqlite_sequence WHERE name = 'schedules_new';
INSERT INTO sqlite_sequence SELECT 'schedules_new', seq FROM sqlite_sequence WHERE name = 'schedules';
DROP TABLE schedules;
ALTER TABLE schedules_new RENAME TO schedules;
-- A pause that ends has its next run after it already.
CREATE INDEX schedules_by_due ON schedules (next_due)
    WHERE paused_at IS NULL OR paused_until IS NOT NULL;
CREATE INDEX schedules_untold ON schedules (schedule_id) WHERE untold = 1;

-- `closed_at` is set when the next prompt came and the card was edited to say how many reflected,
-- `reminders_put` once those who want to be reminded of the prompt have their notice, `untold` while
-- moderators are still to be told that it was skipped or failed.
CREATE TABLE deliveries_new (
    delivery_id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id    INTEGER NOT NULL,
    schedule_id INTEGER,
    kind        TEXT NOT NULL,
    local_date  TEXT NOT NULL,
    slot        INTEGER NOT NULL DEFAULT 0,
    visibility  TEXT NOT NULL CHECK (visibility IN ('open', 'anonymous', 'private', 'choice')),
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
    closed_at   INTEGER,
    reminders_put INTEGER NOT NULL DEFAULT 0,
    untold      INTEGER NOT NULL DEFAULT 0,
    UNIQUE (guild_id, delivery_id)
) STRICT;
INSERT INTO deliveries_new SELECT *, NULL, 1, 0 FROM deliveries;
DELETE FROM sqlite_sequence WHERE name = 'deliveries_new';
INSERT INTO sqlite_sequence SELECT 'deliveries_new', seq FROM sqlite_sequence WHERE name = 'deliveries';
DROP TABLE deliveries;
ALTER TABLE deliveries_new RENAME TO deliveries;
CREATE UNIQUE INDEX deliveries_once ON deliveries (guild_id, schedule_id, local_date, slot);
CREATE INDEX deliveries_to_do ON deliveries (try_at, guild_id) WHERE state IN ('pending', 'sending');
CREATE INDEX deliveries_by_thread ON deliveries (guild_id, thread_id);
CREATE INDEX deliveries_by_prompt ON deliveries (guild_id, prompt_id);
CREATE INDEX deliveries_open ON deliveries (delivery_id)
    WHERE kind = 'prompt' AND state = 'sent' AND closed_at IS NULL;
CREATE INDEX deliveries_unreminded ON deliveries (delivery_id)
    WHERE kind = 'prompt' AND state = 'sent' AND reminders_put = 0;
CREATE INDEX deliveries_untold ON deliveries (due_at) WHERE untold = 1;

-- Communities that removed the bot. What is kept of them goes some time after.
CREATE TABLE departures (
    guild_id INTEGER PRIMARY KEY,
    left_at  INTEGER NOT NULL
) STRICT;

-- A channel that Discord does not let us post to, or that is gone: told once, and looked at again at
-- `probe_at` (UTC seconds). NULL once it seemed open; the first post that gets through ends it.
CREATE TABLE channel_pauses (
    guild_id   INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    why        TEXT NOT NULL CHECK (why IN ('forbidden', 'gone')),
    probe_at   INTEGER,
    PRIMARY KEY (guild_id, channel_id)
) STRICT, WITHOUT ROWID;

-- One small intention, and what came of it by the next prompt. Both are the writer's alone unless
-- `intention_shown`.
ALTER TABLE reflections ADD COLUMN intention TEXT NOT NULL DEFAULT '';
ALTER TABLE reflections ADD COLUMN intention_shown INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reflections ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
ALTER TABLE reflections ADD COLUMN edited_at INTEGER;

-- Anonymous answers name nobody: `author` is a hash of the writer, this community and this prompt
-- with a key that is not in the database, so two prompts' answers cannot be linked. There is no time,
-- and the id is random, so nothing tells who answered when. 'held' until `least` people answered,
-- as was promised to the writer; 'shown' is to be posted from then on, and posted with a message_id;
-- 'short' when the prompt closed before that, 'removed' when it was taken out of Discord. The
-- intention and its outcome are the writer's alone.
CREATE TABLE anonymous_answers (
    answer_id   INTEGER PRIMARY KEY,
    guild_id    INTEGER NOT NULL,
    delivery_id INTEGER NOT NULL,
    author      BLOB NOT NULL,
    text        TEXT NOT NULL,
    intention   TEXT NOT NULL DEFAULT '',
    outcome     TEXT NOT NULL DEFAULT '',
    least       INTEGER NOT NULL CHECK (least >= 3),
    state       TEXT NOT NULL DEFAULT 'held'
        CHECK (state IN ('held', 'shown', 'short', 'removed')),
    channel_id  INTEGER,
    message_id  INTEGER,
    UNIQUE (guild_id, answer_id),
    UNIQUE (guild_id, delivery_id, author),
    FOREIGN KEY (guild_id, delivery_id) REFERENCES deliveries (guild_id, delivery_id)
) STRICT;
CREATE INDEX anonymous_answers_by_message ON anonymous_answers (guild_id, message_id);
CREATE INDEX anonymous_answers_unsettled ON anonymous_answers (guild_id, delivery_id)
    WHERE (state <> 'shown' OR message_id IS NULL);

-- Who may not answer anonymously any more: the writer of one answer, known by its hash alone.
CREATE TABLE anonymous_blocks (
    guild_id    INTEGER NOT NULL,
    delivery_id INTEGER NOT NULL,
    author      BLOB NOT NULL,
    blocked_by  INTEGER,
    blocked_at  INTEGER NOT NULL,
    PRIMARY KEY (guild_id, delivery_id, author)
) STRICT, WITHOUT ROWID;
