"""Files that are none, cannot be read, lie elsewhere, or are called what no clerk would call them."""
import os
import socket
import stat

from inputs import MB, UNIT, Case

NAMES = {
    "a line feed": b"a\nb.yaml", "a carriage return": b"a\rb.yaml", "an escape sequence": b"a\x1b[2Jb.yaml",
    "bytes that are not UTF-8": b"caf\xe9.yaml", "what these look like when escaped": b"caf\\xE9.yaml",
    "a command to a runner": b"::stop-commands::x.yaml", "such a command with escapes": b"::error file=a%0A::b%0Dc.yaml",
    "an older command": b"##[add-mask]x.yaml", "a command to Azure": b"##vso[task.setvariable variable=a]b.yaml",
    "a command behind a line feed": b"a\n::stop-commands::x.yaml", "a command behind a space": b" ::stop-commands::x.yaml",
    "an option": b"--fix.yaml", "a command of the shell": b"$(touch pwned);`touch pwned`.yaml", "quotes": b"a'b\"c.yaml",
    "text that runs backwards": "a\u202elmay.exe.yaml".encode(), "255 bytes": b"a" * 250 + b".yaml", "blanks alone": b"   .yaml",
    "a formula": b"=cmd|'C calc'!A0.yaml", "colons and commas": b"a:1:2,b=c.yaml", "HTML": b"<img src=x onerror=alert(1)>.yaml",
    "a percent sign": b"a%20b%2e%2e.yaml", "a mobile number": b"13812345678.yaml",
}


def named(name):
    """A file with something wrong in it, so that its name is printed."""
    def make(folder):
        with open(os.path.join(os.fsencode(folder), name), "w") as out:
            out.write(UNIT + "  naem: x\n")
    return make


def with_file(act):
    def make(folder):
        act(folder / "x.yaml")
    return make


def bind_socket(path):
    here = os.getcwd()
    os.chdir(path.parent)
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(here)


def zeros(path):
    """A device that never ends."""
    os.mknod(path, 0o644 | stat.S_IFCHR, os.makedev(1, 5))


def sparse(size):
    def act(path):
        with open(path, "wb") as out:
            out.truncate(size)
    return act


def links_in_circles(folder):
    (folder / "a").mkdir()
    (folder / "a" / "b").symlink_to("../a")
    (folder / "a" / "up").symlink_to("..")
    (folder / "x.yaml").symlink_to("y.yaml")
    (folder / "y.yaml").symlink_to("x.yaml")
    (folder / "self.yaml").symlink_to("self.yaml")


def link_out(target):
    def make(folder):
        (folder / "x.yaml").symlink_to(target)
    return make


def link_to_folder_outside(folder):
    (folder / "etc").symlink_to("/etc")
    (folder / "all").symlink_to("/")


def many_links(folder):
    """Each of these leads to the next, so that there are as many paths as there are subsets."""
    for i in range(30):
        (folder / f"d{i}").mkdir()
        for name in "ab":
            (folder / f"d{i}" / name).symlink_to(f"../d{i + 1}")
    (folder / "d30").mkdir()


def unreadable(folder):
    (folder / "x.yaml").write_text(UNIT)
    (folder / "x.yaml").chmod(0)
    (folder / "closed").mkdir(mode=0)


def deep_folders(folder):
    here = os.getcwd()
    try:
        os.chdir(folder)
        for _ in range(700):
            os.mkdir("abcdefgh")
            os.chdir("abcdefgh")
        with open("x.yaml", "w") as out:
            out.write(UNIT)
    finally:
        os.chdir(here)


def many_files(folder):
    for i in range(20_000):
        (folder / f"f{i}.yaml").write_text("{}\n")


def cases():
    for name, path in NAMES.items():
        yield Case("a name with " + name, named(path), ("unknown-field",), kind="names")
    both = Case("two names that differ in a byte which is not UTF-8", lambda folder: [named(b"a\xe8.yaml")(folder), named(b"a\xe9.yaml")(folder)],
                ("a\\xE8.yaml", "a\\xE9.yaml"), kind="names")
    yield both
    kind = "files"
    for name, act, finds, statuses in [("a FIFO", os.mkfifo, (), (0,)), ("a socket", bind_socket, (), (0,)),
                                       ("a device that never ends", zeros, (), (0,)), ("a folder", lambda path: path.mkdir(), (), (0,)),
                                       ("a file of 300 MB without a byte on disk", sparse(300 * MB), ("256 MiB",), (1,)),
                                       ("a file of 8 TB without a byte on disk", sparse(8_000_000 * MB), ("256 MiB",), (1,)),
                                       ("200 MB of NULs without a byte on disk", sparse(200 * MB), ("encoding",), (1,))]:
        yield Case(name, with_file(act), finds, statuses, kind=kind, is_slow="200 MB" in name)
    for name, make, finds, statuses in [
            ("links in circles", links_in_circles, (), (0,)), ("a link to /etc/passwd", link_out("/etc/passwd"), (), (0,)),
            ("a link to /dev/zero", link_out("/dev/zero"), (), (0,)), ("a link to /proc/self/mem", link_out("/proc/self/mem"), (), (0,)),
            ("a link to nothing", link_out("gone.yaml"), (), (0,)), ("links to folders outside", link_to_folder_outside, (), (0,)),
            ("links with a billion paths", many_links, (), (0,)), ("a path longer than the system has", deep_folders, (), (0, 1))]:
        yield Case(name, make, finds, statuses, kind=kind)
    yield Case("a file and a folder that may not be read", unreadable, ("no permission",), kind=kind, is_for_nobody=True)
    yield Case("20,000 files", many_files, (), (0,), kind=kind, seconds=20, is_slow=True)
    for place in ("/dev/null", "/dev/zero", "/proc/self", "/proc/self/fd", "/etc/passwd", "/nowhere"):
        yield Case(f"{place} as a book", lambda folder: None, (), (3,), command=("-C", place, "validate"), kind=kind)
