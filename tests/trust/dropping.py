"""A proxy that loses answers: it hands the request on, waits until the server has answered, and hangs up on the client."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field


@dataclass
class Dropper:
    """`after` answers of that many coming POSTs are lost; of `before` the request never reaches the server."""

    port: int = 0
    after: int = 0
    before: int = 0
    lost: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def takes(self, kind: str) -> bool:
        """Whether this request is one to be lost, counting down."""
        with self.lock:
            left = getattr(self, kind)
            if left:
                setattr(self, kind, left - 1)
                self.lost += 1
            return bool(left)


@contextmanager
def dropping(server_port: int) -> Iterator[Dropper]:
    """Listens on loopback until the end of the block."""
    listener = socket.create_server(("127.0.0.1", 0))
    dropper = Dropper(port=listener.getsockname()[1])

    def accept() -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=_relay, args=(client, server_port, dropper), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield dropper
    finally:
        listener.close()


def _relay(client: socket.socket, server_port: int, dropper: Dropper) -> None:
    with client, suppress(OSError):
        request = _whole_request(client)
        is_post = request.startswith(b"POST")
        if is_post and dropper.takes("before"):
            return
        with socket.create_connection(("127.0.0.1", server_port)) as server:
            server.sendall(request)
            answer = b"".join(iter(lambda: server.recv(65536), b""))
        if is_post and dropper.takes("after"):
            return
        client.sendall(answer)


def _whole_request(client: socket.socket) -> bytes:
    """Head and as much body as the head announces; the client asked for `Connection: close`."""
    received = b""
    while b"\r\n\r\n" not in received:
        part = client.recv(65536)
        if not part:
            return received
        received += part
    head, _, body = received.partition(b"\r\n\r\n")
    announced = next(
        (int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
    )
    while len(body) < announced:
        body += client.recv(65536)
    return head + b"\r\n\r\n" + body
