-- Questions that nobody leaves alone: closed with a reason, asked without a name, with helpers.

-- Rebuilt, because a check cannot be altered; the numbers go on where they were. Without a name
-- `asker_id` is NULL and `asker` a hash of who asked, this community and this question with a key that
-- is not in the database. `closed_why` and `closed_words` say how a closed one ended, `duplicate_of` with
-- which it goes on. `active_at` is when somebody last wrote in the thread (UTC seconds), `answered_at` when
-- somebody else than the asker first did, `idle_at` when the asker was asked whether they still need help.
-- `nudge_at` is when helpers are looked for, `check_at` when they are asked whether the answer still holds;
-- NULL when never again. `outdated_at` is when one of them said it does not. `by_hand` is a post somebody
-- made themselves, `born_of` what a question grew from. `thanked` is 1 when the accepted answer counts as
-- thanks, `thanks_asked` when the asker was asked whether an answer they thanked for solved it.
CREATE TABLE questions_new (
    question_id       INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id          INTEGER NOT NULL,
    asker_id          INTEGER,
    asker             BLOB,
    title             TEXT NOT NULL,
    details           TEXT NOT NULL,
    state             TEXT NOT NULL CHECK (state IN ('open', 'solved', 'closed')),
    closed_why        TEXT NOT NULL DEFAULT ''
        CHECK (closed_why IN ('', 'duplicate', 'unneeded', 'moderator', 'idle')),
    closed_words      TEXT NOT NULL DEFAULT '',
    closed_by         INTEGER,
    duplicate_of      INTEGER,
    asked_at          INTEGER NOT NULL,
    solved_at         INTEGER,
    channel_id        INTEGER,
    thread_id         INTEGER,
    card_channel_id   INTEGER,
    card_message_id   INTEGER,
    answer_message_id INTEGER,
    answer_author_id  INTEGER,
    answer_text       TEXT NOT NULL DEFAULT '',
    thanked           INTEGER NOT NULL DEFAULT 0,
    outdated_at       INTEGER,
    -- 1 from a change of state until the card shows it.
    card_stale        INTEGER NOT NULL DEFAULT 0,
    by_hand           INTEGER NOT NULL DEFAULT 0,
    born_of           TEXT NOT NULL DEFAULT '' CHECK (born_of IN ('', 'reflection')),
    active_at         INTEGER NOT NULL,
    answered_at       INTEGER,
    idle_at           INTEGER,
    thanks_asked      INTEGER NOT NULL DEFAULT 0,
    nudge_at          INTEGER,
    check_at          INTEGER,
    tip_id            INTEGER,
    -- The answer whose author was asked whether it may become a tip.
    keep_asked        INTEGER,
    CHECK (asker_id IS NULL OR asker IS NULL),
    UNIQUE (guild_id, question_id)
) STRICT;
INSERT INTO questions_new (question_id, guild_id, asker_id, title, details, state, asked_at,
    solved_at, channel_id, thread_id, card_channel_id, card_message_id, answer_message_id,
    answer_author_id, answer_text, card_stale, active_at)
    SELECT question_id, guild_id, asker_id, title, details, state, asked_at,
        solved_at, channel_id, thread_id, card_channel_id, card_message_id, answer_message_id,
        answer_author_id, answer_text, card_stale, asked_at FROM questions;
DELETE FROM sqlite_sequence WHERE name = 'questions_new';
INSERT INTO sqlite_sequence SELECT 'questions_new', seq FROM sqlite_sequence WHERE name = 'questions';
DROP TABLE questions;
ALTER TABLE questions_new RENAME TO questions;
CREATE UNIQUE INDEX questions_by_thread ON questions (guild_id, thread_id);
CREATE INDEX questions_by_state ON questions (guild_id, state, asked_at);
CREATE INDEX questions_by_answer ON questions (guild_id, answer_message_id);
CREATE INDEX questions_by_card ON questions (guild_id, card_message_id);
CREATE INDEX questions_stale ON questions (guild_id) WHERE card_stale = 1;
CREATE INDEX questions_by_channel ON questions (guild_id, channel_id);
CREATE INDEX questions_by_time ON questions (guild_id, asked_at);
CREATE INDEX questions_by_asker ON questions (guild_id, asker_id, asked_at);
CREATE INDEX questions_by_helper ON questions (guild_id, answer_author_id)
    WHERE answer_author_id IS NOT NULL;
CREATE INDEX questions_unnamed ON questions (guild_id) WHERE asker IS NOT NULL;
CREATE INDEX questions_to_nudge ON questions (nudge_at)
    WHERE state = 'open' AND nudge_at IS NOT NULL;
CREATE INDEX questions_to_check ON questions (check_at)
    WHERE state = 'solved' AND check_at IS NOT NULL;
CREATE INDEX questions_quiet ON questions (active_at) WHERE state = 'open';
CREATE INDEX questions_duplicates ON questions (guild_id, duplicate_of)
    WHERE duplicate_of IS NOT NULL;
-- What was the same as a question that is gone is the same as none, and no card names it any more.
CREATE TRIGGER questions_original_gone AFTER DELETE ON questions BEGIN
    UPDATE questions SET duplicate_of = NULL, card_stale = 1
    WHERE guild_id = OLD.guild_id AND duplicate_of = OLD.question_id;
END;

-- Who helps with a question, who wants to hear how it ends, and who was looked for to help.
CREATE TABLE question_people (
    guild_id    INTEGER NOT NULL,
    question_id INTEGER NOT NULL,
    user_id     INTEGER NOT NULL,
    helps       INTEGER NOT NULL DEFAULT 0,
    follows     INTEGER NOT NULL DEFAULT 0,
    -- 'asked' by name in the helpers' channel, or 'declined' with Not now.
    called      TEXT NOT NULL DEFAULT '' CHECK (called IN ('', 'asked', 'declined')),
    PRIMARY KEY (guild_id, question_id, user_id),
    FOREIGN KEY (guild_id, question_id) REFERENCES questions (guild_id, question_id)
        ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX question_people_by_user ON question_people (guild_id, user_id);

-- Answers that helped besides the accepted one: whose they are and where they stand.
CREATE TABLE question_helpful (
    guild_id    INTEGER NOT NULL,
    question_id INTEGER NOT NULL,
    message_id  INTEGER NOT NULL,
    author_id   INTEGER NOT NULL,
    marked_by   INTEGER,
    marked_at   INTEGER NOT NULL,
    thanked     INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (guild_id, question_id, message_id),
    FOREIGN KEY (guild_id, question_id) REFERENCES questions (guild_id, question_id)
        ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX question_helpful_by_author ON question_helpful (guild_id, author_id);

-- Who would help with what, as they wrote it and as it is called now, and when they were last asked to.
CREATE TABLE helper_topics (
    guild_id INTEGER NOT NULL,
    user_id  INTEGER NOT NULL,
    written  TEXT NOT NULL,
    topic    TEXT NOT NULL,
    asked_at INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (guild_id, user_id, written)
) STRICT, WITHOUT ROWID;
CREATE INDEX helper_topics_by_topic ON helper_topics (guild_id, topic);

-- What is posted by itself about a question, each once: 'call' looks for helpers, 'idle' asks the asker
-- whether they still need help, 'check' asks whether an answer still holds. `sending_at` is from when on it
-- may stand in the channel; `message_id` is NULL until that is known, and 0 when it was deleted since.
-- `stale` counts changes that it does not show. It outlives its question, until it is deleted in Discord.
CREATE TABLE question_posts (
    guild_id    INTEGER NOT NULL,
    question_id INTEGER NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('call', 'idle', 'check')),
    channel_id  INTEGER NOT NULL,
    sending_at  INTEGER NOT NULL,
    message_id  INTEGER,
    stale       INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (guild_id, question_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX question_posts_undone ON question_posts (guild_id)
    WHERE message_id IS NULL OR stale > 0;
CREATE TRIGGER question_post_changed
AFTER UPDATE OF title, state, closed_why, answered_at, idle_at, outdated_at, check_at ON questions
WHEN OLD.title <> NEW.title OR OLD.state <> NEW.state OR OLD.closed_why <> NEW.closed_why
    OR OLD.answered_at IS NOT NEW.answered_at OR OLD.idle_at IS NOT NEW.idle_at
    OR OLD.outdated_at IS NOT NEW.outdated_at OR OLD.check_at IS NOT NEW.check_at BEGIN
    UPDATE question_posts SET stale = stale + 1
        WHERE guild_id = NEW.guild_id AND question_id = NEW.question_id;
END;
CREATE TRIGGER question_post_orphaned AFTER DELETE ON questions BEGIN
    UPDATE question_posts SET stale = stale + 1
        WHERE guild_id = OLD.guild_id AND question_id = OLD.question_id;
END;
-- A call names who is asked to help, and who does.
CREATE TRIGGER question_helper_came AFTER INSERT ON question_people
WHEN NEW.helps = 1 OR NEW.called <> '' BEGIN
    UPDATE question_posts SET stale = stale + 1
        WHERE guild_id = NEW.guild_id AND question_id = NEW.question_id AND kind = 'call';
END;
CREATE TRIGGER question_helper_changed AFTER UPDATE OF helps, called ON question_people
WHEN OLD.helps <> NEW.helps OR OLD.called <> NEW.called BEGIN
    UPDATE question_posts SET stale = stale + 1
        WHERE guild_id = NEW.guild_id AND question_id = NEW.question_id AND kind = 'call';
END;
CREATE TRIGGER question_helper_gone AFTER DELETE ON question_people
WHEN OLD.helps = 1 OR OLD.called <> '' BEGIN
    UPDATE question_posts SET stale = stale + 1
        WHERE guild_id = OLD.guild_id AND question_id = OLD.question_id AND kind = 'call';
END;

-- How often earlier questions were shown before a thread was made, and what came of it.
CREATE TABLE similar_counts (
    guild_id INTEGER NOT NULL,
    outcome  TEXT NOT NULL CHECK (outcome IN ('shown', 'solved', 'asked')),
    count    INTEGER NOT NULL,
    PRIMARY KEY (guild_id, outcome)
) STRICT, WITHOUT ROWID;

-- Who said that a solved question of somebody else solved theirs too.
CREATE TABLE question_thanks (
    guild_id    INTEGER NOT NULL,
    question_id INTEGER NOT NULL,
    user_id     INTEGER NOT NULL,
    thanked_at  INTEGER NOT NULL,
    PRIMARY KEY (guild_id, question_id, user_id),
    FOREIGN KEY (guild_id, question_id) REFERENCES questions (guild_id, question_id)
        ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX question_thanks_by_user ON question_thanks (guild_id, user_id);

-- What somebody is about to ask, until they say whether an earlier question solved it. Without a name
-- `user_id` is 0: it belongs to whoever knows its number, which is chosen at random.
CREATE TABLE question_drafts (
    draft_id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id INTEGER NOT NULL,
    user_id  INTEGER NOT NULL,
    title    TEXT NOT NULL,
    details  TEXT NOT NULL,
    topics   TEXT NOT NULL,
    unnamed  INTEGER NOT NULL DEFAULT 0,
    born_of  TEXT NOT NULL DEFAULT '',
    -- Where it was written; our card there, if all see it.
    place_id INTEGER NOT NULL,
    message_id INTEGER,
    made_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX question_drafts_by_user ON question_drafts (guild_id, user_id, made_at);
CREATE INDEX question_drafts_by_time ON question_drafts (made_at);

-- Who may not ask without a name any more: the asker of one question, known by its hash alone.
CREATE TABLE question_blocks (
    guild_id    INTEGER NOT NULL,
    question_id INTEGER NOT NULL,
    asker       BLOB NOT NULL,
    blocked_by  INTEGER,
    blocked_at  INTEGER NOT NULL,
    PRIMARY KEY (guild_id, question_id)
) STRICT, WITHOUT ROWID;

-- What the asker of a nameless question added through the bot, to be taken out with it. Below zero while it
-- is being posted: a number of the same make as a message's, which tells when that began.
CREATE TABLE question_replies (
    guild_id    INTEGER NOT NULL,
    question_id INTEGER NOT NULL,
    message_id  INTEGER NOT NULL,
    PRIMARY KEY (guild_id, question_id, message_id),
    FOREIGN KEY (guild_id, question_id) REFERENCES questions (guild_id, question_id)
        ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX question_replies_by_message ON question_replies (guild_id, message_id);
CREATE INDEX question_replies_begun ON question_replies (guild_id) WHERE message_id < 0;

-- The question whose accepted answer a tip was made of.
ALTER TABLE tips ADD COLUMN question_id INTEGER;

ALTER TABLE communities ADD COLUMN helpers_channel_id INTEGER;
ALTER TABLE communities ADD COLUMN helper_role_id INTEGER;
-- After how many hours helpers are looked for; 0 for never. Not between these minutes of the day.
ALTER TABLE communities ADD COLUMN nudge_hours INTEGER NOT NULL DEFAULT 24;
ALTER TABLE communities ADD COLUMN quiet_from INTEGER NOT NULL DEFAULT 1260;
ALTER TABLE communities ADD COLUMN quiet_to INTEGER NOT NULL DEFAULT 480;
-- After how many days of silence an asker is asked whether they still need help, and after how many
-- months helpers are asked whether an answer still holds; 0 for never.
ALTER TABLE communities ADD COLUMN idle_days INTEGER NOT NULL DEFAULT 14;
ALTER TABLE communities ADD COLUMN check_months INTEGER NOT NULL DEFAULT 6;
-- UTC seconds of when moderators were last told how many questions are open.
ALTER TABLE communities ADD COLUMN open_told_at INTEGER;
-- The newest post in the questions forum that was looked at, or what would be its number when the forum was
-- chosen: those after it were made while nobody looked.
ALTER TABLE communities ADD COLUMN last_post_id INTEGER;
