"""A real sshd on loopback with keys, port and settings of its own: nothing of the machine's is read or changed."""

import getpass
import os
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from programs import program

SETTINGS = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host_key
AuthorizedKeysFile {folder}/authorized_keys
PidFile {folder}/pid
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
PermitUserEnvironment no
MaxStartups 100
"""
CLIENT = """
Host *
    IdentityFile {folder}/key
    IdentitiesOnly yes
    UserKnownHostsFile {folder}/known_hosts
    GlobalKnownHostsFile /dev/null
    LogLevel ERROR
"""


class ShellServer:
    """port: where it listens; program: what reaches it in place of `ssh`, with the right key and the known host."""

    def __init__(self, folder):
        self.folder = folder
        for name in ("host_key", "key", "stranger"):
            _run(Path(program("ssh")).with_name("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", folder / name)
        (folder / "authorized_keys").write_bytes((folder / "key.pub").read_bytes())
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        (folder / "sshd_config").write_text(SETTINGS.format(folder=folder, port=self.port), "utf-8")
        (folder / "ssh_config").write_text(CLIENT.format(folder=folder), "utf-8")
        self.know("host_key")
        self.program = [program("ssh"), "-F", str(folder / "ssh_config")]
        self.user = getpass.getuser()
        self.process = None
        self.start()

    def know(self, key):
        """Let the client know a host key."""
        public = (self.folder / f"{key}.pub").read_text("utf-8")
        (self.folder / "known_hosts").write_text(f"[127.0.0.1]:{self.port} {public}", "utf-8")

    def start(self):
        """Listen; where it runs as root it wants a folder that Debian makes at boot."""
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)
        line = [program("sshd"), "-D", "-e", "-f", str(self.folder / "sshd_config")]
        self.process = subprocess.Popen(line, stderr=subprocess.DEVNULL, start_new_session=True)
        for _ in range(200):
            with socket.socket() as trying:
                if trying.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            assert self.process.poll() is None, "sshd didn't start"
            time.sleep(0.05)
        raise AssertionError("sshd doesn't listen")

    def cut(self):
        """Kill it with every session it has: what runs there has nobody to talk to, as by a cut network."""
        for child in self._family(self.process.pid):
            with suppress(OSError):
                if Path(f"/proc/{child}/comm").read_text("ascii").startswith("sshd"):
                    os.kill(child, signal.SIGKILL)
        self.process.wait()

    def _family(self, process):
        try:
            children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
        except OSError:
            children = []
        return [process, *(one for child in children for one in self._family(int(child)))]


def _run(*line):
    subprocess.run([str(part) for part in line], check=True, capture_output=True)
