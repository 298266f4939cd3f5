"""WSGI entry point; production settings unless the environment says otherwise."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = get_wsgi_application()

# A page makes some ten thousand small objects that live as long as it does, none of them in cycles. To look for cycles
# after every two thousand, and in all that the program itself is made of, costs a tenth of a result page.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 20)
