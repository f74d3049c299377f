#include <algorithm>
#include <doctest/doctest.h>
#include <random>

#include <lianxi/exchange/merge_text.hpp>
#include <lianxi/writing/file_merge.hpp>
#include <lianxi/writing/merge_side.hpp>
#include <lianxi/writing/text_merge.hpp>
#include <lianxi/writing/value_merge.hpp>

#include "random_layout.hpp"

namespace lianxi::file_merge_test {

static std::string joined(const std::string& base, const std::string& ours,
                          const std::string& theirs) {
  const MergedFile merged = merge_files(base, ours, theirs);
  CHECK(!merged.has_conflicts);
  CHECK(merged.how == MergedFile::How::by_field);
  return merged.bytes;
}

TEST_CASE("records that both added stand behind what they were put behind, ours first") {
  const std::string base = "units:\n  - id: a\n  - id: z\n";
  CHECK(joined(base, "units:\n  - id: a\n  - id: b\n  - id: z\n",
               "units:\n  - id: a\n  - id: c\n  - id: z\n  - id: d\n") ==
        "units:\n  - id: a\n  - id: b\n  - id: c\n  - id: z\n  - id: d\n");
}

TEST_CASE("a record that one moved and the other changed is moved and changed") {
  const std::string base = "units:\n  - id: a\n  - id: b\n    name: B\n  - id: c\n";
  const std::string moved = "units:\n  - id: b\n    name: B\n  - id: a\n  - id: c\n";
  const std::string changed = "units:\n  - id: a\n  - id: b\n    name: Bee\n  - id: c\n";
  const std::string both = "units:\n  - id: b\n    name: Bee\n  - id: a\n  - id: c\n";
  CHECK(joined(base, moved, changed) == both);
  CHECK(joined(base, changed, moved) == both);
}

TEST_CASE("what comes from theirs takes the indentation, line breaks and byte order mark of ours") {
  const std::string base = "\xEF\xBB\xBFunits:\r\n- id: a\r\n  name: A\r\n";
  const std::string ours = "\xEF\xBB\xBFunits:\r\n- id: a\r\n  name: A # first\r\n";
  const std::string theirs =
      "units:\n    - id: a\n      name: A\n    - id: b\n      note: |\n        x\n";
  CHECK(joined(base, ours, theirs) ==
        "\xEF\xBB\xBFunits:\r\n- id: a\r\n  name: A # first\r\n- id: b\r\n  note: |\r\n    x\r\n");
}

TEST_CASE("comments of both sides stay") {
  const std::string base = "# top\nunits:\n  - id: a\n    name: A\n    head: H\n";
  const std::string ours = "# top\nunits:\n  # mine\n  - id: a\n    name: B\n    head: H\n# end\n";
  const std::string theirs =
      "# top\n# more\nunits:\n  - id: a\n    name: A  # yours\n    head: H\n    # below\n# also\n";
  CHECK(joined(base, ours, theirs) ==
        "# top\n# more\nunits:\n  # mine\n  - id: a\n    # yours\n    name: B\n    head: H\n"
        "    # below\n# end\n# also\n");
}

TEST_CASE("a comment that one wrote in what the other removed stays") {
  const std::string base = "units:\n  - id: a\n    name: A\n  - id: b\n";
  CHECK(joined(base, "units:\n  - id: a\n    # ask again\n    name: A\n  - id: b\n",
               "units:\n  - id: b\n") == "units:\n  # ask again\n  - id: b\n");
}

TEST_CASE("the first field of a record can go, come and be in conflict") {
  const std::string base = "units:\n  - name: A\n    id: a\n    head: H\n";
  CHECK(joined(base, "units:\n  - id: a\n    head: H\n",
               "units:\n  - name: A\n    id: a\n    head: I\n") ==
        "units:\n  - id: a\n    head: I\n");
  const auto merged = merge_files(base, "units:\n  - name: B\n    id: a\n    head: H\n",
                                  "units:\n  - name: C\n    id: a\n    head: H\n");
  CHECK(merged.has_conflicts);
  CHECK(merged.bytes ==
        "units:\n  -\n<<<<<<< ours\n    name: B\n=======\n    name: C\n>>>>>>> theirs\n"
        "    id: a\n    head: H\n");
}

TEST_CASE("what stands between brackets keeps its quotes and order") {
  const std::string base = "units: [{id: 'a', name: \"A\"}, {name: 'B, b', id: b}]\n";
  CHECK(joined(base, "units: [{id: 'a', name: \"A\", head: 'H'}, {name: 'B, b', id: b}]\n",
               "units: [{id: 'a', name: 'AA'}, {name: 'B, b', id: b}, {id: c}]\n") ==
        "units: [{id: 'a', name: 'AA', head: 'H'}, {name: 'B, b', id: b}, {id: c}]\n");
}

TEST_CASE("two different things are never mixed") {
  // One expense went and another of the same day came, while theirs filed a voucher for the first.
  const std::string base =
      "projects:\n  - id: p\n    expenses:\n      - {date: 2017-05-01, item: a, amount: 1}\n";
  const std::string ours =
      "projects:\n  - id: p\n    expenses:\n      - {date: 2017-05-01, item: b, amount: 2}\n";
  const std::string theirs =
      "projects:\n  - id: p\n    expenses:\n"
      "      - {date: 2017-05-01, item: a, amount: 1, voucher: v}\n";
  const auto merged = merge_files(base, ours, theirs);
  REQUIRE(merged.conflicts.size() == 1);
  CHECK(merged.conflicts[0].record == "projects/p/expenses/1");
  CHECK(!merged.conflicts[0].ours);
}

TEST_CASE("what one changed beyond recognition and the other removed or changed is a conflict") {
  const auto with = [](const std::string& stages) {
    return "meetings:\n  - id: m\n    resolutions:\n      - id: r\n        stages:\n" + stages;
  };
  const std::string base = with("          - text: A\n          - text: Z\n");
  const std::string ours = with("          - text: B\n          - text: Z\n");
  const auto removed = merge_files(base, ours, with("          - text: Z\n"));
  REQUIRE(removed.conflicts.size() == 1);
  CHECK(removed.conflicts[0].record == "meetings/m/resolutions/r/stages/1");
  const auto changed = merge_files(base, ours, with("          - text: C\n          - text: Z\n"));
  REQUIRE(changed.conflicts.size() == 1);
  CHECK(changed.conflicts[0].field == "text");
}

TEST_CASE("an id that is there twice identifies nothing") {
  const std::string base = "units:\n  - id: a\n    name: A\n  - id: a\n    name: B\n    head: x\n";
  const std::string ours = "units:\n  - id: a\n    name: B\n    head: y\n";  // the first went
  const std::string theirs =
      "units:\n  - id: a\n    name: A\n  - id: a\n    name: B\n    head: x\n"
      "    note: n\n";
  CHECK(joined(base, ours, theirs) == "units:\n  - id: a\n    name: B\n    head: y\n    note: n\n");
}

TEST_CASE("a collection over several documents is one") {
  const std::string base = "---\nunits:\n  - id: a\n---\nunits:\n  - id: b\nfunds: []\n";
  CHECK(joined(base, "---\nunits:\n  - id: a\n    name: A\n---\nunits:\n  - id: b\nfunds: []\n",
               "---\nunits:\n  - id: a\n---\nunits:\n  - id: b\n  - id: c\nfunds: []\n") ==
        "---\nunits:\n  - id: a\n    name: A\n---\nunits:\n  - id: b\n  - id: c\nfunds: []\n");
}

TEST_CASE("unknown keys and values that no type can read are kept and compared too") {
  const std::string base = "units:\n  - id: a\n    joined: someday\n    nmae: A\n";
  CHECK(joined(base, "units:\n  - id: a\n    joined: one day\n    nmae: A\n",
               "units:\n  - id: a\n    joined: someday\n    nmae: B\n") ==
        "units:\n  - id: a\n    joined: one day\n    nmae: B\n");
  CHECK(merge_files(base, "units:\n  - id: a\n    joined: one day\n    nmae: A\n",
                    "units:\n  - id: a\n    joined: some day\n    nmae: A\n")
            .has_conflicts);
}

TEST_CASE("what cannot be joined for certain is left whole, in both versions") {
  const std::string base = "{units: [{id: a, name: A}]}\n", ours = "{units: [{id: a, name: B}]}\n",
                    theirs = "{units: [{id: a, name: A, head: H}]}\n";
  const auto merged = merge_files(base, ours, theirs);
  CHECK(merged.how == MergedFile::How::not_at_all);
  CHECK(merged.bytes == "<<<<<<< ours\n" + ours + "=======\n" + theirs + ">>>>>>> theirs\n");
  CHECK(merge_text(merged, "units.yaml", Language::en) ==
        "units.yaml: cannot be joined for certain; both versions are in it as a whole\n");
  CHECK(merge_text(merged, "units.yaml", Language::zh) ==
        "units.yaml：无法确保合并正确，两个版本都完整保留在其中\n");
}

/// A line that comes, goes, is doubled or changes places, as hands and other merges do it.
static std::string edited(const std::string& text, test::RandomLayout& random) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size(); at = next_line(text, at))
    lines.push_back(text.substr(at, next_line(text, at) - at));
  const int edits = 1 + random.below(2);
  for (int i = 0; i < edits && !lines.empty(); ++i) {
    const auto at = lines.begin() + random.below(int(lines.size()));
    switch (random.below(5)) {
      case 0:
        lines.erase(at);
        break;
      case 1:
        lines.insert(at, *at);
        break;
      case 2:
        std::swap(*at, lines[std::size_t(random.below(int(lines.size())))]);
        break;
      case 3:
        at->insert(at->size() - 1, 1, "7x"[random.below(2)]);
        break;
      default:
        lines.insert(at, "# a comment\n");
    }
  }
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

TEST_CASE("whatever the lines of both sides are, the result is proved, and sides may be swapped") {
  int by_field = 0, by_record = 0, not_at_all = 0;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    test::RandomLayout random(seed);
    const std::string base = std::string(random.book().back().bytes.view());
    const std::string ours = edited(base, random), theirs = edited(base, random);
    CAPTURE(base);
    CAPTURE(ours);
    CAPTURE(theirs);
    const MergedFile one = merge_files(base, ours, theirs);
    const MergedFile other = merge_files(base, theirs, ours);
    using How = MergedFile::How;
    if (one.how == How::unproved) continue;
    by_field += one.how == How::by_field;
    by_record += one.how == How::by_record;
    not_at_all += one.how == How::not_at_all;
    CHECK(one.has_conflicts == other.has_conflicts);
    CHECK(one.conflicts.size() == other.conflicts.size());
    if (!one.has_conflicts && !other.has_conflicts)
      CHECK(same_records(values_of(MergeSide(one.bytes)), values_of(MergeSide(other.bytes))));
  }
  MESSAGE(by_field << " by field, " << by_record << " by record, " << not_at_all << " not at all");
  CHECK(by_field > 50);
}

}  // namespace lianxi::file_merge_test
