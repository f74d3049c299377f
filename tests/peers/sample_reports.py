"""Every kind of report that `lianxi report` lists, of the sample book."""
import pathlib
import re
import subprocess
import sys

SAMPLE = pathlib.Path(__file__).parents[2] / "data-samples" / "nanjing-south"
SUBJECTS = {"MEETING": "2017-q3", "UNIT": "铁路南京南站", "FUND": "爱心基金", "COMMITTEE": "志愿服务",
            "RESOLUTION": "2017-q1/r2"}


def run(lianxi, *arguments):
    done = subprocess.run([lianxi, "-C", SAMPLE, "--as-of", "2017-09-30", *arguments],
                          capture_output=True)
    if done.returncode != 0 or done.stderr:
        sys.exit("lianxi %s: %d %s" % (" ".join(map(str, arguments)), done.returncode,
                                       done.stderr.decode()))
    return done.stdout.decode("utf-8")


def calls(lianxi):
    """The arguments after `report` for each kind: those that must be given are."""
    for line in run(lianxi, "--lang", "en", "report").splitlines():
        kind, rest = re.match(r"([a-z-]+) ?(.*)", line).groups()
        subject = re.match("[A-Z]+", rest)
        yield [kind, *([SUBJECTS[subject.group()]] if subject else [])]


def reports(lianxi, *options):
    """Names and texts: every kind in both languages."""
    for call in calls(lianxi):
        for language in "zh", "en":
            text = run(lianxi, "--lang", language, "report", *call, *options)
            yield "-".join([call[0], language]), text
