"""Development: needs no environment variable at all."""

from .base import *

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env.str("SECRET_KEY", default="development-only-not-secret")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"])
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
