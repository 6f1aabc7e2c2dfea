"""One file over HTTP, with patience for bad networks and none for being kept waiting.

What has arrived is kept in a .part file; the next try asks only for the rest. And it can be
cancelled at any moment, which is harder than it sounds: a thread that waits for a silent server
looks at no flag. So a `Line` keeps a second handle on every connection. Cancelling shuts the
connection down through it, from outside, and the thread that waits is told that it has ended.

This module imports requests, which takes a while: import it where it is needed, not at the top.
"""

import contextlib
import itertools
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.exceptions import NewConnectionError

from core.data.connect import Connector, connect, pool_classes
from core.data.remote import TransferError
from core.progress import CancelToken

CONNECT_SECONDS = 5.0  # for a server to say hello
SILENCE_SECONDS = 20.0  # between two pieces of the answer
PIECE = 2**14  # bytes
GZIP_MAGIC = b"\x1f\x8b"


class Line:
    """Connections that can be cut from another thread. To be used in a with statement."""

    def __init__(self, cancel: CancelToken) -> None:
        self._cancel = cancel
        self._handles: list[socket.socket] = []  # the second ones, on the connections in use
        self._session = requests.Session()
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, _Adapter(self._connect))
        cancel.on_cancel(self._cut)

    def __enter__(self) -> "Line":
        return self

    def __exit__(self, *exception: object) -> None:
        self._hang_up()

    def fetch(self, url: str, part: Path, limit: int, arrived: Callable[[int], None]) -> None:
        """Bring the gzip file at `url` into `part`, or only the rest where `part` holds a beginning.

        limit: the most bytes that the file can have. arrived: is told how many are there.
        Raises TransferError, Cancelled, and OSError where `part` cannot be written.
        """
        self._cancel.check()
        try:
            if not self._fetch(url, part, limit, arrived):
                part.unlink()
                self._fetch(url, part, limit, arrived)
        finally:
            self._hang_up()  # no connection is used twice: what is cut is what is waited for

    def _fetch(self, url: str, part: Path, limit: int, arrived: Callable[[int], None]) -> bool:
        """Whether it worked; not if the server has nothing after the end of `part`."""
        done = part.stat().st_size if part.exists() else 0
        with self._open(url, done) as response:
            if response.status_code == 416 and done:
                return False
            resumed = response.headers.get("Content-Range", "").startswith(f"bytes {done}-")
            if response.status_code != (206 if resumed else 200):
                raise TransferError(f"status-{response.status_code}")
            pieces = self._pieces(response)
            first = next(pieces, b"")
            if not resumed and not first.startswith(GZIP_MAGIC):
                raise TransferError("not-gzip")  # before anything that is there is overwritten
            with part.open("ab" if resumed else "wb") as file:
                self._save(first, pieces, file, limit, arrived)
        return True

    def _open(self, url: str, done: int) -> requests.Response:
        """The answer of the server, without its body; from byte `done` on if the server can do that."""
        headers = {"Accept-Encoding": "identity"}  # gzip is what we want, not a way to send it
        if done:
            headers["Range"] = f"bytes={done}-"
        with self._translated():
            return self._session.get(
                url, headers=headers, stream=True, timeout=(CONNECT_SECONDS, SILENCE_SECONDS)
            )

    def _pieces(self, response: requests.Response) -> Iterator[bytes]:
        while True:
            with self._translated():
                piece = response.raw.read(PIECE, decode_content=False)
            if not piece:
                return
            yield piece

    def _save(
        self,
        first: bytes,
        pieces: Iterator[bytes],
        file: BinaryIO,
        limit: int,
        arrived: Callable[[int], None],
    ) -> None:
        for piece in itertools.chain([first], pieces):
            file.write(piece)
            arrived(file.tell())
            self._cancel.check()
            if file.tell() > limit:
                raise TransferError("too-large")
        self._cancel.check()  # a connection that was cut looks like one that has ended

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        """Turns what requests and urllib3 raise into TransferError, or Cancelled where that was why."""
        try:
            yield
        except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
            self._cancel.check()
            raise TransferError(_reason(error)) from error

    def _connect(self, host: str, port: int) -> socket.socket:
        line = connect(host, port, CONNECT_SECONDS, self._cancel)
        try:
            self._handles.append(line.dup())
            self._cancel.check()  # cancelled before there was something to cut?
        except BaseException:
            line.close()
            raise
        return line

    def _hang_up(self) -> None:
        self._session.close()
        while self._handles:
            self._handles.pop().close()

    def _cut(self) -> None:
        for handle in tuple(self._handles):
            with contextlib.suppress(OSError):  # it has ended already
                handle.shutdown(socket.SHUT_RDWR)


class _Adapter(HTTPAdapter):
    """Makes requests connect in our way, also through a proxy."""

    def __init__(self, connector: Connector) -> None:
        self._pools = pool_classes(connector)
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        super().init_poolmanager(*arguments, **options)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: Any, **options: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **options)
        if type(manager) is urllib3.ProxyManager:  # a SOCKS proxy has a way of its own to connect
            manager.pool_classes_by_scheme = self._pools
        return manager


def _reason(error: Exception) -> str:
    """What to call an error of requests or urllib3."""
    cause = getattr(error.args[0], "reason", None) if error.args else None  # of requests' ConnectionError
    match error:
        case requests.Timeout() | urllib3.exceptions.TimeoutError():
            return "silent"
        case requests.exceptions.SSLError() | urllib3.exceptions.SSLError():
            return "certificate"
        case requests.exceptions.ProxyError():
            return "proxy"
        case urllib3.exceptions.ProtocolError():
            return "cut-off"
        case requests.ConnectionError() if not isinstance(cause, NewConnectionError):
            return "cut-off"
    return "no-connection"
