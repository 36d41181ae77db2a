-- Where an actor is named, and how: a decision about an actor is to cost what it touches, in a record of any size.

DROP INDEX IF EXISTS mention_actor;
CREATE INDEX IF NOT EXISTS mention_name ON mention (actor, name);
CREATE INDEX IF NOT EXISTS party_actor ON party (actor);
-- Chains in which somebody has an id; most name the publisher alone.
CREATE INDEX IF NOT EXISTS claim_sources ON claim (chain, document) WHERE instr(chain, '"actor"') > 0;
