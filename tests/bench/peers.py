"""Programs of others that keep the same money: their totals, and the sample's fund for them."""
import json
import re
import subprocess
from pathlib import Path

import yaml

from measuring import output


def sample_journal(sample):
    """The fund of the sample as hledger keeps it."""
    def records(pattern, collection):
        for path in sorted(sample.glob(pattern)):
            yield from yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)[collection]

    def entry(record, about, first, second):
        amount = record["金额"].replace(",", "")
        return (f"{record['日期']} {record.get(about, '?')}\n"
                f"    {first}  {amount} CNY\n    {second}\n\n")

    given = [entry(record, "捐赠方", "Assets:爱心基金", "Income:Donations")
             for record in records("donations.yaml", "捐赠") if "金额" in record]
    granted = [entry(record, "用途", "Expenses:Grants", "Assets:爱心基金")
               for record in records("grants/*.yaml", "救助")]
    return "".join(given + granted)


def totals_of(text):
    """What went in, what went out and what is left, in cents, of a table of accounts."""
    found = {}
    for line in text.splitlines():
        account = re.search(r"(Assets|Income|Expenses):\w+", line)
        amount = re.search(r"-?[\d,]+\.\d\d", line)
        if account and amount:
            found[account[1]] = int(re.sub(r"[.,]", "", amount[0]))
    return -found["Income"], found["Expenses"], found["Assets"]


def check_with_beancount(journal, left, received, granted):
    """Its own query takes many minutes to print a million; it checks balances on the way instead."""
    claims = Path(journal).with_name("claims.beancount")
    sums = {"Assets:Care": left, "Income:Donations": f"-{received}", "Expenses:Grants": granted}
    claims.write_text(f'include "{journal}"\n' + "".join(
        f"2100-01-01 balance {account} {amount} ~ 0.001 CNY\n" for account, amount in sums.items()))
    if subprocess.run(["bean-check", "-C", claims], check=False).returncode != 0:
        raise SystemExit("beancount has other totals")


def check_totals(stats, journal, beancount):
    """No time is worth anything where the sums differ. `stats` is our command, as JSON."""
    fund = json.loads(output(stats))["funds"][0]
    received, granted, left = figures = [fund[name] for name in ("received", "granted", "closing")]
    ours = tuple(int(figure.replace(".", "")) for figure in figures)
    for name, command in {
            "ledger": ["ledger", "--args-only", "-f", journal, "bal"],
            "hledger": ["hledger", "-f", journal, "bal", "--output-format", "csv"],
    }.items():
        theirs = totals_of(output(command))
        if theirs != ours:
            raise SystemExit(f"{name} has other totals: {theirs}, not {ours}")
    check_with_beancount(beancount, left, received, granted)
    print(f"lianxi, ledger, hledger and beancount agree: received {received}, granted {granted}, "
          f"left {left}")
