"""What lianxi prints of a book: each output under a name."""
import os
import pathlib
import subprocess

ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C", "TZ": "UTC", "LIANXI_TODAY": "2017-12-31", "HOME": "/nonexistent",
               "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "office", "GIT_AUTHOR_EMAIL": "office@example.com",
               "GIT_COMMITTER_NAME": "office", "GIT_COMMITTER_EMAIL": "office@example.com"}
TABLES = ("units committees meetings resolutions followups plans series events funds donations grants budgets projects requests "
          "shares honors reminders summaries waivers claims findings").split()
REPORTS = [["annual", "2017"], ["bulletin", "2017"], ["committee", "k"], ["donations", "2017"], ["exchange", "2017"], ["followup", "2017"],
           ["fund", "f"], ["matter", "m1/r1"], ["minutes", "m1"], ["notice", "m1"], ["plan", "2017"], ["projects", "2017"], ["quarterly", "2017-Q3"],
           ["reminder", "a"], ["sign-in", "m1"], ["unit", "a"], ["volunteers", "2017"]]
RECORDS = ["alliance", "units/a", "committees/k", "meetings/m1", "meetings/m1/resolutions/r1", "plans/2017", "series/v", "events/e", "funds/f",
           "donations/d", "grants/g", "projects/p", "requests/q", "shares/h", "honors/o", "reminders/w", "claims/c"]


class Lianxi:
    def __init__(self, program, folder):
        self.program, self.folder = os.path.abspath(program), pathlib.Path(folder)

    def run(self, *words, statuses=(0, 1)):
        """What is printed, on both streams, as bytes."""
        done = subprocess.run([self.program, *map(str, words)], cwd=self.folder, env=ENVIRONMENT, capture_output=True, stdin=subprocess.DEVNULL,
                              timeout=60)
        if done.returncode not in statuses:
            raise SystemExit(f"lianxi {' '.join(map(str, words))}: exit {done.returncode}\n{done.stderr.decode('utf-8', 'replace')[:2000]}")
        return done.stdout + done.stderr

    def text(self, *words, **more):
        return self.run(*words, **more).decode("utf-8")  # which all of it has to be

    def reports(self, form):
        for words in REPORTS:
            yield "report " + words[0], self.text("--lang", "zh", "report", *words, "--audience", "office", "--format", form)

    def texts_for_people(self):
        """All that is printed for a terminal."""
        for words in (["validate", "--all"], ["followup"], ["stats"], ["due"], ["followup", "--all"], *(["show", record] for record in RECORDS),
                      *(["list", table] for table in TABLES)):
            for language in ("en", "zh"):
                yield " ".join(words), self.text("--lang", language, *words)
        yield "colours", self.text("--color", "always", "validate", "--all")
        yield from self.reports("md")
