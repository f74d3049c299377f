"""Private databases for district_test.py: reached through sockets of files or 127.0.0.1 only, in one
folder that goes away, and stopped with the test however it ends."""
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def die_with_parent():
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def end(*_):
    sys.exit("ended by a signal")


signal.signal(signal.SIGTERM, end)


def executable(path, text):
    path.write_text(text)
    path.chmod(0o755)


class Servers:
    """A context in which some processes run."""

    def __init__(self, folder, environment):
        self.folder, self.environment, self.processes = folder, environment, []

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def run(self, command, **how):
        self.processes.append(subprocess.Popen(command, preexec_fn=die_with_parent, stdin=subprocess.DEVNULL,
                                               **how))

    def wait_until(self, answers, what):
        for _ in range(300):
            if answers():
                return
            if any(process.poll() is not None for process in self.processes):
                break
            time.sleep(0.1)
        sys.exit(f"{what} did not start")

    def stop(self):
        for process in self.processes:
            process.send_signal(self.ending)
        for process in self.processes:
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


class DuckDB(Servers):
    """No server at all: duckdb(1) is a program of npm's package."""
    ending = signal.SIGTERM

    @staticmethod
    def programs():
        found = any((Path(path) / "@duckdb" / "node-api").is_dir()
                    for path in os.environ.get("NODE_PATH", "").split(":"))
        return ["node", "git"] + ([] if found else ["@duckdb/node-api"])

    def start(self):
        executable(self.folder / "bin" / "duckdb", f"#!/bin/sh\nexec node '{HERE / 'duckdb.mjs'}'\n")


class PostgreSQL(Servers):
    """Three clusters that listen on sockets in the folder, as services of these names."""
    ending = signal.SIGQUIT
    names = ("district", "machine0", "machine1")
    where = "/usr/lib/postgresql/15/bin"

    @classmethod
    def programs(cls):
        return [f"{cls.where}/initdb", f"{cls.where}/postgres", "psql", "git"]

    def start(self):
        self.folder.chmod(0o755)
        home = self.folder / "postgresql"
        home.mkdir()
        # A server does not run as root.
        self.who = {"user": "postgres", "group": "postgres"} if os.getuid() == 0 else {}
        if self.who:
            subprocess.run(["chown", "postgres:", home], check=True)
        services = home / "services"
        services.write_text("".join(f"[{name}]\nhost={home}\nport={5432 + i}\ndbname=postgres\nuser=postgres\n"
                                    for i, name in enumerate(self.names)))
        self.environment["PGSERVICEFILE"] = str(services)
        how = self.who | {"cwd": home, "env": self.environment, "stdout": subprocess.DEVNULL}
        first = home / self.names[0]
        subprocess.run([f"{self.where}/initdb", "--no-sync", "-D", first, "-E", "UTF8", "--locale=C.UTF-8",
                        "-A", "trust", "-U", "postgres"], check=True, **how)
        for name in self.names[1:]:
            subprocess.run(["cp", "-r", first, home / name], check=True, **how)
        for i, name in enumerate(self.names):
            with open(home / f"{name}.log", "w", encoding="utf-8") as log:
                self.run([f"{self.where}/postgres", "-D", home / name, "-p", str(5432 + i), "-k", home,
                          "-c", "listen_addresses=", "-c", "fsync=off", "-c", "shared_buffers=32MB"],
                         stderr=log, **how)
        for name in self.names:
            self.wait_until(lambda service=name: self.answers(service), "PostgreSQL")

    def answers(self, service):
        return subprocess.run(["psql", "-X", "-c", "select 1", f"service={service}"], env=self.environment,
                              capture_output=True, check=False).returncode == 0


class ClickHouse(Servers):
    """Two servers on 127.0.0.1, found by clickhouse-client under these names."""
    ending = signal.SIGTERM
    names = ("machine0", "machine1")

    @staticmethod
    def programs():
        return ["clickhouse-server", "clickhouse-client", "git"]

    @staticmethod
    def free_ports(number):
        sockets = [socket.socket() for _ in range(number)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        ports = [one.getsockname()[1] for one in sockets]
        for one in sockets:
            one.close()
        return ports

    def start(self):
        ports = self.free_ports(6)
        self.ports = dict(zip(self.names, ports))
        shards = "".join(f"<shard><replica><host>127.0.0.1</host><port>{port}</port></replica></shard>"
                         for port in self.ports.values())
        for i, name in enumerate(self.names):
            home = self.folder / name
            for part in ("data", "tmp"):
                (home / part).mkdir(parents=True)
            (home / "users.xml").write_text(USERS)
            (home / "config.xml").write_text(CONFIG.format(
                home=home, tcp=ports[i], http=ports[2 + i], between=ports[4 + i], shards=shards))
            with open(home / "out", "w", encoding="utf-8") as out:
                self.run(["clickhouse-server", f"--config-file={home / 'config.xml'}"], cwd=home, stdout=out,
                         stderr=out)
        hosts = "".join(f"    {name}) set -- \"$@\" 127.0.0.1 --port {port} ;;\n"
                        for name, port in self.ports.items())
        executable(self.folder / "bin" / "clickhouse-client", CLIENT.format(hosts=hosts))
        for name in self.names:
            self.wait_until(lambda host=name: self.answers(host), "ClickHouse")

    def answers(self, host):
        return subprocess.run(["clickhouse-client", "--host", host, "-q", "select 1"], env=self.environment,
                              capture_output=True, check=False, stdin=subprocess.DEVNULL).returncode == 0


USERS = """<yandex>
<profiles><default><max_memory_usage>1000000000</max_memory_usage></default></profiles>
<users><default><password></password><networks><ip>127.0.0.1</ip></networks>
<profile>default</profile><quota>default</quota></default></users>
<quotas><default/></quotas>
</yandex>
"""

CONFIG = """<yandex>
<logger><level>warning</level><log>{home}/log</log><errorlog>{home}/errors</errorlog></logger>
<listen_host>127.0.0.1</listen_host>
<tcp_port>{tcp}</tcp_port><http_port>{http}</http_port><interserver_http_port>{between}</interserver_http_port>
<path>{home}/data/</path><tmp_path>{home}/tmp/</tmp_path><users_config>{home}/users.xml</users_config>
<default_profile>default</default_profile><default_database>default</default_database>
<mark_cache_size>67108864</mark_cache_size><timezone>UTC</timezone>
<remote_servers><district>{shards}</district></remote_servers>
</yandex>
"""

# The names of the machines stand for ports of this one, as a name server would have it.
CLIENT = """#!/bin/bash
arguments=("$@")
set --
for one in "${{arguments[@]}}"; do
  case $one in
{hosts}    *) set -- "$@" "$one" ;;
  esac
done
exec /usr/bin/clickhouse-client "$@"
"""

ENGINES = {"DUCKDB": DuckDB, "POSTGRESQL": PostgreSQL, "CLICKHOUSE": ClickHouse}
