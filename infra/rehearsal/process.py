"""A function's process as Lambda runs it, watched: what it connects to and when, and how much memory it holds."""

import http.server
import json
import os
import socket
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infra.rehearsal.cloud import REGION

HOST = "127.0.0.1"
NEXT = "/2018-06-01/runtime/invocation/next"
PATIENCE_SECONDS = 30
# For how long a process is left alone before its memory is read.
IDLE_SECONDS = 0.1
CHUNK = 65_536


@dataclass
class Seen:
    """One life: from its start through one invocation."""

    # Connections before the function asked for its first event, and those that it opened for it.
    at_start: int
    for_event: int
    answer: Any
    resident_kb: int
    start_millis: float


class Wire:
    """A way to the cloud that counts the connections taken."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._listener = socket.create_server((HOST, 0))
        self.port = self._listener.getsockname()[1]
        self.opened = 0
        threading.Thread(target=self._take, daemon=True).start()

    def _take(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            self.opened += 1
            far = socket.create_connection((HOST, self._target))
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=_pass_on, args=(one, other), daemon=True).start()

    def close(self) -> None:
        self._listener.close()


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    try:
        while chunk := one.recv(CHUNK):
            other.sendall(chunk)
        other.shutdown(socket.SHUT_WR)
    except OSError:
        one.close()
        other.close()


class Lambda(http.server.ThreadingHTTPServer):
    """Lambda's side of a function's process: hands out one event, and keeps what comes back."""

    daemon_threads = True

    def __init__(self, event: str) -> None:
        super().__init__((HOST, 0), _Handler)
        self.event = event
        self.asked = threading.Event()
        self.answered = threading.Event()
        self.over = threading.Event()
        self.answer: Any = None
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.over.set()
        self.shutdown()
        self.server_close()


class _Handler(http.server.BaseHTTPRequestHandler):
    server: Lambda

    def do_GET(self) -> None:
        if self.path != NEXT or self.server.asked.is_set():
            self.server.over.wait(PATIENCE_SECONDS)
            return
        self.server.asked.set()
        # Long enough for what the start still has to open.
        time.sleep(IDLE_SECONDS)
        self.send_response(200)
        self.send_header("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd")
        self.send_header("Lambda-Runtime-Deadline-Ms", str(int((time.time() + PATIENCE_SECONDS) * 1000)))
        self.send_header("Lambda-Runtime-Invoked-Function-Arn", f"arn:aws:lambda:{REGION}:000000000000:function:f")
        self._send(self.server.event.encode())

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"])) if "content-length" in self.headers else b""
        if self.headers.get("transfer-encoding") == "chunked":
            body = self._chunks()
        self.server.answer = json.loads(body or b"null")
        self.send_response(202)
        self._send(b"")
        self.server.answered.set()

    def _chunks(self) -> bytes:
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def _send(self, body: bytes) -> None:
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def live_once(program: Path, handler: str, settings: dict[str, str], cloud_port: int, event: str) -> Seen:
    """Starts the program, lets it serve one event, and ends it."""
    wire, own = Wire(cloud_port), Lambda(event)
    environment = {
        "PATH": os.environ["PATH"],
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_REGION": REGION,
        "AWS_ENDPOINT_URL": f"http://{HOST}:{wire.port}",
        "AWS_LAMBDA_RUNTIME_API": f"{HOST}:{own.server_address[1]}",
        "AWS_LAMBDA_FUNCTION_NAME": handler,
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "256",
        "_HANDLER": handler,
        **settings,
    }
    started = time.monotonic()
    with subprocess.Popen(
        [str(program)], cwd=program.parent, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        try:
            if not own.asked.wait(PATIENCE_SECONDS):
                raise TimeoutError(f"{handler} did not ask for an event")
            start_millis = (time.monotonic() - started) * 1000
            time.sleep(IDLE_SECONDS / 2)
            at_start = wire.opened
            if not own.answered.wait(PATIENCE_SECONDS):
                raise TimeoutError(f"{handler} did not answer")
            time.sleep(IDLE_SECONDS)
            resident_kb = _resident_kb(process.pid)
        finally:
            process.kill()
            own.close()
            wire.close()
    return Seen(at_start, wire.opened - at_start, own.answer, resident_kb, start_millis)


def _resident_kb(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    [line] = [line for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(line.split()[1])
