"""Reading the text of a file: run as ``python -m library.files.reading`` in a limited process, without Django.

Whatever is imported here must stay free of Django, of the database and of the site's settings: the process that reads
files of strangers knows nothing worth stealing, and it starts quickly.
"""
