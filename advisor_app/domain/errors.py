"""What can go wrong, in the two kinds that a person can do something about.

Anything else is a fault of the program and is left to reach the root that reports it.
"""

import errno

from advisor_app.domain.text import Message, Value, msg


class Problem(Exception):
    """A problem said in one line: what, where and how to mend. ``message`` is put into words by the root that shows it."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.template)
        self.message = message


class UserProblem(Problem):
    """Something in what the user gave: an unknown key, a broken file, an unknown identifier."""


class EnvironmentProblem(Problem):
    """Something around the program: no space, no permission, a locked or vanished file. Says what is still safe."""


_REASONS = {
    errno.ENOSPC: msg("no space left on the disk"),
    errno.EDQUOT: msg("the space allowed here is used up"),
    errno.EROFS: msg("the disk is read-only"),
    errno.EACCES: msg("permission denied"),
    errno.EPERM: msg("not permitted"),
    errno.ENOENT: msg("no such file or folder"),
    errno.ENOTDIR: msg("a part of the path is not a folder"),
    errno.EISDIR: msg("this is a folder"),
    errno.EEXIST: msg("it is there already"),
    errno.ENAMETOOLONG: msg("the name is too long"),
    errno.ELOOP: msg("the link leads back to itself"),
    errno.EBUSY: msg("another program is using it"),
    errno.EIO: msg("the disk does not answer"),
    errno.EFBIG: msg("the file would be too large for this disk"),
    errno.EMFILE: msg("too many files are open"),
    errno.ENODEV: msg("the disk is gone"),
    errno.ENXIO: msg("the disk is gone"),
    errno.ETIMEDOUT: msg("the network does not answer"),
    errno.EINVAL: msg("the system does not take this name"),
}


def reason(error: OSError) -> Value:
    """Why the system refused, in words that can be translated; in its own where the program has none for it."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error) or type(error).__name__
