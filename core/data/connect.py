"""Connecting to a server without ever waiting where nobody can interrupt.

`socket.create_connection` blocks: for the name to be looked up, then for the server to answer. Here
both are waited for in small steps, with a look at the CancelToken between two of them.
"""

import errno
import os
import selectors
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from core.progress import CancelToken

LOOK_SECONDS = 0.05  # between two looks at the token

Connector = Callable[[str, int], socket.socket]
_UNDER_WAY = (0, errno.EINPROGRESS, errno.EWOULDBLOCK, getattr(errno, "WSAEWOULDBLOCK", errno.EWOULDBLOCK))


def connect(host: str, port: int, seconds: float, cancel: CancelToken) -> socket.socket:
    """A connection to `host`, with each of its addresses tried for so many seconds.

    Raises Cancelled, socket.gaierror where nobody knows the host, TimeoutError where it does not
    answer, and OSError where it refuses.
    """
    failure: OSError | None = None
    for family, _, protocol, _, address in look_up(host, port, cancel):
        try:
            return _connect_to(family, protocol, address, seconds, cancel)
        except OSError as error:
            failure = error
    raise failure or OSError(errno.EHOSTUNREACH, os.strerror(errno.EHOSTUNREACH))


def look_up(host: str, port: int, cancel: CancelToken) -> list[Any]:
    """The addresses of a host, as socket.getaddrinfo gives them.

    The system's look-up cannot be interrupted. So it has a thread of its own, and on cancelling the
    thread is left to end when the system lets it.
    """
    found: list[Any] = []
    failed: list[OSError] = []

    def ask() -> None:
        try:
            found.extend(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except UnicodeError as error:  # no host can have this name
            failed.append(socket.gaierror(socket.EAI_NONAME, str(error)))
        except OSError as error:
            failed.append(error)

    thread = threading.Thread(target=ask, name="look-up", daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(LOOK_SECONDS)
        cancel.check()
    if failed:
        raise failed[0]
    return found


def _connect_to(
    family: int, protocol: int, address: Any, seconds: float, cancel: CancelToken
) -> socket.socket:
    line = socket.socket(family, socket.SOCK_STREAM, protocol)
    try:
        line.setblocking(False)
        error = line.connect_ex(address)
        if error in _UNDER_WAY:
            _wait_until_writable(line, seconds, cancel)
            error = line.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error:
            raise OSError(error, os.strerror(error))
        line.settimeout(seconds)
    except BaseException:
        line.close()
        raise
    return line


def _wait_until_writable(line: socket.socket, seconds: float, cancel: CancelToken) -> None:
    """Wait until the server has answered, in one way or the other."""
    deadline = time.monotonic() + seconds
    with selectors.DefaultSelector() as selector:
        selector.register(line, selectors.EVENT_WRITE)
        while not selector.select(LOOK_SECONDS):
            cancel.check()
            if time.monotonic() > deadline:
                raise TimeoutError


def pool_classes(connector: Connector) -> dict[str, type[HTTPConnectionPool]]:
    """urllib3's pools of connections by scheme, for connections that are made by `connector`."""

    def new_connection(self: HTTPConnection) -> socket.socket:
        try:
            return connector(self._dns_host, self.port)
        except socket.gaierror as error:
            raise NameResolutionError(self.host, self, error) from error
        except TimeoutError as error:
            raise ConnectTimeoutError(self, "no answer") from error
        except OSError as error:
            raise NewConnectionError(self, str(error)) from error

    class Plain(HTTPConnection):
        _new_conn = new_connection

    class Secure(HTTPSConnection):
        _new_conn = new_connection

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}
