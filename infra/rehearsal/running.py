"""The cloud and the stacks that all tests of a run share: made once, ended with the run."""

import atexit
import functools
import tempfile
from pathlib import Path

from infra.rehearsal.cloud import Cloud
from infra.rehearsal.stack import Stack, build, deploy, package


@functools.cache
def _cloud() -> tuple[Cloud, Path]:
    """Builds, packages, and starts a cloud."""
    folder = tempfile.TemporaryDirectory(prefix="sild-cloud-")
    atexit.register(folder.cleanup)
    path = Path(folder.name)
    package(build(), path)
    cloud = Cloud(path)
    atexit.register(cloud.stop)
    return cloud, path


@functools.cache
def stack(name: str) -> Stack:
    """A stack of this name."""
    cloud, folder = _cloud()
    return deploy(cloud, folder, name)
