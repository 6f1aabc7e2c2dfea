"""A file on other people's servers: what is known of it, and what can go wrong on its way here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RemoteFile:
    """A file as it lies unpacked on disk. The servers have it packed, as name.gz."""

    name: str
    packed: int  # bytes on the servers; only progress depends on it
    size: int  # bytes unpacked
    sha256: str  # of the unpacked bytes


class TransferError(Exception):
    """This server did not give the file. `reason` is one of

    no-connection   nobody there, or no network
    silent          no answer in time
    certificate     not who it says it is
    proxy           the proxy in between refused
    status-404      an error page (or any other number)
    not-gzip        something else altogether: the login page of a hotel's network, say
    cut-off         the connection ended before the file did
    too-large       more bytes than the file can have
    damaged         all there, but not the file that it should be
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
