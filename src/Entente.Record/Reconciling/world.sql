-- What is made from the ledger, and can be dropped and made again: the same matters, whatever the order of reading. docs/record.md says what each table holds.

DROP TABLE IF EXISTS event;
DROP TABLE IF EXISTS event_claim;
DROP TABLE IF EXISTS event_dyad;
DROP TABLE IF EXISTS happened;
DROP TABLE IF EXISTS copied;
DROP TABLE IF EXISTS matter;
DROP TABLE IF EXISTS matter_claim;
DROP TABLE IF EXISTS matter_dyad;
DROP TABLE IF EXISTS outcome;
DROP TABLE IF EXISTS disagreement;
DROP TABLE IF EXISTS dyad_month;
DROP TABLE IF EXISTS fingerprint;
DROP TABLE IF EXISTS copied_sentence;

-- What several claims are about: one event, figure, count, membership, agreement, label, office or position.
-- Claims of one bucket are looked at together; what is all that they have in common, bucket a hash of it. From first to last reach the days of all its claims.
CREATE TABLE matter (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, bucket INTEGER NOT NULL, what TEXT NOT NULL, kind TEXT NOT NULL, type TEXT, mode TEXT, status TEXT NOT NULL,
  actors TEXT NOT NULL, recipients TEXT NOT NULL, words TEXT, unit TEXT, earliest TEXT, latest TEXT, time_basis TEXT, goldstein REAL,
  low REAL, high REAL, agreement TEXT, mentions INTEGER NOT NULL, documents INTEGER NOT NULL,
  origins_named INTEGER NOT NULL, origins_copied INTEGER NOT NULL, origins_unknown INTEGER NOT NULL,
  asserted INTEGER NOT NULL, planned INTEGER NOT NULL, denied INTEGER NOT NULL, claim TEXT NOT NULL, first INTEGER, last INTEGER);
CREATE INDEX matter_bucket ON matter (bucket, first, last);
-- Acts of one stated day with one side alike, and holders of one office, which may exclude each other.
CREATE INDEX matter_by_actors ON matter (earliest, type, actors) WHERE kind = 'event' AND status = 'told' AND latest = earliest AND time_basis <> 'published';
CREATE INDEX matter_by_recipients ON matter (earliest, type, recipients) WHERE kind = 'event' AND status = 'told' AND latest = earliest AND time_basis <> 'published';
CREATE INDEX matter_by_office ON matter (words, recipients) WHERE kind = 'role';

-- A claim as reconciling sees it, and its matter. Days are counted from 0001-01-01, weights in tenths.
CREATE TABLE matter_claim (
  claim INTEGER PRIMARY KEY, matter INTEGER NOT NULL, document INTEGER NOT NULL,
  earliest INTEGER, latest INTEGER, basis TEXT, weight INTEGER, confidence REAL NOT NULL, stand TEXT NOT NULL,
  origin TEXT, own_voice INTEGER NOT NULL, root INTEGER, value REAL, high REAL, change TEXT, persons TEXT NOT NULL, pairs TEXT NOT NULL);
CREATE INDEX matter_claim_matter ON matter_claim (matter, origin);

-- kind is that of the matter, and 'plan' for events that are planned and agreements that are yet to come.
CREATE TABLE matter_dyad (
  a TEXT NOT NULL, b TEXT NOT NULL, kind TEXT NOT NULL, day INTEGER NOT NULL, matter INTEGER NOT NULL, PRIMARY KEY (a, b, kind, day, matter)) WITHOUT ROWID;
CREATE INDEX matter_dyad_matter ON matter_dyad (matter);

-- What became of a plan, as later pages tell it: 'happened' or 'cancelled', of an agreement 'signed' or 'failed'. A plan without a row is open, unless claims of its own say otherwise.
CREATE TABLE outcome (plan INTEGER NOT NULL, act INTEGER NOT NULL, what TEXT NOT NULL, PRIMARY KEY (plan, act)) WITHOUT ROWID;
CREATE INDEX outcome_act ON outcome (act);

-- Two claims that cannot both hold as they stand, or two that may be one act told apart: about 'polarity', 'number', 'date', 'party', 'stance', 'standing' or 'office'.
CREATE TABLE disagreement (
  id TEXT PRIMARY KEY, about TEXT NOT NULL, matter INTEGER NOT NULL, other INTEGER NOT NULL, claim_a INTEGER NOT NULL, claim_b INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX disagreement_matter ON disagreement (matter);
CREATE INDEX disagreement_other ON disagreement (other);

-- Events of a pair in a month, told as having happened. weight is the sum of the events' Goldstein weights in tenths, weighed how many have one.
CREATE TABLE dyad_month (
  a TEXT NOT NULL, b TEXT NOT NULL, month TEXT NOT NULL, events INTEGER NOT NULL, cooperative INTEGER NOT NULL, conflictual INTEGER NOT NULL,
  weight INTEGER NOT NULL, weighed INTEGER NOT NULL, PRIMARY KEY (a, b, month)) WITHOUT ROWID;

CREATE TABLE fingerprint (document INTEGER PRIMARY KEY, hashes BLOB NOT NULL);
CREATE TABLE copied (a TEXT NOT NULL, b TEXT NOT NULL, containment REAL NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE INDEX copied_b ON copied (b);
-- A sentence that repeats one of an earlier document: copy_of the earliest that it repeats, root the first of all that this goes back to.
CREATE TABLE copied_sentence (sentence INTEGER PRIMARY KEY, copy_of INTEGER NOT NULL, root INTEGER NOT NULL);
CREATE INDEX copied_sentence_copy_of ON copied_sentence (copy_of);
CREATE INDEX copied_sentence_root ON copied_sentence (root);
