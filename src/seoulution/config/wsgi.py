"""The door for WSGI servers."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault(
    "OPENBLAS_NUM_THREADS", "1"
)  # each request has its own thread; two for one product only wait for each other
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "seoulution.config.settings.production")
application = get_wsgi_application()

from seoulution.config.end_with import end_with_named  # noqa: E402 - settings must be known before
from seoulution.config.warm_up import warm_up_in_background  # noqa: E402

end_with_named()
warm_up_in_background()
