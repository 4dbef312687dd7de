"""The cloud and the stacks that all tests of a run share: made once, ended with the run."""

import atexit
import functools
import signal
import sys
import tempfile
from pathlib import Path

from infra.rehearsal.build import build
from infra.rehearsal.cloud import Cloud
from infra.rehearsal.stack import Stack, deploy, package

# Who is asked to end ends the cloud as well.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))


@functools.cache
def cloud() -> Cloud:
    """The cloud, with nothing on it."""
    found = Cloud(_folder())
    atexit.register(found.stop)
    return found


@functools.cache
def stack(name: str) -> Stack:
    """A stack of this name."""
    return deploy(cloud(), _packaged(), name)


@functools.cache
def scene() -> Stack:
    """A stack whose table is set for one event at a time. Nothing reads its stream: it would tell of that too."""
    found = stack("scene")
    functions = found.cloud.client("lambda")
    for mapping in functions.list_event_source_mappings()["EventSourceMappings"]:
        if ":scene-" in mapping["FunctionArn"]:
            functions.update_event_source_mapping(UUID=mapping["UUID"], Enabled=False)
    return found


@functools.cache
def _folder() -> Path:
    folder = tempfile.TemporaryDirectory(prefix="sild-cloud-")
    atexit.register(folder.cleanup)
    return Path(folder.name)


@functools.cache
def _packaged() -> Path:
    package(build(), _folder())
    return _folder()
