"""Finds in the syntax tree where single changes of the sources can be made, and writes them all at
once into a copy, each behind a switch."""

import collections
import hashlib
import os
import pickle
import re

import clang.cindex as clang
from clang.cindex import CursorKind as Kind, TypeKind

LIBRARY = "/usr/lib/llvm-14/lib/libclang.so.1"
FOLDERS = ("records", "followup", "rules", "figures", "writing")

COMPARISONS = {"<": ("less", "<=", "less_or_equal"), "<=": ("less_or_equal", "<", "less"),
               ">": ("more", ">=", "more_or_equal"), ">=": ("more_or_equal", ">", "more"),
               "==": ("equal", "!=", "unequal"), "!=": ("unequal", "==", "equal")}
SUMS = {"+": ("plus", "-", "minus"), "-": ("minus", "+", "plus"), "*": ("times", "/", "over"),
        "/": ("over", "*", "times"), "%": ("rest", "*", "times")}
WHOLE = {TypeKind.INT, TypeKind.UINT, TypeKind.LONG, TypeKind.ULONG, TypeKind.LONGLONG,
         TypeKind.ULONGLONG, TypeKind.SHORT, TypeKind.USHORT, TypeKind.SCHAR, TypeKind.UCHAR}
# What is worked out by the compiler, or never: a switch has no place there.
LEFT_OUT = {Kind.STATIC_ASSERT, Kind.ENUM_DECL, Kind.FIELD_DECL, Kind.PARM_DECL,
            Kind.TEMPLATE_TYPE_PARAMETER, Kind.TEMPLATE_NON_TYPE_PARAMETER, Kind.TYPE_ALIAS_DECL,
            Kind.TYPEDEF_DECL, Kind.CONCEPT_DECL if hasattr(Kind, "CONCEPT_DECL") else Kind.ENUM_DECL}
FUNCTIONS = {Kind.FUNCTION_DECL, Kind.CXX_METHOD, Kind.CONSTRUCTOR, Kind.FUNCTION_TEMPLATE,
             Kind.DESTRUCTOR, Kind.CONVERSION_FUNCTION}

Edit = collections.namedtuple("Edit", "start end text")  # replaces; where empty, inserts


class Mutation:
    """A single change: `edits` hold `{n}` where its number is to stand."""

    def __init__(self, path, line, column, change, span, edits):
        self.path, self.line, self.column = path, line, column
        self.change, self.span, self.edits = change, span, edits

    def order(self):
        """By where it stands."""
        return self.path, self.line, self.column, self.change

    def key(self, text):
        """What it is known by, whatever lines stand above it."""
        return f"{self.path} | {text.splitlines()[self.line - 1].strip()} | {self.change}"


def whole(cursor_type):
    """Whether it is a whole number other than a truth value."""
    return cursor_type.get_canonical().kind in WHOLE


def is_day(cursor_type):
    """Whether it is a day."""
    return cursor_type.get_canonical().spelling.removeprefix("const ") == "lianxi::Date"


def is_sum(cursor_type):
    """Whether both += and -= can be said of it."""
    spelling = cursor_type.get_canonical().spelling.removesuffix(" &")
    return whole(cursor_type) or spelling == "lianxi::Amount"


class File:
    """A source file and what was found in it."""

    def __init__(self, path, data):
        self.path, self.data = path, data
        self.found = {}

    def text(self, start, end):
        """The bytes between, as text."""
        return self.data[start:end].decode(errors="replace")

    def add(self, start, end, change, edits, at=None):
        """Notes a change, once however often the tree shows it."""
        at = start if at is None else at
        line = self.data.count(b"\n", 0, at) + 1
        column = at - (self.data.rfind(b"\n", 0, at) + 1) + 1
        key = (start, end, change, at)
        self.found.setdefault(key, Mutation(self.path, line, column, change, (start, end), edits))


class Finder:
    """Walks the tree of one folder."""

    def __init__(self, root, folder, arguments):
        self.root, self.files = root, {}
        self.base = os.path.join(root, "lib/lianxi", folder)
        sources = sorted(os.path.join(top, name) for top, _, names in os.walk(self.base)
                         for name in names if name.endswith(".cpp"))
        unit = "".join(f'#include "{source}"\n' for source in sources)
        main = os.path.join(root, "unit.cpp")
        parsed = clang.Index.create().parse(main, args=arguments, unsaved_files=[(main, unit)])
        # clang 14 takes exception to some of g++ 12's ranges; the tree is whole all the same.
        faults = [str(one) for one in parsed.diagnostics if one.severity >= 4]
        if faults:
            raise SystemExit("\n".join(faults[:10]))
        for cursor in parsed.cursor.get_children():
            self.walk(cursor, None)

    def file_of(self, cursor):
        """The file it stands in, if that is one of the folder's."""
        file = cursor.extent.start.file
        if file is None or not file.name.startswith(self.base + "/"):
            return None
        if file.name not in self.files:
            with open(file.name, "rb") as opened:
                path = os.path.relpath(file.name, self.root)
                self.files[file.name] = File(path, opened.read())
        return self.files[file.name]

    def walk(self, cursor, function):
        """`function`: the one that it lies in, or None; a lambda is one too."""
        file = self.file_of(cursor)
        if cursor.kind == Kind.NAMESPACE or cursor.kind == Kind.UNEXPOSED_DECL:
            for child in cursor.get_children():
                self.walk(child, function)
            return
        if file is None or cursor.kind in LEFT_OUT:
            return
        start, end = cursor.extent.start.offset, cursor.extent.end.offset
        if cursor.kind in FUNCTIONS:
            body = [c for c in cursor.get_children() if c.kind == Kind.COMPOUND_STMT]
            if not body:
                return
            head = file.text(start, body[-1].extent.start.offset)
            # What is defaulted has a body in the tree, and none in the file.
            if re.search(r"\b(constexpr|consteval|requires)\b|= default", head) or \
                    file.text(start, end).endswith("= default"):
                return
            function = cursor
        if cursor.kind == Kind.LAMBDA_EXPR and function is not None:
            function = cursor
        if cursor.kind == Kind.VAR_DECL:
            head = file.text(start, end).split("=")[0].split("{")[0]
            if function is None or re.search(r"\b(constexpr|constinit)\b", head):
                return
            if "constexpr" in file.text(max(0, start - 20), start).split(";")[-1]:
                return
        if cursor.kind == Kind.IF_STMT and file.text(start, end).startswith("if constexpr"):
            return
        if function is not None:
            self.find(cursor, file, function)
        children = list(cursor.get_children())
        for child in children:
            if cursor.kind in (Kind.DECL_REF_EXPR, Kind.MEMBER_REF_EXPR, Kind.CASE_STMT) and \
                    child.kind == Kind.INTEGER_LITERAL:
                continue
            self.walk(child, function)

    # ---- what is found at one place ----------------------------------------------------

    def find(self, cursor, file, function):
        """All changes of one expression or statement."""
        kind = cursor.kind
        start, end = cursor.extent.start.offset, cursor.extent.end.offset
        if end <= start:
            return
        if kind in (Kind.BINARY_OPERATOR, Kind.COMPOUND_ASSIGNMENT_OPERATOR) or \
                (kind == Kind.CALL_EXPR and cursor.spelling.startswith("operator")):
            self.operator(cursor, file)
        if kind == Kind.UNARY_OPERATOR:
            self.unary(cursor, file, start, end)
        if kind == Kind.INTEGER_LITERAL and re.fullmatch(r"[0-9']+U?", file.text(start, end)) and \
                file.text(0, start).rstrip()[-1:] not in "<":
            file.add(start, end, f"{file.text(start, end)} to its next",
                     wrapped(start, end, "next({n}, "))
        if kind in (Kind.IF_STMT, Kind.WHILE_STMT, Kind.CONDITIONAL_OPERATOR):
            self.condition(cursor, file)
        if kind == Kind.RETURN_STMT:
            self.returned(cursor, file, function)
        if kind == Kind.CALL_EXPR and not cursor.spelling.startswith("operator"):
            self.swapped(cursor, file)

    @staticmethod
    def operands(cursor, file):
        """Both sides and the operator between them, or None."""
        sides = [c for c in cursor.get_children() if not (
            c.spelling.startswith("operator") and c.kind in (Kind.UNEXPOSED_EXPR, Kind.DECL_REF_EXPR)
            and re.fullmatch(r"\W*", file.text(c.extent.start.offset, c.extent.end.offset)))]
        if len(sides) != 2:
            return None
        left, right = sides
        if left.extent.end.offset > right.extent.start.offset or \
                not left.extent.start.offset < left.extent.end.offset:
            return None
        between = file.text(left.extent.end.offset, right.extent.start.offset)
        return left, between.strip(), right

    def operator(self, cursor, file):
        """Comparisons, sums, && and ||."""
        found = self.operands(cursor, file)
        if not found:
            return
        left, sign, right = found
        start, middle = left.extent.start.offset, left.extent.end.offset
        last, end = right.extent.start.offset, right.extent.end.offset
        at = middle + file.text(middle, last).index(sign)
        if sign in COMPARISONS:
            was, other, be = COMPARISONS[sign]
            self.either(file, (start, middle, last, end, at), sign, other, was, be)
            if sign not in ("==", "!="):
                file.add(start, end, f"{sign} negated", wrapped(start, end, "flipped({n}, "), at)
        elif sign in SUMS and self.are_numbers(left, right, sign):
            was, other, be = SUMS[sign]
            self.either(file, (start, middle, last, end, at), sign, other, was, be)
        elif sign in ("+=", "-=") and is_sum(left.type):
            call = "added({n}, " if sign == "+=" else "subtracted({n}, "
            edits = [Edit(start, start, "lianxi_mutants::" + call), Edit(middle, last, ", "),
                     Edit(end, end, ")")]
            file.add(start, end, f"{sign} to {'-=' if sign == '+=' else '+='}", edits, at)
        elif sign in ("&&", "||"):
            self.joined(file, (start, middle, last, end, at), sign)

    @staticmethod
    def are_numbers(left, right, sign):
        """Whether the other operator can be said of them too."""
        if whole(left.type) and whole(right.type):
            return True
        return sign in ("+", "-") and is_day(left.type) and whole(right.type)

    @staticmethod
    def either(file, places, sign, other, was, be):
        """One operator for another."""
        start, middle, last, end, at = places
        call = f"lianxi_mutants::either<lianxi_mutants::{was}, lianxi_mutants::{be}>({{n}}, "
        edits = [Edit(start, start, call), Edit(middle, last, ", "), Edit(end, end, ")")]
        file.add(start, end, f"{sign} to {other}", edits, at)

    @staticmethod
    def joined(file, places, sign):
        """&& for || and the other way round; either side left out."""
        start, middle, last, end, at = places
        on = "lianxi_mutants::on({n})" if sign == "&&" else "!lianxi_mutants::on({n})"
        edits = [Edit(start, start, "(bool("),
                 Edit(middle, last, f") == {on} ? {on} : bool("), Edit(end, end, "))")]
        file.add(start, end, f"{sign} to {'||' if sign == '&&' else '&&'}", edits, at)
        call = "always({n}, bool(" if sign == "&&" else "never({n}, bool("
        for first, until, side in ((start, middle, "left"), (last, end, "right")):
            file.add(first, until, f"{side} of {sign} dropped: {shown(file.text(first, until))}",
                     wrapped(first, until, call, "))"), at)

    @staticmethod
    def unary(cursor, file, start, end):
        """!, a sign, ++ and --."""
        child = next(cursor.get_children(), None)
        if child is None:
            return
        first, until = child.extent.start.offset, child.extent.end.offset
        sign = file.text(start, first).strip()
        if sign == "!":
            file.add(start, end, "! dropped", wrapped(start, end, "flipped({n}, "))
        elif sign == "-" and whole(child.type) and child.kind != Kind.INTEGER_LITERAL:
            file.add(start, end, "- dropped", [
                Edit(start, first, "lianxi_mutants::without_sign({n}, "), Edit(end, end, ")")])
        elif sign in ("++", "--") and whole(child.type):
            call = "increased" if sign == "++" else "decreased"
            file.add(start, end, f"{sign} to {'--' if sign == '++' else '++'}", [
                Edit(start, first, f"lianxi_mutants::{call}({{n}}, "), Edit(until, until, ")")])

    @staticmethod
    def condition(cursor, file):
        """Negated, or taken for kept, or for not kept."""
        start = cursor.extent.start.offset
        parts = list(cursor.get_children())
        if cursor.kind == Kind.CONDITIONAL_OPERATOR:
            tested = parts[0]
        else:
            inits = [c for c in parts if c.kind == Kind.DECL_STMT or c.kind == Kind.VAR_DECL]
            tested = parts[0] if not inits else next(
                (c for c in parts[1:] if parts[0].kind == Kind.DECL_STMT), None)
        if tested is None or not tested.kind.is_expression():
            return
        first, until = tested.extent.start.offset, tested.extent.end.offset
        before = file.text(start, first).rstrip()
        if cursor.kind != Kind.CONDITIONAL_OPERATOR and not before.endswith(("(", ";")):
            return
        where = {Kind.IF_STMT: "if", Kind.WHILE_STMT: "while"}.get(cursor.kind, "?:")
        for call, change in (("flipped", "negated"), ("always", "always"), ("never", "never")):
            if where == "while" and call == "always":
                continue
            file.add(first, until, f"{where} {change}",
                     wrapped(first, until, call + "({n}, bool(", "))"), start)

    @staticmethod
    def returned(cursor, file, function):
        """Another value returned."""
        value = next(cursor.get_children(), None)
        if value is None or function.kind in (Kind.CONSTRUCTOR, Kind.DESTRUCTOR):
            return
        start, first, until = (cursor.extent.start.offset, value.extent.start.offset,
                               value.extent.end.offset)
        is_lambda = function.kind == Kind.LAMBDA_EXPR
        result = value.type if is_lambda else function.result_type
        canonical = result.get_canonical()
        if canonical.kind == TypeKind.BOOL:
            file.add(first, until, "returned negated", wrapped(first, until, "flipped({n}, bool(", "))"),
                     start)
        elif is_lambda:
            return
        elif whole(result):
            file.add(first, until, "returned next", wrapped(first, until, "next({n}, "), start)
        elif canonical.kind == TypeKind.POINTER:
            if file.text(first, until) != "nullptr":
                file.add(first, until, "returned null", wrapped(first, until, "null({n}, "), start)
        elif canonical.kind not in (TypeKind.LVALUEREFERENCE, TypeKind.RVALUEREFERENCE, TypeKind.VOID):
            if file.text(first, until) not in ("{}", "std::nullopt"):
                file.add(start, until, "returned empty",
                         [Edit(start, start, "if (lianxi_mutants::on({n})) return {}; else ")])

    @staticmethod
    def swapped(cursor, file):
        """Two neighbouring arguments of one type for each other; of two the larger is the larger
        whichever comes first."""
        if cursor.spelling in ("max", "min"):
            return
        arguments = [a for a in cursor.get_arguments() if a is not None]
        for one, two in zip(arguments, arguments[1:]):
            first = (one.extent.start.offset, one.extent.end.offset)
            second = (two.extent.start.offset, two.extent.end.offset)
            texts = [file.text(*first), file.text(*second)]
            if one.type.get_canonical().spelling.removeprefix("const ") != \
                    two.type.get_canonical().spelling.removeprefix("const "):
                continue
            if not all(texts) or texts[0] == texts[1] or first[1] > second[0] or \
                    any(re.search(r"[{\[]|move\(", text) for text in texts):
                continue
            edits = []
            for (start, end), other in ((first, texts[1]), (second, texts[0])):
                edits.append(Edit(start, start, f"(lianxi_mutants::on({{n}}) ? ({other}) : ("))
                edits.append(Edit(end, end, "))"))
            file.add(first[0], second[1], f"swapped {shown(texts[0])} and {shown(texts[1])}", edits)



def shown(text):
    """In one line, and not too long a one."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:57] + "…"


def wrapped(start, end, call, closing=")"):
    """Edits that put a call around what stands there."""
    return [Edit(start, start, "lianxi_mutants::" + call), Edit(end, end, closing)]


def sources_of(root):
    """A hash of the folders' sources, and of what finds changes in them."""
    made = hashlib.sha256(open(__file__, "rb").read())
    for folder in FOLDERS:
        for top, _, names in sorted(os.walk(os.path.join(root, "lib/lianxi", folder))):
            for name in sorted(names):
                with open(os.path.join(top, name), "rb") as file:
                    made.update(name.encode() + file.read())
    return made.hexdigest()


def find_all(root, arguments, kept):
    """Every change that can be made, in the order of places, and the files' bytes by path. What was
    found is kept in a file, since it takes a minute."""
    state = sources_of(root)
    if os.path.exists(kept):
        with open(kept, "rb") as file:
            known, *found = pickle.load(file)
        if known == state:
            return found
    clang.Config.set_library_file(LIBRARY)
    mutations, data = [], {}
    for folder in FOLDERS:
        finder = Finder(root, folder, arguments)
        for file in finder.files.values():
            mutations += file.found.values()
            data[file.path] = file.data
    found = [sorted(mutations, key=Mutation.order), data]
    os.makedirs(os.path.dirname(kept), exist_ok=True)
    with open(kept, "wb") as file:
        pickle.dump([state] + found, file)
    return found


def in_as_many_lines(text, breaks):
    """The text with that many line breaks, so that what follows keeps its line: compilers are asked
    by line what does not compile."""
    if "//" in text:
        return text
    return text.replace("\n", " ") + "\n" * breaks


def with_switches(data, mutations):
    """A file's bytes with those changes in it; `mutations` are pairs of a number and one of them."""
    inserts, replaced = [], {}
    for number, mutation in mutations:
        size = mutation.span[1] - mutation.span[0]
        for edit in mutation.edits:
            text = edit.text.replace("{n}", str(number))
            if edit.start == edit.end:
                opens = edit is mutation.edits[0] or text.startswith("(lianxi")
                inserts.append((edit.start, opens, size, number, text))
            else:
                replaced[(edit.start, edit.end)] = in_as_many_lines(
                    text, data.count(b"\n", edit.start, edit.end))
    pieces = collections.defaultdict(list)
    for at, opens, size, number, text in inserts:
        # What ends here closes before anything opens; the inner before the outer.
        pieces[at].append(((1, -size, number) if opens else (0, size, -number), text))
    out, at = [], 0
    cuts = sorted(set(pieces) | {start for start, _ in replaced})
    ends = dict(replaced)
    for cut in cuts:
        out.append(data[at:cut] if cut > at else b"")
        at = max(at, cut)
        for _, text in sorted(pieces.get(cut, [])):
            out.append(text.encode())
        for (start, end), text in ends.items():
            if start == cut:
                out.append(text.encode())
                at = end
    out.append(data[at:])
    return b"".join(out)


def seed_of(text):
    """A number that is the same on every machine."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
