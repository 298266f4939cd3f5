"""The tables of one generation: documents as stored, and their words for FTS5."""

FORMAT = 2  # one more with every change to these tables, to the analysis or to entries: an index of before is rebuilt

# `documents.id` is dense: it is the rowid in `words` and the number of a bit in the catalogue's bitmaps. A deleted
# document keeps its row, without a fingerprint, so that its version still refuses older writes. `change` numbers the
# writes, so that a reader can fetch what is new since it last looked. `stored` is last: the rest is read without it.
SCHEMA = """
PRAGMA journal_mode = WAL;
CREATE TABLE generation (identity TEXT NOT NULL);
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    page_id INTEGER NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    change INTEGER NOT NULL,
    fingerprint TEXT,
    entry TEXT,
    stored TEXT
);
CREATE INDEX documents_by_change ON documents (change);
CREATE VIRTUAL TABLE words USING fts5 (title, summary, labels, body, names, tokenize = 'ascii');
CREATE VIRTUAL TABLE terms USING fts5vocab (words, row);
INSERT INTO generation VALUES (lower(hex(randomblob(16))));
"""

# FTS5 is given tokens of our own analysis, separated by spaces; its `ascii` tokenizer takes every character above 127
# for part of a word, so this sign joins a language to a stem (`nl·ziekenhuis`). No word of a text can contain it.
TAG = "·"

PUT_DOCUMENT = """
INSERT INTO documents (page_id, version, change, fingerprint, entry, stored) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (page_id) DO UPDATE SET version = excluded.version, change = excluded.change,
    fingerprint = excluded.fingerprint, entry = excluded.entry, stored = excluded.stored
WHERE excluded.version >= version
RETURNING id
"""
PUT_WORDS = "INSERT OR REPLACE INTO words (rowid, title, summary, labels, body, names) VALUES (?, ?, ?, ?, ?, ?)"
DELETE_WORDS = "DELETE FROM words WHERE rowid = ?"
LAST_CHANGE = "SELECT coalesce(max(change), 0) FROM documents"
MATCH = "SELECT rowid, 0.0 FROM words WHERE words MATCH ?"
# The weights of title, summary, labels, body and names. A word in the title says what the whole is about; labels are
# chosen by people, but come in many languages; names match who, not what.
MATCH_SCORED = "SELECT rowid, -bm25(words, 5.0, 2.5, 1.5, 1.0, 1.0) FROM words WHERE words MATCH ?"
