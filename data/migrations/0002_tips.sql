-- A tip's life after it was shared: notes of several people, saves, reminders, moderation, digests.

-- 'hidden' by a moderator keeps the link out; 'removed' can be restored for 30 days, and the link
-- may be shared anew meanwhile. `card_stale` is 1 from a change until the card shows it.
ALTER TABLE tips ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE tips ADD COLUMN state TEXT NOT NULL DEFAULT 'live'
    CHECK (state IN ('live', 'hidden', 'removed'));
ALTER TABLE tips ADD COLUMN state_at INTEGER;
ALTER TABLE tips ADD COLUMN state_by INTEGER;
ALTER TABLE tips ADD COLUMN featured_at INTEGER;
ALTER TABLE tips ADD COLUMN outdated_at INTEGER;
ALTER TABLE tips ADD COLUMN checked_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tips ADD COLUMN dead_since INTEGER;
ALTER TABLE tips ADD COLUMN import_id INTEGER;
ALTER TABLE tips ADD COLUMN card_stale INTEGER NOT NULL DEFAULT 0;

-- One tip for a link and the people who see it: a link that stands in a hidden channel can be
-- shared in an open one, and nobody learns that it was there.
DROP INDEX tips_by_key;
CREATE UNIQUE INDEX tips_by_key ON tips (guild_id, link_key, place_id) WHERE state <> 'removed';
CREATE INDEX tips_out_of_sight ON tips (guild_id, state, state_at) WHERE state <> 'live';
CREATE INDEX tips_stale ON tips (guild_id) WHERE card_stale = 1;
CREATE INDEX tips_by_check ON tips (checked_at) WHERE state = 'live';
CREATE INDEX tips_by_import ON tips (guild_id, import_id) WHERE import_id IS NOT NULL;
CREATE INDEX tips_featured ON tips (guild_id, featured_at) WHERE featured_at IS NOT NULL;

ALTER TABLE tip_thanks ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
CREATE INDEX tip_thanks_by_user ON tip_thanks (guild_id, user_id);
CREATE INDEX tip_thanks_by_time ON tip_thanks (guild_id, thanked_at);

-- What others add to the sharer's own note.
CREATE TABLE tip_notes (
    guild_id   INTEGER NOT NULL,
    tip_id     INTEGER NOT NULL,
    user_id    INTEGER NOT NULL,
    note       TEXT NOT NULL,
    written_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, tip_id, user_id),
    FOREIGN KEY (guild_id, tip_id) REFERENCES tips (guild_id, tip_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX tip_notes_by_user ON tip_notes (guild_id, user_id);

CREATE TABLE tip_saves (
    guild_id INTEGER NOT NULL,
    user_id  INTEGER NOT NULL,
    tip_id   INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, user_id, tip_id),
    FOREIGN KEY (guild_id, tip_id) REFERENCES tips (guild_id, tip_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX tip_saves_by_tip ON tip_saves (guild_id, tip_id);

-- Topics keep what was written, so that a merge or a new name can be undone; `topic` is what counts.
CREATE TABLE tip_topics_kept (
    guild_id INTEGER NOT NULL,
    tip_id   INTEGER NOT NULL,
    written  TEXT NOT NULL,
    topic    TEXT NOT NULL,
    PRIMARY KEY (guild_id, tip_id, written),
    FOREIGN KEY (guild_id, tip_id) REFERENCES tips (guild_id, tip_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO tip_topics_kept SELECT guild_id, tip_id, topic, topic FROM tip_topics;
DROP TABLE tip_topics;
ALTER TABLE tip_topics_kept RENAME TO tip_topics;
CREATE INDEX tip_topics_by_topic ON tip_topics (guild_id, topic, tip_id);
CREATE INDEX tip_topics_by_written ON tip_topics (guild_id, written);

CREATE TABLE question_topics_kept (
    guild_id    INTEGER NOT NULL,
    question_id INTEGER NOT NULL,
    written     TEXT NOT NULL,
    topic       TEXT NOT NULL,
    PRIMARY KEY (guild_id, question_id, written),
    FOREIGN KEY (guild_id, question_id)
        REFERENCES questions (guild_id, question_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO question_topics_kept SELECT guild_id, question_id, topic, topic FROM question_topics;
DROP TABLE question_topics;
ALTER TABLE question_topics_kept RENAME TO question_topics;
CREATE INDEX question_topics_by_topic ON question_topics (guild_id, topic, question_id);
CREATE INDEX question_topics_by_written ON question_topics (guild_id, written);

-- What moderators merged or renamed: `topic` counts as `becomes`, which may have become another.
CREATE TABLE topic_changes (
    guild_id   INTEGER NOT NULL,
    topic      TEXT NOT NULL,
    becomes    TEXT NOT NULL,
    changed_by INTEGER,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, topic)
) STRICT, WITHOUT ROWID;

CREATE TABLE topic_follows (
    guild_id    INTEGER NOT NULL,
    user_id     INTEGER NOT NULL,
    written     TEXT NOT NULL,
    topic       TEXT NOT NULL,
    followed_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, user_id, written)
) STRICT, WITHOUT ROWID;
CREATE INDEX topic_follows_by_written ON topic_follows (guild_id, written);

-- How many live tips of each place have a topic: counting them anew at every keystroke of an
-- autocomplete would read every tip. The triggers below keep it, whichever way a tip changes. A tip
-- counts once, though merged topics may stand on it as two; a topic of no tip has no row.
CREATE TABLE topic_uses (
    guild_id INTEGER NOT NULL,
    topic    TEXT NOT NULL,
    place_id INTEGER NOT NULL,
    uses     INTEGER NOT NULL,
    PRIMARY KEY (guild_id, topic, place_id)
) STRICT, WITHOUT ROWID;
INSERT INTO topic_uses
    SELECT o.guild_id, o.topic, t.place_id, count(*) FROM tip_topics o
    JOIN tips t ON t.guild_id = o.guild_id AND t.tip_id = o.tip_id
    WHERE t.place_id IS NOT NULL GROUP BY 1, 2, 3;

CREATE TRIGGER topic_put_on AFTER INSERT ON tip_topics BEGIN
    INSERT INTO topic_uses (guild_id, topic, place_id, uses)
        SELECT guild_id, NEW.topic, place_id, 1 FROM tips
        WHERE guild_id = NEW.guild_id AND tip_id = NEW.tip_id
            AND state = 'live' AND place_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM tip_topics o
                WHERE o.guild_id = NEW.guild_id AND o.tip_id = NEW.tip_id
                    AND o.topic = NEW.topic AND o.written <> NEW.written)
        ON CONFLICT DO UPDATE SET uses = uses + 1;
END;
CREATE TRIGGER topic_taken_off AFTER DELETE ON tip_topics BEGIN
    UPDATE topic_uses SET uses = uses - 1
        WHERE guild_id = OLD.guild_id AND topic = OLD.topic AND place_id = (
            SELECT place_id FROM tips
            WHERE guild_id = OLD.guild_id AND tip_id = OLD.tip_id AND state = 'live')
            AND NOT EXISTS (SELECT 1 FROM tip_topics o
                WHERE o.guild_id = OLD.guild_id AND o.tip_id = OLD.tip_id AND o.topic = OLD.topic);
END;
CREATE TRIGGER topic_changed AFTER UPDATE OF topic ON tip_topics WHEN OLD.topic <> NEW.topic BEGIN
    UPDATE topic_uses SET uses = uses - 1
        WHERE guild_id = OLD.guild_id AND topic = OLD.topic AND place_id = (
            SELECT place_id FROM tips
            WHERE guild_id = OLD.guild_id AND tip_id = OLD.tip_id AND state = 'live')
            AND NOT EXISTS (SELECT 1 FROM tip_topics o
                WHERE o.guild_id = OLD.guild_id AND o.tip_id = OLD.tip_id AND o.topic = OLD.topic);
    INSERT INTO topic_uses (guild_id, topic, place_id, uses)
        SELECT guild_id, NEW.topic, place_id, 1 FROM tips
        WHERE guild_id = NEW.guild_id AND tip_id = NEW.tip_id
            AND state = 'live' AND place_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM tip_topics o
                WHERE o.guild_id = NEW.guild_id AND o.tip_id = NEW.tip_id
                    AND o.topic = NEW.topic AND o.written <> NEW.written)
        ON CONFLICT DO UPDATE SET uses = uses + 1;
END;
CREATE TRIGGER tip_moved AFTER UPDATE OF place_id, state ON tips
WHEN OLD.place_id IS NOT NEW.place_id OR OLD.state <> NEW.state BEGIN
    UPDATE topic_uses SET uses = uses - 1
        WHERE OLD.state = 'live' AND guild_id = OLD.guild_id AND place_id = OLD.place_id
            AND topic IN (SELECT topic FROM tip_topics
                WHERE guild_id = OLD.guild_id AND tip_id = OLD.tip_id);
    INSERT INTO topic_uses (guild_id, topic, place_id, uses)
        SELECT DISTINCT guild_id, topic, NEW.place_id, 1 FROM tip_topics
        WHERE guild_id = NEW.guild_id AND tip_id = NEW.tip_id
            AND NEW.state = 'live' AND NEW.place_id IS NOT NULL
        ON CONFLICT DO UPDATE SET uses = uses + 1;
END;
-- Before: the topics' own trigger finds no tip any more when they go with it.
CREATE TRIGGER tip_deleted BEFORE DELETE ON tips WHEN OLD.state = 'live' BEGIN
    UPDATE topic_uses SET uses = uses - 1
        WHERE guild_id = OLD.guild_id AND place_id = OLD.place_id
            AND topic IN (SELECT topic FROM tip_topics
                WHERE guild_id = OLD.guild_id AND tip_id = OLD.tip_id);
END;
-- The words of a topic go with its last tip, as an erasure promises.
CREATE TRIGGER topic_unused AFTER UPDATE OF uses ON topic_uses WHEN NEW.uses < 1 BEGIN
    DELETE FROM topic_uses
        WHERE guild_id = NEW.guild_id AND topic = NEW.topic AND place_id = NEW.place_id;
END;

-- What a member is to be told by itself: a reminder of an item, or their digest (item 0), again
-- and again. `sending_at` stands from just before a direct message goes out until it is known.
CREATE TABLE notices (
    guild_id   INTEGER NOT NULL,
    user_id    INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    item_id    INTEGER NOT NULL,
    due_at     INTEGER NOT NULL,
    sending_at INTEGER,
    PRIMARY KEY (guild_id, user_id, kind, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX notices_by_due ON notices (due_at);

-- Direct messages are for those who asked for them; NULL is no digest. `reads_in` is what they read
-- when they asked: a direct message comes by itself, with nobody to ask Discord's language of.
ALTER TABLE members ADD COLUMN reminders_by_dm INTEGER NOT NULL DEFAULT 0;
ALTER TABLE members ADD COLUMN digest TEXT CHECK (digest IN ('day', 'week'));
ALTER TABLE members ADD COLUMN reads_in TEXT CHECK (reads_in IN ('en', 'fi'));

-- Links somebody is about to share: what a menu or a mention offered, until the form is sent.
-- The message is the bot's own offer in a channel, to be taken away again.
CREATE TABLE drafts (
    draft_id   INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id   INTEGER NOT NULL,
    user_id    INTEGER NOT NULL,
    links      TEXT NOT NULL,
    note       TEXT NOT NULL,
    topics     TEXT NOT NULL DEFAULT '',
    made_at    INTEGER NOT NULL,
    channel_id INTEGER,
    message_id INTEGER,
    UNIQUE (guild_id, draft_id)
) STRICT;
CREATE INDEX drafts_by_time ON drafts (made_at);
CREATE INDEX drafts_by_user ON drafts (guild_id, user_id);

-- Channels in which links are offered to be saved (only with the operator's MESSAGE_CONTENT).
CREATE TABLE link_channels (
    guild_id   INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    PRIMARY KEY (guild_id, channel_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE reports (
    report_id   INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id    INTEGER NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('tip')),
    item_id     INTEGER NOT NULL,
    user_id     INTEGER NOT NULL,
    reason      TEXT NOT NULL,
    text        TEXT NOT NULL,
    reported_at INTEGER NOT NULL,
    closed_at   INTEGER,
    closed_by   INTEGER,
    UNIQUE (guild_id, report_id)
) STRICT;
CREATE UNIQUE INDEX reports_once ON reports (guild_id, kind, item_id, user_id)
    WHERE closed_at IS NULL;
CREATE INDEX reports_by_user ON reports (guild_id, user_id, reported_at);

-- An import: read and counted ('ready'), then put in piece by piece ('running'), then 'done'.
-- Its rows stand here until then, so that a restart goes on where the process ended.
CREATE TABLE imports (
    import_id  INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id   INTEGER NOT NULL,
    user_id    INTEGER,
    place_id   INTEGER NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('ready', 'running', 'done', 'undone')),
    made_at    INTEGER NOT NULL,
    total      INTEGER NOT NULL,
    added      INTEGER NOT NULL DEFAULT 0,
    known      INTEGER NOT NULL DEFAULT 0,
    UNIQUE (guild_id, import_id)
) STRICT;
CREATE INDEX imports_unfinished ON imports (state) WHERE state IN ('ready', 'running');

CREATE TABLE import_rows (
    guild_id  INTEGER NOT NULL,
    import_id INTEGER NOT NULL,
    line      INTEGER NOT NULL,
    link_key  TEXT NOT NULL,
    url       TEXT NOT NULL,
    host      TEXT NOT NULL,
    title     TEXT NOT NULL,
    note      TEXT NOT NULL,
    topics    TEXT NOT NULL,
    sharer_id INTEGER NOT NULL,
    shared_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, import_id, line),
    FOREIGN KEY (guild_id, import_id) REFERENCES imports (guild_id, import_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX import_rows_by_sharer ON import_rows (guild_id, sharer_id);

-- What a posted digest shows, so that it can be shown again without a tip that is gone. It is about
-- what came from `since` on and before its delivery was due. `stale` counts the changes since its
-- message was last drawn, so that drawing it takes back no more than it knew of.
CREATE TABLE digests (
    guild_id    INTEGER NOT NULL,
    delivery_id INTEGER NOT NULL,
    since       INTEGER NOT NULL,
    stale       INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (guild_id, delivery_id),
    FOREIGN KEY (guild_id, delivery_id) REFERENCES deliveries (guild_id, delivery_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX digests_stale ON digests (guild_id) WHERE stale > 0;

CREATE TABLE digest_items (
    guild_id    INTEGER NOT NULL,
    delivery_id INTEGER NOT NULL,
    position    INTEGER NOT NULL,
    part        TEXT NOT NULL CHECK (part IN ('new', 'helpful', 'gem', 'elsewhere', 'featured')),
    topic       TEXT NOT NULL DEFAULT '',
    tip_id      INTEGER NOT NULL,
    PRIMARY KEY (guild_id, delivery_id, position),
    FOREIGN KEY (guild_id, delivery_id)
        REFERENCES digests (guild_id, delivery_id) ON DELETE CASCADE,
    FOREIGN KEY (guild_id, tip_id) REFERENCES tips (guild_id, tip_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX digest_items_by_tip ON digest_items (guild_id, tip_id);

CREATE TRIGGER digest_item_gone AFTER DELETE ON digest_items BEGIN
    UPDATE digests SET stale = stale + 1
        WHERE guild_id = OLD.guild_id AND delivery_id = OLD.delivery_id;
END;
CREATE TRIGGER digest_item_changed
AFTER UPDATE OF state, place_id, note, title, url ON tips BEGIN
    UPDATE digests SET stale = stale + 1 WHERE guild_id = NEW.guild_id AND delivery_id IN (
        SELECT delivery_id FROM digest_items WHERE guild_id = NEW.guild_id AND tip_id = NEW.tip_id);
END;
-- A digest quotes what came of its most helpful tip.
CREATE TRIGGER digest_quote_gone AFTER DELETE ON tip_thanks WHEN OLD.outcome <> '' BEGIN
    UPDATE digests SET stale = stale + 1 WHERE guild_id = OLD.guild_id AND delivery_id IN (
        SELECT delivery_id FROM digest_items
        WHERE guild_id = OLD.guild_id AND tip_id = OLD.tip_id AND part = 'helpful');
END;
CREATE TRIGGER digest_quote_changed AFTER UPDATE OF outcome ON tip_thanks WHEN OLD.outcome <> ''
BEGIN
    UPDATE digests SET stale = stale + 1 WHERE guild_id = NEW.guild_id AND delivery_id IN (
        SELECT delivery_id FROM digest_items
        WHERE guild_id = NEW.guild_id AND tip_id = NEW.tip_id AND part = 'helpful');
END;
