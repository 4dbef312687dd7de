"""The cloud of this machine: MiniStack on the loopback address, every call held against the caller's policies."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import boto3

REGION = "eu-north-1"
ACCOUNT = "000000000000"
STARTS_WITHIN_SECONDS = 60
ROOT = Path(__file__).resolve().parents[2]


class CloudError(Exception):
    """Says what the cloud did not do."""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Cloud:
    """A running cloud. It is empty at the start and forgotten at the end."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        # Kept for whoever looks for what failed.
        self.log = ROOT / "target/test/cloud-of-this-machine.log"
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self.environment = {
            **os.environ,
            "AWS_ENDPOINT_URL": self.url,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
        }
        own = {
            "BIND_HOST": "127.0.0.1",
            "GATEWAY_PORT": str(self.port),
            "MINISTACK_HOST": "localhost",
            "MINISTACK_REGION": REGION,
            "AUTH": "true",
            # A broker of its own that nothing here needs, on a fixed port.
            "IOT_MTLS_ENABLED": "0",
        }
        program = Path(sys.executable).parent / "ministack"
        written = self.log.open("w")
        self._process = subprocess.Popen(
            [str(program)],
            env={**self.environment, **own},
            cwd=folder,
            stdout=written,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        written.close()
        self._wait()

    def _wait(self) -> None:
        ends = time.monotonic() + STARTS_WITHIN_SECONDS
        while time.monotonic() < ends:
            if self._process.poll() is not None:
                break
            try:
                if self.get("/_ministack/health"):
                    return
            except OSError:
                time.sleep(0.2)
        raise CloudError(f"the cloud did not start:\n{self.log.read_text()[-2000:]}")

    def get(self, path: str) -> Any:
        with urllib.request.urlopen(self.url + path, timeout=30) as answer:
            return json.load(answer)

    def client(self, service: str) -> Any:
        """A client with the rights of whoever deploys."""
        return boto3.client(
            service,
            endpoint_url=self.url,
            region_name=REGION,
            aws_access_key_id="test",
            aws_secret_access_key="test",
        )

    def client_as(self, service: str, credentials: dict) -> Any:
        """A client with the rights of a role that was taken on."""
        return boto3.client(
            service,
            endpoint_url=self.url,
            region_name=REGION,
            aws_access_key_id=credentials["AccessKeyId"],
            aws_secret_access_key=credentials["SecretAccessKey"],
            aws_session_token=credentials["SessionToken"],
        )

    def mails(self) -> list[dict]:
        """All mails that SES accepted, oldest first."""
        messages = self.get("/_ministack/ses/messages")["messages"]
        return [message for account in messages.values() for message in account]

    def stop(self) -> None:
        """Ends it, and the functions that it runs."""
        os.killpg(self._process.pid, signal.SIGTERM)
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
