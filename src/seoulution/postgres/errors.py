"""Why there is no database, told so that a person can act: what happened, what was kept, what to do next."""


class PostgresError(Exception):
    """The embedded server cannot be used as asked; the message has three parts, each kept as an attribute."""

    def __init__(self, happened: str, *, kept: str, next_step: str) -> None:
        super().__init__(f"{happened} {kept} {next_step}")
        self.happened = happened
        self.kept = kept
        self.next_step = next_step


class BinariesNotFound(PostgresError):
    """No PostgreSQL programs of a usable version are on this machine."""


class OtherMajorVersion(PostgresError):
    """The data was made by another major version, whose files this one cannot read."""


class ServerTooOld(PostgresError):
    """The server named by DATABASE_URL is older than the product needs."""


class DamagedCluster(PostgresError):
    """The cluster folder exists but is not a whole PostgreSQL cluster."""


class FolderRefused(PostgresError):
    """The data folder cannot be made, read or written by this account."""


class DiskFull(PostgresError):
    """The disk holding the data folder has no room left."""


class InitFailed(PostgresError):
    """initdb could not make a new cluster."""


class StartFailed(PostgresError):
    """The server did not start."""


class AnotherServer(PostgresError):
    """A server that this launcher did not start is running on the same cluster."""


class Busy(PostgresError):
    """Another process has been starting or stopping this server for too long."""


class Unreachable(PostgresError):
    """The server runs, or should, but cannot be connected to."""


class ExtensionsMissing(PostgresError):
    """The server does not offer an extension that the product needs."""


class HangulSearchBroken(PostgresError):
    """Trigram search finds nothing in Hangul: the database's character type is wrong."""
