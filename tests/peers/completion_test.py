#!/usr/bin/env python3
"""bash, zsh and fish complete our command lines: completion_test.py LIANXI

Each shell is driven as a person would: bash by its own completion variables, fish by `complete -C`,
zsh by keys in a terminal of its own. A shell that is not installed is passed over; without any it
prints SKIP.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).parents[2]
SAMPLE = ROOT / "data-samples" / "nanjing-south"

# What is typed, what must be offered, what must not.
CASES = [
    ("lianxi sho", {"show"}, {"stats"}),
    ("lianxi due --for", {"--format"}, {"--unit"}),
    ("lianxi due --format ", {"text", "json", "csv", "ics"}, {"yaml"}),
    ("lianxi due --unit 站", {"站综合管理办公室", "站前派出所", "站综管办"}, {"地铁派出所"}),
    ("lianxi show 会议/2017-q3/决", {"会议/2017-q3/决议/r1", "会议/2017-q3/决议/r2",
                                   "会议/2017-q3/决议/r3"}, {"会议/2017-q3/议题/t1"}),
    ("lianxi show 2017-q3/r", {"2017-q3/r1", "2017-q3/r3"}, {"2017-q3/t1"}),
    ("lianxi report 基金", {"基金公示"}, {"fund"}),
    ("lianxi report minutes 2017", {"2017-q1", "2017-q3"}, {"2016-q1"}),
    ("lianxi stats 2017-Q", {"2017-Q1", "2017-Q4"}, {"2016-Q1"}),
    ("lianxi explain report-l", {"report-late"}, {"report-missing"}),
    ("lianxi --lang zh due 本", {"本季度", "本月"}, {"上月"}),
]

BASH = r'''
source "$1"; shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE}
_lianxi
printf '%s\n' "${COMPREPLY[@]}"
'''

# The words that completion would add are caught where zsh adds them.
ZSH = r'''
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "PROMPT= PS2=; fpath=($1 \$fpath); autoload -U compinit; compinit -u -D; \
compadd() { [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]] && { builtin compadd \"\$@\"; return }; \
typeset -a hits; builtin compadd -A hits \"\$@\"; \
(( \$#hits )) && print -r -- \"<C>\${(pj:\t:)hits}</C>\" }; \
zle -C cw complete-word _main_complete; bindkey '^X' cw; print R''EADY"
while zpty -r z line; do [[ $line == *READY* ]] && break; done
shift
# The first completion reads all of its functions, which takes long where much else goes on.
zpty -w -n z $'\x15'"lianxi "$'\x18'
sleep 4
while zpty -r -t z line; do :; done
for typed in "$@"; do
  zpty -w -n z $'\x15'"$typed"$'\x18'
  print -r -- "<T>"
  # Something is offered for each; on a busy machine it takes its time.
  for pause in {1..40}; do
    sleep 0.25
    offered=
    while zpty -r -t z line; do offered+=$line; done
    print -r -- $offered
    [[ $offered == *"</C>"* ]] && break
  done
  sleep 0.2
  while zpty -r -t z line; do print -r -- $line; done
done
zpty -d z
'''


def environment(lianxi, home):
    path = os.path.join(home, "bin")
    os.makedirs(path, exist_ok=True)
    os.symlink(os.path.realpath(lianxi), os.path.join(path, "lianxi"))
    return {"PATH": path + ":" + os.environ["PATH"], "HOME": home, "XDG_CONFIG_HOME": home,
            "XDG_DATA_HOME": home, "LC_ALL": "C.UTF-8", "TERM": "dumb",
            "LIANXI_BOOK": str(SAMPLE), "LIANXI_TODAY": "2017-09-30"}


def run(command, env):
    done = subprocess.run(command, capture_output=True, env=env, stdin=subprocess.DEVNULL,
                          timeout=90, text=True, encoding="utf-8", errors="replace")
    return done.stdout


def script(lianxi, shell, home, name):
    path = pathlib.Path(home) / name
    path.write_text(run([lianxi, "completion", shell], dict(os.environ)), encoding="utf-8")
    return str(path)


def bash(lianxi, home, env):
    path = script(lianxi, "bash", home, "lianxi.bash")
    for typed, *_ in CASES:
        words = typed.split(" ")
        yield set(run(["bash", "--norc", "-c", BASH, "_", path, *words], env).split("\n"))


def fish(lianxi, home, env):
    path = script(lianxi, "fish", home, "lianxi.fish")
    for typed, *_ in CASES:
        out = run(["fish", "--no-config", "-c", 'source %s; complete -C "%s"' % (path, typed)], env)
        yield {line.split("\t")[0] for line in out.split("\n")}


def zsh(lianxi, home, env):
    folder = os.path.join(home, "functions")
    os.makedirs(folder)
    script(lianxi, "zsh", home, os.path.join("functions", "_lianxi"))
    out = run(["zsh", "-f", "-c", ZSH, "_", folder, *[typed for typed, *_ in CASES]], env)
    for part in out.split("<T>")[1:]:
        offered = set()
        for hit in part.split("<C>")[1:]:
            offered.update(hit.split("</C>")[0].replace("\r", "").split("\t"))
        yield offered


def main(lianxi):
    lianxi = os.path.realpath(lianxi)
    faults, tried = [], []
    for shell in bash, zsh, fish:
        if not shutil.which(shell.__name__):
            print("passed over: %s is not installed" % shell.__name__)
            continue
        tried.append(shell.__name__)
        with tempfile.TemporaryDirectory() as home:
            answers = list(shell(lianxi, home, environment(lianxi, home)))
        if len(answers) != len(CASES):
            faults.append("%s: %d answers to %d" % (shell.__name__, len(answers), len(CASES)))
        for (typed, wanted, unwanted), offered in zip(CASES, answers):
            if not wanted <= offered or unwanted & offered:
                faults.append("%s: %r offers %s" % (shell.__name__, typed, sorted(offered)[:20]))
    if not tried:
        print("SKIP: no shell is installed")
    print("\n".join(faults) or "all well: %s" % ", ".join(tried))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
