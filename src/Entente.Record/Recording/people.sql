-- What people add to the ledger and take out of it (docs/record.md).

-- What people say of what was coded: a log, rows are added and never changed. "body" is the whole entry as JSON (docs/guide/corrections.md).
CREATE TABLE IF NOT EXISTS correction (id TEXT PRIMARY KEY, at TEXT NOT NULL, author TEXT NOT NULL, what TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS correction_at ON correction (at, id);
-- Made from the log and the documents shown: where the n-th place of a correction holds, and by which later one it is overruled there. Claim 0 stands for the mentions of a document.
CREATE TABLE IF NOT EXISTS corrected (correction TEXT NOT NULL, n INTEGER NOT NULL, document INTEGER NOT NULL, claim INTEGER NOT NULL, overruled TEXT, PRIMARY KEY (correction, n, document, claim)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS corrected_claim ON corrected (claim);
CREATE INDEX IF NOT EXISTS corrected_document ON corrected (document);
-- Made likewise: where it holds nowhere although its page is shown, and why.
CREATE TABLE IF NOT EXISTS orphan (page INTEGER NOT NULL, correction TEXT NOT NULL, n INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (page, correction, n)) WITHOUT ROWID;
-- Rows of the ledger as their coder wrote them, where a correction has put others into their place or taken them out: JSON, or NULL where there was none.
CREATE TABLE IF NOT EXISTS original (document INTEGER NOT NULL, what TEXT NOT NULL, row INTEGER NOT NULL, was TEXT, PRIMARY KEY (document, what, row)) WITHOUT ROWID;
-- A claim that was taken out keeps its row's number: no other may take it.
CREATE INDEX IF NOT EXISTS original_row ON original (what, row);

-- What was forgotten (docs/guide/responsible-use.md). A receipt each, with no personal data: "counts" is JSON.
CREATE TABLE IF NOT EXISTS forgetting (id INTEGER PRIMARY KEY, day TEXT NOT NULL, kind TEXT NOT NULL, counts TEXT NOT NULL, author TEXT, reason TEXT);
-- By what it is known when it is met again, and cannot be read from: a short digest that lets most through, and a slow one that decides, both with the salt in meta.
-- "family" says which word of a person's name is the one that stands alone ("Mr Doe"): 'first', 'last' or none.
CREATE TABLE IF NOT EXISTS forgotten (kind TEXT NOT NULL, hash TEXT NOT NULL, filter INTEGER NOT NULL, family TEXT, PRIMARY KEY (kind, hash)) WITHOUT ROWID;

-- Which coders are others than Entente's own: what they coded stands beside it and is never shown in its place (docs/guide/accept.md).
CREATE TABLE IF NOT EXISTS guest (coder INTEGER PRIMARY KEY REFERENCES coder);
