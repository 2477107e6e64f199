"""One copy, many starts: who comes second asks the first to come forward, and goes.

A lock in the user's data folder tells whether a copy runs there. Qt's lock knows the process and the machine that made it, so
what a crash leaves behind is seen through and taken over; a lock of another machine, on a shared folder, is for a person to decide.
"""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal

_ANSWER_WITHIN = 2_000  # milliseconds; a copy that is busy for longer cannot be told from one that hangs
_LONGEST = 65_536  # bytes; a file's name and little more


class Claim(Enum):
    """What came of asking for the folder."""

    OURS = auto()
    ANOTHER_HERE = auto()
    ANOTHER_MACHINE = auto()
    NO_LOCK = auto()
    """The folder cannot be written: there is nothing that two copies could spoil, so both may run."""


class OneCopy:
    """The lock of one data folder. Light: the first paint waits for it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = QLockFile(str(folder / "advisor.lock"))
        self._lock.setStaleLockTime(0)  # a long day is no sign of a crash; the process's absence is

    @property
    def name(self) -> str:
        """Where the folder's copy can be spoken to; short, since a socket's name has to be."""
        from hashlib import sha256  # late: the first paint asks for no name

        return f"advisor-{sha256(str(self._folder.absolute()).encode('utf-8', 'surrogateescape')).hexdigest()[:16]}"

    def claim(self) -> Claim:
        """Takes the folder, or says who has it."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return Claim.NO_LOCK
        if self._lock.tryLock(0):
            return Claim.OURS
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            return Claim.NO_LOCK
        return Claim.ANOTHER_MACHINE if self.owner() not in {"", _this_machine()} else Claim.ANOTHER_HERE

    def owner(self) -> str:
        """The machine whose copy has the folder; empty where the lock does not say."""
        _, machine, _ = self._lock.getLockInfo()
        return str(machine)

    def take_over(self) -> bool:
        """Takes the folder although a lock is there: a person said that its owner is gone."""
        return self._lock.removeStaleLockFile() and self._lock.tryLock(0)

    def release(self) -> None:
        self._lock.unlock()

    def bring_forward(self, opens: Path | None) -> bool:
        """Asks the copy that runs to come forward, and to open a file; false where it does not answer."""
        import json  # late: only a second start needs it

        from PySide6.QtNetwork import QLocalSocket  # late, as above

        socket = QLocalSocket()
        socket.connectToServer(self.name)
        if not socket.waitForConnected(_ANSWER_WITHIN):
            return False
        socket.write(json.dumps({"open": str(opens.absolute()) if opens else None}).encode() + b"\n")
        return socket.waitForBytesWritten(_ANSWER_WITHIN) and socket.waitForReadyRead(_ANSWER_WITHIN)


def _this_machine() -> str:
    from PySide6.QtCore import QSysInfo  # late: only a folder that is taken asks

    return QSysInfo.machineHostName()


class Doorbell(QObject):
    """Listens for later starts. Made after the first paint, by the copy that has the folder."""

    rung = Signal(str)
    """Another start: the file that it was to open, or nothing."""

    def __init__(self, name: str, parent: QObject) -> None:
        from PySide6.QtNetwork import QLocalServer  # late, as the whole of this class

        super().__init__(parent)
        QLocalServer.removeServer(name)  # what a crash left; the lock says that nobody else listens
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._server.listen(name)

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)

    def _read(self) -> None:
        from PySide6.QtNetwork import QLocalSocket  # late, as the whole of this class

        socket = self.sender()
        if not isinstance(socket, QLocalSocket):
            return
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        asked = _asked(bytes(socket.readLine(_LONGEST).data()))
        if asked is None:
            socket.abort()
            return
        socket.write(b"ok\n")
        socket.flush()
        self.rung.emit(asked)


def _asked(line: bytes) -> str | None:
    """The file to open, empty for none; ``None`` where the line is not one of ours."""
    import json  # late: only a second start is heard

    try:
        said = json.loads(line)
        file = said["open"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    return file if isinstance(file, str) else ""
