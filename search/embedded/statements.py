"""The statements on each table of words, written out: none is put together from parts."""

MATCHING = {
    "texts": "SELECT rowid FROM texts WHERE texts MATCH ?",
    "titles": "SELECT rowid FROM titles WHERE titles MATCH ?",
    "labels": "SELECT rowid FROM labels WHERE labels MATCH ?",
    "files": "SELECT rowid FROM files WHERE files MATCH ?",
}
# How well a row matches: BM25 with k1 1.2 and b 0.75, which FTS5 has built in; each column's words count so many times.
# Unstemmed words alone are what a text in a language that was not asked for can match; beside stems they add a little
# for the very form that was typed. Chosen by measuring (docs/search/relevance.md).
SCORED = {
    "texts": "SELECT rowid, -bm25(texts, 0.45, 0.3, 1.5, 1.0) FROM texts WHERE texts MATCH ?",
    "titles": "SELECT rowid, -bm25(titles, 0.3, 1.0) FROM titles WHERE titles MATCH ?",
    "labels": "SELECT rowid, -bm25(labels, 1.0, 0.5, 1.0) FROM labels WHERE labels MATCH ?",
    "files": "SELECT rowid, -bm25(files, 0.3, 1.0) FROM files WHERE files MATCH ?",
}
INSERT = {
    "texts": "INSERT INTO texts (rowid, head, body, head_stems, body_stems) VALUES (?, ?, ?, ?, ?)",
    "titles": "INSERT INTO titles (rowid, words, stems) VALUES (?, ?, ?)",
    "labels": "INSERT INTO labels (rowid, topics, stems, names) VALUES (?, ?, ?, ?)",
    "files": "INSERT INTO files (rowid, words, stems) VALUES (?, ?, ?)",
    "places": "INSERT INTO places (rowid, words, stems) VALUES (?, ?, ?)",
}
# The tables have no copy of their words: FTS5 must be told what to take away, exactly as it was put in.
REMOVE = {
    "texts": "INSERT INTO texts (texts, rowid, head, body, head_stems, body_stems) VALUES ('delete', ?, ?, ?, ?, ?)",
    "titles": "INSERT INTO titles (titles, rowid, words, stems) VALUES ('delete', ?, ?, ?)",
    "labels": "INSERT INTO labels (labels, rowid, topics, stems, names) VALUES ('delete', ?, ?, ?, ?)",
    "files": "INSERT INTO files (files, rowid, words, stems) VALUES ('delete', ?, ?, ?)",
    "places": "INSERT INTO places (places, rowid, words, stems) VALUES ('delete', ?, ?, ?)",
}
OPTIMIZE = (
    "INSERT INTO texts (texts) VALUES ('optimize')",
    "INSERT INTO titles (titles) VALUES ('optimize')",
    "INSERT INTO labels (labels) VALUES ('optimize')",
    "INSERT INTO files (files) VALUES ('optimize')",
    "INSERT INTO places (places) VALUES ('optimize')",
)

PUT_DOCUMENT = """
INSERT INTO documents (page_id, version, change, fingerprint, entry, passages, stored) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (page_id) DO UPDATE SET version = excluded.version, change = excluded.change,
    fingerprint = excluded.fingerprint, entry = excluded.entry, passages = excluded.passages, stored = excluded.stored
WHERE excluded.version >= version
RETURNING id
"""
LAST_CHANGE = "SELECT coalesce(max(change), 0) FROM documents"

PASSAGE_COLUMNS = ("file", "name", "url", "unit", "place", "label", "language", "text")
PUT_PASSAGE = """
INSERT INTO passages (id, file, name, url, unit, place, label, language, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
PASSAGES_OF = """
SELECT id, file, name, url, unit, place, label, language, text FROM passages WHERE id BETWEEN ? AND ? ORDER BY id
"""
THESE_PASSAGES = """
SELECT id, file, name, url, unit, place, label, language, text FROM passages
WHERE id IN (SELECT value FROM json_each(?))
"""
MATCHING_PASSAGES = "SELECT rowid FROM places WHERE places MATCH ? AND rowid BETWEEN ? AND ?"
