"""MNIST over the network: good mirrors, bad ones, silent ones, none at all, and being called off."""

import gzip
import hashlib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.data import idx, mnist, transfer
from core.data.download import FILES, MIRRORS, download
from core.data.remote import RemoteFile
from core.errors import Cancelled, DownloadError, FileFormatError
from core.progress import CancelToken, Progress

PATIENCE = 60.0  # seconds until a test that hangs gives up


def made_up(shape: tuple[int, ...], seed: int, largest: int) -> bytes:
    return idx.to_bytes(np.random.default_rng(seed).integers(0, largest + 1, shape).astype(np.uint8))


UNPACKED = {
    "train-images-idx3-ubyte": made_up((300, 28, 28), 1, 255),
    "train-labels-idx1-ubyte": made_up((300,), 2, 9),
    "t10k-images-idx3-ubyte": made_up((100, 28, 28), 3, 255),
    "t10k-labels-idx1-ubyte": made_up((100,), 4, 9),
}
PACKED = {name: gzip.compress(data, mtime=0) for name, data in UNPACKED.items()}
OTHERWISE_PACKED = {name: gzip.compress(data, compresslevel=1, mtime=7) for name, data in UNPACKED.items()}
REMOTE = [
    RemoteFile(name, len(PACKED[name]), len(data), hashlib.sha256(data).hexdigest())
    for name, data in UNPACKED.items()
]
FIRST = REMOTE[0].name
PART = f"{FIRST}.gz.part"
WHOLE = PACKED[FIRST]


class Handler(BaseHTTPRequestHandler):
    """Answers as the mirror that it belongs to was told to."""

    server: "Server"
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        name = self.path.rsplit("/", 1)[-1].removesuffix(".gz")
        asked = self.headers.get("Range", "")
        self.server.asked.append((name, asked))
        start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked else 0
        try:
            self.server.answer(self, self.server.files[name], start)
        except (ConnectionError, BrokenPipeError):
            self.close_connection = True

    def head(self, status: int, length: int, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


Answer = Callable[[Handler, bytes, int], None]


class Server(ThreadingHTTPServer):
    daemon_threads = False  # so that closing waits for them

    def __init__(self, answer: Answer, files: dict[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer = answer
        self.files = files
        self.asked: list[tuple[str, str]] = []
        self.silent = threading.Event()  # set when it has fallen silent
        self.released = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/mnist/"


def ranges(handler: Handler, data: bytes, start: int) -> None:
    """A good mirror, which can also send the rest of a file."""
    if start == 0:
        handler.head(200, len(data))
    elif start >= len(data):
        handler.head(416, 0, Content_Range=f"bytes */{len(data)}")
        return
    else:
        handler.head(206, len(data) - start, Content_Range=f"bytes {start}-{len(data) - 1}/{len(data)}")
    handler.wfile.write(data[start:])


def no_ranges(handler: Handler, data: bytes, start: int) -> None:
    ranges(handler, data, 0)


def dies_after(count: int) -> Answer:
    def answer(handler: Handler, data: bytes, start: int) -> None:
        handler.head(200, len(data))
        handler.wfile.write(data[:count])
        handler.close_connection = True

    return answer


def dies_without_a_length(handler: Handler, data: bytes, start: int) -> None:
    handler.send_response(200)
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.wfile.write(data[:100])


def login_page(handler: Handler, data: bytes, start: int) -> None:
    page = b"<!DOCTYPE html><title>Welcome to our hotel</title>" + b" " * 5000
    handler.head(200, len(page), Content_Type="text/html")
    handler.wfile.write(page)


def error_page(status: int) -> Answer:
    return lambda handler, data, start: handler.head(status, 0)


def without_end(handler: Handler, data: bytes, start: int) -> None:
    handler.send_response(200)
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.wfile.write(data)
    while True:
        handler.wfile.write(bytes(2**16))


def silent_after(count: int) -> Answer:
    def answer(handler: Handler, data: bytes, start: int) -> None:
        handler.head(200, len(data))
        handler.wfile.write(data[:count])
        handler.wfile.flush()
        fall_silent(handler)

    return answer


def fall_silent(handler: Handler, data: bytes = b"", start: int = 0) -> None:
    """Neither an answer nor an end, until the test is over."""
    handler.server.silent.set()
    handler.server.released.wait(PATIENCE)
    handler.close_connection = True


@pytest.fixture
def mirror() -> Iterator[Callable[..., Server]]:
    """Makes mirrors; all of them are closed, and their threads joined, at the end."""
    before = set(threading.enumerate())
    with ExitStack() as stack:

        def make(answer: Answer = ranges, files: dict[str, bytes] = PACKED) -> Server:
            server = Server(answer, files)
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
            thread.start()
            stack.callback(thread.join)
            stack.callback(server.server_close)
            stack.callback(server.shutdown)
            stack.callback(server.released.set)
            return server

        yield make
    assert set(threading.enumerate()) == before


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def closed_port() -> Iterator[str]:
    """The address of a server that is not there: bound, so that nobody else gets it, but not listening."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{bound.getsockname()[1]}/"


def fetch(folder: Path, *mirrors: Server | str, **options: Any) -> None:
    urls = [mirror if isinstance(mirror, str) else mirror.url for mirror in mirrors]
    download(folder, mirrors=urls, files=REMOTE, **options)


def check(folder: Path) -> None:
    """All four files are there, right, and alone."""
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == UNPACKED
    assert len(mnist.load(folder, "train")) == 300
    assert len(mnist.load(folder, "test")) == 100


def failure(folder: Path, *mirrors: Server | str) -> list[str]:
    """What went wrong at each mirror."""
    with pytest.raises(DownloadError) as info:
        fetch(folder, *mirrors)
    urls = [mirror if isinstance(mirror, str) else mirror.url for mirror in mirrors]
    assert [url for url, _ in info.value.attempts] == urls
    assert info.value.name == FIRST
    return [reason for _, reason in info.value.attempts]


# Going well


def test_four_files_from_one_mirror(tmp_path: Path, mirror: Callable[..., Server]) -> None:
    server = mirror()
    fetch(tmp_path / "new" / "folder", server)
    check(tmp_path / "new" / "folder")
    assert server.asked == [(file.name, "") for file in REMOTE]


def test_what_is_there_is_not_fetched_again(tmp_path: Path, mirror: Callable[..., Server]) -> None:
    server = mirror()
    fetch(tmp_path, server)
    (tmp_path / REMOTE[3].name).unlink()
    (tmp_path / REMOTE[1].name).write_bytes(b"changed")
    server.asked.clear()
    fetch(tmp_path, server)
    check(tmp_path)
    assert server.asked == [(REMOTE[1].name, ""), (REMOTE[3].name, "")]
    server.asked.clear()
    fetch(tmp_path, server)
    assert server.asked == []


def test_packed_in_another_way_it_is_the_same(tmp_path: Path, mirror: Callable[..., Server]) -> None:
    assert all(PACKED[name] != OTHERWISE_PACKED[name] for name in PACKED)
    fetch(tmp_path, mirror(files=OTHERWISE_PACKED))
    check(tmp_path)


def test_progress_over_all_files(tmp_path: Path, mirror: Callable[..., Server]) -> None:
    seen: list[Progress] = []
    server = mirror()
    fetch(tmp_path, server, report=seen.append)
    total = sum(len(data) for data in PACKED.values())
    assert {progress.total for progress in seen} == {total}
    assert seen[-1] == Progress(total, total, REMOTE[3].name)
    done = [progress.done for progress in seen]
    assert done == sorted(done)
    assert len([progress for progress in seen if progress.note == FIRST]) > 3
    assert list(dict.fromkeys(progress.note for progress in seen)) == [file.name for file in REMOTE]
    seen.clear()
    fetch(tmp_path, server, report=seen.append)  # all there already
    assert seen[-1].fraction == 1


def test_nothing_is_written_to_the_terminal(
    tmp_path: Path, mirror: Callable[..., Server], capfd: pytest.CaptureFixture[str]
) -> None:
    fetch(tmp_path, mirror(login_page), mirror())
    assert capfd.readouterr() == ("", "")


def test_through_a_proxy(
    tmp_path: Path, mirror: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = mirror()
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    fetch(tmp_path, "http://mirror.invalid/mnist/")
    check(tmp_path)
    assert len(proxy.asked) == 4


# Going wrong


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (dies_after(0), "cut-off"),
        (dies_after(1000), "cut-off"),
        (dies_after(100_000), "cut-off"),
        (dies_without_a_length, "cut-off"),
        (login_page, "not-gzip"),
        (error_page(404), "status-404"),
        (error_page(503), "status-503"),
        (error_page(206), "status-206"),
        (without_end, "too-large"),
    ],
)
def test_a_bad_mirror_and_then_a_good_one(
    tmp_path: Path, mirror: Callable[..., Server], answer: Answer, reason: str
) -> None:
    bad = mirror(answer)
    assert failure(tmp_path / "a", bad) == [reason]
    bad.asked.clear()
    good = mirror()
    fetch(tmp_path / "b", bad, good)
    check(tmp_path / "b")
    assert len(bad.asked) == 1  # not asked again for the other files
    assert len(good.asked) == 4


def test_the_second_mirror_goes_on_where_the_first_died(
    tmp_path: Path, mirror: Callable[..., Server]
) -> None:
    good = mirror()
    fetch(tmp_path, mirror(dies_after(100_000)), good)
    check(tmp_path)
    assert good.asked[0] == (FIRST, "bytes=100000-")
    assert [asked for _, asked in good.asked[1:]] == ["", "", ""]


def test_a_part_of_another_packing_is_found_out_and_dropped(
    tmp_path: Path, mirror: Callable[..., Server]
) -> None:
    good = mirror(files=OTHERWISE_PACKED)
    fetch(tmp_path, mirror(dies_after(100_000)), good)
    check(tmp_path)
    assert good.asked[:2] == [(FIRST, "bytes=100000-"), (FIRST, "")]


def test_a_part_from_last_time(tmp_path: Path, mirror: Callable[..., Server]) -> None:
    seen: list[Progress] = []
    (tmp_path / PART).write_bytes(WHOLE[:50_000])
    server = mirror()
    fetch(tmp_path, server, report=seen.append)
    check(tmp_path)
    assert server.asked[0] == (FIRST, "bytes=50000-")
    assert seen[0].done > 50_000


@pytest.mark.parametrize("part", [WHOLE, WHOLE + b"more", b"", b"rubbish"])
def test_a_part_that_is_whole_or_makes_no_sense(
    tmp_path: Path, mirror: Callable[..., Server], part: bytes
) -> None:
    (tmp_path / PART).write_bytes(part)
    fetch(tmp_path, mirror())
    check(tmp_path)


def test_a_mirror_that_cannot_send_the_rest_sends_all(tmp_path: Path, mirror: Callable[..., Server]) -> None:
    (tmp_path / PART).write_bytes(WHOLE[:50_000])
    fetch(tmp_path, mirror(no_ranges))
    check(tmp_path)


def test_a_login_page_does_not_cost_the_part(tmp_path: Path, mirror: Callable[..., Server]) -> None:
    (tmp_path / PART).write_bytes(WHOLE[:50_000])
    assert failure(tmp_path, mirror(login_page)) == ["not-gzip"]
    assert (tmp_path / PART).read_bytes() == WHOLE[:50_000]


WRONG = {
    "another file": gzip.compress(UNPACKED["t10k-images-idx3-ubyte"]),
    "a file as long": gzip.compress(UNPACKED[FIRST][::-1]),
    "a broken one": WHOLE[:1000] + bytes(500) + WHOLE[1500:],
    "a bomb": gzip.compress(bytes(50 * 2**20)),
    "a file with a tail": WHOLE + b"tail",
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_wrong_file(tmp_path: Path, mirror: Callable[..., Server], wrong: bytes) -> None:
    files = dict.fromkeys(PACKED, wrong)
    assert failure(tmp_path, mirror(files=files), mirror(files=files)) == ["damaged", "damaged"]
    assert not any(tmp_path.iterdir())  # no part either: there is nothing to go on with
    fetch(tmp_path, mirror(files=files), mirror())
    check(tmp_path)


def test_a_cut_off_part_is_kept_and_nothing_else(tmp_path: Path, mirror: Callable[..., Server]) -> None:
    assert failure(tmp_path, mirror(dies_after(70_000))) == ["cut-off"]
    assert [path.name for path in tmp_path.iterdir()] == [PART]
    assert (tmp_path / PART).read_bytes() == WHOLE[:70_000]


def test_nobody_there(tmp_path: Path, closed_port: str) -> None:
    urls = (closed_port, "nonsense", "http://127.0.0.1:99999/", "http://[::::/")
    assert failure(tmp_path, *urls) == ["no-connection"] * 4
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize(
    "error", [socket.gaierror(socket.EAI_NONAME, "unknown"), UnicodeError("no name at all")]
)
def test_no_network_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Nobody can say where the mirrors are."""

    def nobody_knows(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", nobody_knows)
    with pytest.raises(DownloadError) as info:
        mnist.download(tmp_path)
    assert info.value.attempts == tuple((mirror, "no-connection") for mirror in MIRRORS)
    assert not any(tmp_path.iterdir())


def test_a_server_that_speaks_no_tls(tmp_path: Path, mirror: Callable[..., Server]) -> None:
    url = mirror().url.replace("http:", "https:")
    assert failure(tmp_path, url) == ["certificate"]


def test_a_server_that_falls_silent(
    tmp_path: Path, mirror: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transfer, "SILENCE_SECONDS", 0.2)
    assert failure(tmp_path, mirror(silent_after(70_000)), mirror(fall_silent)) == ["silent", "silent"]
    fetch(tmp_path, mirror())
    check(tmp_path)


def test_a_folder_that_cannot_be_written(tmp_path: Path, mirror: Callable[..., Server]) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileFormatError) as info:
        fetch(tmp_path / "file" / "below", mirror())
    assert info.value.problem == "unwritable"


# Being called off


@contextmanager
def called_off_when(silent: threading.Event) -> Iterator[CancelToken]:
    """A token that another thread cancels as soon as `silent` is set.

    Fails if the work is not back soon after; and no timeout of the network would let it be.
    """
    token, back, late = CancelToken(), threading.Event(), threading.Event()

    def wait_and_cancel() -> None:
        silent.wait(PATIENCE)
        token.cancel()
        if not back.wait(5):
            late.set()

    thread = threading.Thread(target=wait_and_cancel)
    thread.start()
    try:
        yield token
    finally:
        back.set()
        thread.join()
    assert not late.is_set()


@pytest.fixture
def no_timeouts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transfer, "SILENCE_SECONDS", PATIENCE)
    monkeypatch.setattr(transfer, "CONNECT_SECONDS", PATIENCE)


@pytest.mark.usefixtures("no_timeouts")
@pytest.mark.parametrize("count", [0, 70_000])
def test_called_off_while_a_server_is_silent_in_the_middle(
    tmp_path: Path, mirror: Callable[..., Server], count: int
) -> None:
    server, second = mirror(silent_after(count)), mirror()
    with called_off_when(server.silent) as token, pytest.raises(Cancelled):
        fetch(tmp_path, server, second, cancel=token)
    assert second.asked == []
    left = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = left.get(PART, b"")
    assert WHOLE[:count].startswith(kept)
    assert set(left) == ({PART} if kept else set())
    fetch(tmp_path, second)
    check(tmp_path)
    assert second.asked[0] == (FIRST, f"bytes={len(kept)}-" if kept else "")


@pytest.mark.usefixtures("no_timeouts")
def test_called_off_at_a_mirror_that_was_asked_before(tmp_path: Path, mirror: Callable[..., Server]) -> None:
    """The connection that is cut has to be the one that is waited for, not an older or a newer one."""

    def has_the_second(handler: Handler, data: bytes, start: int) -> None:
        if data == WHOLE:
            handler.head(404, 0)
        else:
            fall_silent(handler)

    def has_the_first(handler: Handler, data: bytes, start: int) -> None:
        if data == WHOLE:
            ranges(handler, data, start)
        else:
            handler.head(404, 0)

    first, second = mirror(has_the_second), mirror(has_the_first)
    with called_off_when(first.silent) as token, pytest.raises(Cancelled):
        fetch(tmp_path, first, second, cancel=token)
    assert [path.name for path in tmp_path.iterdir()] == [FIRST]


@pytest.mark.usefixtures("no_timeouts")
def test_called_off_before_a_server_has_answered(tmp_path: Path, mirror: Callable[..., Server]) -> None:
    server = mirror(fall_silent)
    with called_off_when(server.silent) as token, pytest.raises(Cancelled):
        fetch(tmp_path, server, cancel=token)
    assert not any(tmp_path.iterdir())


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    """A server that takes no call: the system says hello for it, and then nothing happens."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(1)
        yield server


class Noticing(CancelToken):
    """A token that can tell when somebody looks at it again and again: the work is waiting."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting = threading.Event()
        self.looks = 0

    def check(self) -> None:
        self.looks += 1
        if self.looks > 5:
            self.waiting.set()
        super().check()


@pytest.mark.usefixtures("no_timeouts")
def test_called_off_during_the_handshake(tmp_path: Path, listening: socket.socket) -> None:
    accepted = threading.Event()
    calls: list[socket.socket] = []

    def accept() -> None:
        calls.append(listening.accept()[0])
        accepted.set()

    thread = threading.Thread(target=accept)
    thread.start()
    with called_off_when(accepted) as token, pytest.raises(Cancelled):
        fetch(tmp_path, f"https://127.0.0.1:{listening.getsockname()[1]}/", cancel=token)
    thread.join()
    calls[0].close()


def cancel_when_waiting(token: Noticing) -> threading.Thread:
    def cancel() -> None:
        token.waiting.wait(PATIENCE)
        token.cancel()

    thread = threading.Thread(target=cancel)
    thread.start()
    return thread


@pytest.mark.usefixtures("no_timeouts")
def test_called_off_while_a_server_does_not_pick_up(tmp_path: Path, listening: socket.socket) -> None:
    listening.listen(0)
    with ExitStack() as stack:
        for _ in range(3):  # fill the queue of those who wait to be picked up
            caller = stack.enter_context(socket.socket())
            caller.setblocking(False)
            caller.connect_ex(listening.getsockname())
        token = Noticing()
        thread = cancel_when_waiting(token)
        with pytest.raises((Cancelled, DownloadError)) as info:
            fetch(tmp_path, f"http://127.0.0.1:{listening.getsockname()[1]}/", cancel=token)
        token.waiting.set()
        thread.join()
    if isinstance(info.value, DownloadError):
        pytest.skip("this system refuses a call where others let it wait")


@pytest.mark.usefixtures("no_timeouts")
def test_called_off_while_the_name_is_looked_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answered = threading.Event()

    def slow(*_: object, **__: object) -> list[Any]:
        answered.wait(PATIENCE)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    token = Noticing()
    thread = cancel_when_waiting(token)
    with pytest.raises(Cancelled):
        fetch(tmp_path, "http://mirror.example/", cancel=token)
    answered.set()
    thread.join()
    for left in threading.enumerate():
        if left.name == "look-up":
            left.join(PATIENCE)
            assert not left.is_alive()


def test_called_off_before_it_began(tmp_path: Path, mirror: Callable[..., Server]) -> None:
    token = CancelToken()
    token.cancel()
    server = mirror()
    with pytest.raises(Cancelled):
        fetch(tmp_path, server, cancel=token)
    assert server.asked == []


def test_called_off_by_whoever_watches(tmp_path: Path, mirror: Callable[..., Server]) -> None:
    token = CancelToken()

    def enough(progress: Progress) -> None:
        if progress.done > 100_000:
            token.cancel()

    with pytest.raises(Cancelled):
        fetch(tmp_path, mirror(), report=enough, cancel=token)
    assert [path.name for path in tmp_path.iterdir()] == [PART]


# What is really fetched


def test_what_is_known_of_the_real_files(shared_data: Path) -> None:
    assert len(MIRRORS) == 2
    for file in FILES:
        data = gzip.decompress((shared_data / "mnist" / f"{file.name}.gz").read_bytes())
        assert (len(data), hashlib.sha256(data).hexdigest()) == (file.size, file.sha256)
