"""``python -m library.files.reading EXTENSION SECONDS BYTES [about]`` reads the file on its standard input."""

import os
import sys

from library.files.reading.limits import give_up_rights
from library.files.reading.process import run, write_line

if __name__ == "__main__":
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))  # whatever the parent has left open for its children
    extension, seconds, memory = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    give_up_rights(seconds, memory)
    with os.fdopen(os.dup(0), "rb") as file:
        file.seek(0)
        run(extension, file, write_line, seconds, describes=sys.argv[4:] == ["about"])
    sys.stdout.flush()
    os._exit(0)  # without tidying up: libraries that have met a hostile file may not survive that
