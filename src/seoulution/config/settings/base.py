"""What every way of running shares."""

from pathlib import Path

from csp.constants import NONE, SELF

from seoulution.config.env import home, open_id_provider, trusted_proxies
from seoulution.config.mail import mailbox_settings, site_address, smtp_settings
from seoulution.config.translator import translator_settings
from seoulution.engine.vocabulary import Language

PACKAGE = Path(__file__).resolve().parents[2]
HOME = home()

APPS_IN_FLOW_ORDER = [
    "accounts",
    "correspondence",
    "network",
    "catalogue",
    "cities",
    "demand",
    "matching",
    "targeting",
    "engagements",
    "financing",
    "training",
    "outcomes",
    "publishing",
]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_filters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    *[f"seoulution.apps.{name}" for name in APPS_IN_FLOW_ORDER],
    "seoulution.web.shared",
    "seoulution.web.public",
    "seoulution.web.city_portal",
    "seoulution.web.partner_portal",
    "seoulution.web.bureaus",
    "seoulution.web.translators",
    "seoulution.web.office",
    "seoulution.web.api",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "seoulution.web.shared.headers.protective_headers",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "seoulution.web.shared.languages.only_languages_of_the_page",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "seoulution.web.shared.open_downloads.downloads_end_with_the_session",
    "seoulution.web.shared.sessions.idle_and_absolute_limits",
    "allauth.account.middleware.AccountMiddleware",
    "seoulution.web.shared.sessions.one_time_password_must_be_changed",
    "seoulution.web.shared.sessions.second_factor_where_required",
    "pghistory.middleware.HistoryMiddleware",
    "axes.middleware.AxesMiddleware",
    "seoulution.web.shared.vain_fields.FieldsSentInVain",
]

ROOT_URLCONF = "seoulution.config.urls"
WSGI_APPLICATION = "seoulution.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "seoulution.web.shared.context.page",
            ],
        },
    }
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "seoulution.apps.accounts.backend.PersonBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "office:today"
LOGOUT_REDIRECT_URL = "public:home"

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "shared/locked_out.html"
AXES_CLIENT_IP_CALLABLE = "seoulution.web.shared.client.client_address"

TRUSTED_PROXIES = trusted_proxies()
"""Whose word about where a request came from is believed."""
OPEN_ID = open_id_provider()
"""The city hall's own sign-in; None: there is none, and people sign in by password."""
SECOND_FACTOR_REQUIRED = False
"""Whether those who see the office must have a second factor. Production says yes; a person's own machine offers it."""
RECENT_SIGN_IN_MINUTES = 15
"""Before roles are changed, people exported or anything deleted, a sign-in older than this is confirmed."""
ACCOUNT_ADAPTER = "seoulution.web.shared.signing_in.adapters.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_RATE_LIMITS = False
"""Our own limits are rows that all processes share: apps/accounts/limits.py."""
MFA_ADAPTER = "seoulution.web.shared.signing_in.adapters.SecondFactorAdapter"
MFA_TOTP_ISSUER = "Seoulution"
SOCIALACCOUNT_ADAPTER = "seoulution.web.shared.signing_in.adapters.OpenIdAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True
"""A link, not a form: the policy lets forms lead nowhere but to us. The answer is bound to the session by its state."""
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "city-hall",
                "name": OPEN_ID.name,
                "client_id": OPEN_ID.client,
                "secret": OPEN_ID.secret,
                "settings": {"server_url": OPEN_ID.issuer},
            }
        ]
        if OPEN_ID
        else [],
    }
}

LANGUAGE_CODE = "en"
LANGUAGES = [(language.value, language.name) for language in Language]
"""What cities and the public read in. Staff pages are complete in Korean and English: see web.shared.languages."""
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = "seoulution.locale"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Seoul"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
STATIC_URL = "/static/"
STATIC_ROOT = HOME.path / "static"
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
ATTACHMENT_LIMIT_BYTES = 20 * 1024 * 1024
ATTACHMENTS_PER_REQUEST = 10

SESSION_ENGINE = "seoulution.apps.accounts.session_store"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "seoulution.web.shared.errors.form_refused"
SECURE_REFERRER_POLICY = "same-origin"
"""Nothing leaves the site. Not `no-referrer`: browsers then send `Origin: null` with every form, and the CSRF check refuses them all."""
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "require-trusted-types-for": ["'script'"],
    }
}
SESSION_IDLE_MINUTES = 30
SESSION_ABSOLUTE_HOURS = 12
STATUS_LINK_DAYS = 365
TRANSLATOR = translator_settings()
"""The translation machine; None: this installation has none and sends no text anywhere."""

SITE_ADDRESS = site_address()
"""How links in mails begin."""
SMTP = smtp_settings()
"""The mail server; None: mail lands in a folder of the home, with a page that shows it."""
MAILBOX = mailbox_settings()
"""The mailbox that is read; None: mail comes in as files only."""
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""
PROCRASTINATE_IMPORT_PATHS = ["seoulution.apps.publishing.jobs"]
"""Read by the worker when it starts; pages put jobs in line by name and never load them."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_secret_paths": {"()": "seoulution.web.shared.log_filter.HideStatusLinks"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["no_secret_paths"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
