"""The tables of one generation: documents as stored, their words for FTS5, and the passages of their files."""

FORMAT = 5  # one more with every change to these tables, to the analysis or to entries: an index of before is rebuilt

# `documents.id` is dense: it is the rowid in the tables of words and the number of a bit in the catalogue's bitmaps. A
# deleted document keeps its row, without a fingerprint, so that its version still refuses older writes. `change`
# numbers the writes, so that a reader can fetch what is new since it last looked. `plain` is the beginning of the
# document's own texts, folded, for the second look at the best hits; `passages` how many there are. `stored` is last:
# the rest is read without it.
#
# Words stand in the columns in the order of the text, unstemmed and, once more, stemmed; so phrases are found either
# way. The tables have no copy of them: what is to be deleted is analysed again (`writing.py`).
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
    passages INTEGER NOT NULL,
    stored TEXT
);
CREATE INDEX documents_by_change ON documents (change);
CREATE TABLE plain (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE VIRTUAL TABLE texts USING fts5 (head, body, head_stems, body_stems, content = '', tokenize = 'ascii');
CREATE VIRTUAL TABLE titles USING fts5 (words, stems, content = '', prefix = '1 2 3', tokenize = 'ascii');
CREATE VIRTUAL TABLE labels USING fts5 (topics, stems, names, content = '', tokenize = 'ascii');
CREATE VIRTUAL TABLE files USING fts5 (words, stems, content = '', tokenize = 'ascii');
CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    unit TEXT NOT NULL,
    place INTEGER NOT NULL,
    label TEXT NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE VIRTUAL TABLE places USING fts5 (
    words, stems, content = '', tokenize = 'ascii', detail = 'none', columnsize = 0
);
CREATE VIRTUAL TABLE title_words USING fts5vocab (titles, col);
CREATE VIRTUAL TABLE text_words USING fts5vocab (texts, row);
INSERT INTO generation VALUES (lower(hex(randomblob(16))));
"""

# FTS5 is given tokens of our own analysis, separated by spaces; its `ascii` tokenizer takes every character above 127
# for part of a word, so this sign joins a language to a stem (`nl·ziekenhuis`). No word of a text can contain it.
TAG = "·"

# The passages of document 7 have the ids from 7 << 16 on: what belongs to a document is a range, without an index.
PASSAGE_BITS = 16
MAX_PASSAGES = 1 << PASSAGE_BITS  # of one document; what is beyond is found by its files' words, but not shown
