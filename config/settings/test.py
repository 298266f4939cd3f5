"""Tests: fast hashes, files in a folder that goes with the process, the search engine chosen by each test."""

import atexit
import shutil
import tempfile
from pathlib import Path

from .base import *

TEST_DIR = Path(tempfile.mkdtemp(prefix="commonshelf-test-"))
atexit.register(shutil.rmtree, TEST_DIR, ignore_errors=True)

SECRET_KEY = "test-only-not-secret"
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
MEDIA_ROOT = TEST_DIR / "media"
SEARCH_INDEX_DIR = TEST_DIR / "index"
ELASTICSEARCH_URL = ""
SEARCH_ENGINE = "embedded"
MAILS_SENT = "worker"  # mails wait until a test sends them
FILES_READ = "worker"  # files wait until a test reads them
USE_WRITTEN_EVERY = 0.0  # no thread writes into a test's database behind its back
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": str(TEST_DIR / "test.sqlite3")}
WHITENOISE_AUTOREFRESH = True  # static files come from their sources; nothing is collected for tests
WHITENOISE_USE_FINDERS = True
