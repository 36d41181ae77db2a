-- The tables of the record; views.sql has what people and other programs read. docs/record.md says what each table and view holds.
-- Offsets count code points into document.text and "stop" is exclusive, so that
-- substr(text, start + 1, stop - start) is the quote. Days are ISO 8601. Lists are JSON.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- The ledger: rows are added, never changed.
CREATE TABLE page (id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL);
CREATE TABLE path (page INTEGER NOT NULL REFERENCES page, path TEXT NOT NULL, PRIMARY KEY (page, path)) WITHOUT ROWID;
CREATE TABLE coder (id INTEGER PRIMARY KEY, identity TEXT NOT NULL UNIQUE);
CREATE TABLE coding (
  id INTEGER PRIMARY KEY, page INTEGER NOT NULL REFERENCES page, coder INTEGER NOT NULL REFERENCES coder,
  given TEXT NOT NULL, UNIQUE (page, coder, given));
CREATE TABLE problem (
  coding INTEGER NOT NULL REFERENCES coding, document TEXT, n INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
  start INTEGER, stop INTEGER, PRIMARY KEY (coding, n)) WITHOUT ROWID;
CREATE TABLE document (
  id INTEGER PRIMARY KEY, coding INTEGER NOT NULL REFERENCES coding, document TEXT NOT NULL, n INTEGER NOT NULL,
  uri TEXT, publisher TEXT, title TEXT, authors TEXT NOT NULL, language TEXT,
  published_earliest TEXT, published_latest TEXT, published_basis TEXT NOT NULL, confidence REAL NOT NULL,
  characters INTEGER NOT NULL, dropped REAL NOT NULL, comments INTEGER NOT NULL,
  text TEXT NOT NULL, coded BLOB, address TEXT, seal TEXT, UNIQUE (coding, n));
CREATE INDEX document_name ON document (document);
CREATE TABLE credit (document INTEGER PRIMARY KEY REFERENCES document, agency TEXT NOT NULL);
CREATE TABLE block (
  document INTEGER NOT NULL REFERENCES document, n INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, role TEXT NOT NULL,
  reason TEXT, depth INTEGER, author TEXT, posted TEXT, reply_to TEXT, PRIMARY KEY (document, n)) WITHOUT ROWID;
CREATE TABLE sentence (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document, n INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
  UNIQUE (document, n));
CREATE TABLE mention (
  document INTEGER NOT NULL REFERENCES document, n INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
  actor TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, sector TEXT, role TEXT, via TEXT,
  PRIMARY KEY (document, n)) WITHOUT ROWID;
CREATE TABLE claim (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document, claim TEXT NOT NULL, kind TEXT NOT NULL, gist TEXT NOT NULL,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, sentence_start INTEGER NOT NULL, sentence_stop INTEGER NOT NULL,
  trigger_start INTEGER, trigger_stop INTEGER, decided TEXT, allegation TEXT,
  type TEXT, words TEXT, reason TEXT, mode TEXT, contexts TEXT, place TEXT, cameo TEXT, goldstein REAL,
  earliest TEXT, latest TEXT, time_value TEXT, time_basis TEXT,
  certainty TEXT NOT NULL, polarity TEXT NOT NULL, readings TEXT NOT NULL, confidence REAL NOT NULL,
  chain TEXT NOT NULL, origin TEXT, origin_kind TEXT, rule TEXT NOT NULL,
  value REAL, high REAL, unit TEXT, measure TEXT, period TEXT, change TEXT, from_value REAL, to_value REAL, record TEXT);
CREATE INDEX claim_document ON claim (document);
CREATE INDEX claim_name ON claim (claim);
CREATE INDEX claim_alleged ON claim (document) WHERE allegation IS NOT NULL;
CREATE TABLE party (
  claim INTEGER NOT NULL REFERENCES claim, n INTEGER NOT NULL, part TEXT NOT NULL, actor TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  country TEXT, sector TEXT, via TEXT, start INTEGER NOT NULL, stop INTEGER NOT NULL, antecedent_start INTEGER, antecedent_stop INTEGER, PRIMARY KEY (claim, n)) WITHOUT ROWID;
-- earliest and latest are the claim's days, '0000' and '9999' where its time has no such end, by which a pair's year is found.
CREATE TABLE dyad (claim INTEGER NOT NULL REFERENCES claim, a TEXT NOT NULL, b TEXT NOT NULL, earliest TEXT, latest TEXT, PRIMARY KEY (claim, a, b)) WITHOUT ROWID;
CREATE INDEX dyad_days ON dyad (a, b, latest, earliest);

-- Which coding of each page is shown: that of the coder used last.
CREATE TABLE shown (page INTEGER PRIMARY KEY REFERENCES page, coding INTEGER NOT NULL REFERENCES coding);
CREATE INDEX shown_coding ON shown (coding);

-- A reading each, with what it was asked and what it came to as JSON. What it saw where and what was shown at its end stand below it, each only where it differs from the run before.
CREATE TABLE run (id INTEGER PRIMARY KEY, coder INTEGER NOT NULL REFERENCES coder, manifest TEXT NOT NULL);
-- "root" stands for the folder that paths are relative to; no page: what was seen there before is gone.
CREATE TABLE sighting (run INTEGER NOT NULL REFERENCES run, root TEXT NOT NULL, path TEXT NOT NULL, page INTEGER REFERENCES page, PRIMARY KEY (root, path, run)) WITHOUT ROWID;
CREATE INDEX sighting_page ON sighting (page);
CREATE TABLE showing (run INTEGER NOT NULL REFERENCES run, page INTEGER NOT NULL REFERENCES page, coding INTEGER NOT NULL REFERENCES coding, PRIMARY KEY (page, run)) WITHOUT ROWID;
CREATE INDEX showing_run ON showing (run);
-- Pages that are shown otherwise than at the end of the last run, until the next ends.
CREATE TABLE pending (page INTEGER PRIMARY KEY REFERENCES page);

-- Files that could not be read, until they can.
CREATE TABLE missed (path TEXT PRIMARY KEY, code TEXT NOT NULL, message TEXT NOT NULL) WITHOUT ROWID;

-- Full text over the sentences of articles; the words are not stored twice.
CREATE VIEW sentence_text AS
  SELECT s.id, substr(d.text, s.start + 1, s.stop - s.start) AS text FROM sentence s JOIN document d ON d.id = s.document;
CREATE VIRTUAL TABLE sentence_words USING fts5 (text, content = 'sentence_text', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2");
