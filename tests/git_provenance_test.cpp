// The line at a report's foot that says from which revision it is, written and read again.
#include <doctest/doctest.h>

#include <lianxi/documents/html.hpp>
#include <lianxi/documents/json.hpp>
#include <lianxi/documents/markdown.hpp>
#include <lianxi/reports/git_provenance.hpp>

namespace lianxi::git_provenance_test {
namespace {

std::string line(const GitProvenance& from, Language language) {
  Document document{.language = language, .title = "x"};
  add_provenance(document, from);
  return document.provenance.front().plain();
}

}  // namespace

TEST_CASE("the line in both languages") {
  const GitProvenance from{"1a2b3c4d5e", "2017-09-20"};
  CHECK(line(from, Language::en) == "Records: as of git revision 1a2b3c4d5e of 2017-09-20");
  CHECK(line(from, Language::zh) == "记录：git 版本 1a2b3c4d5e（2017-09-20）");
  CHECK(line({"1a2b", "2017-09-20", 0}, Language::en) ==
        "Records: as of git revision 1a2b of 2017-09-20; no record changed since");
  CHECK(line({"1a2b", "2017-09-20", 1}, Language::en) ==
        "Records: as of git revision 1a2b of 2017-09-20; 1 record changed since, not committed");
  CHECK(line({"1a2b", "2017-09-20", 3}, Language::zh) ==
        "记录：git 版本 1a2b（2017-09-20）；此后有 3 条记录改动，尚未提交");
}

TEST_CASE("it is read again from a file of any form") {
  for (const Language language : {Language::en, Language::zh})
    for (const auto changed : {std::optional<std::size_t>(), std::optional<std::size_t>(0),
                               std::optional<std::size_t>(1), std::optional<std::size_t>(12)}) {
      const GitProvenance from{"1a2b3c4d5e", "2017-09-20", changed};
      Document document{.language = language, .title = "报告"};
      document.provenance.emplace_back("台账：甲");
      add_provenance(document, from);
      CHECK(read_provenance(to_markdown(document)) == from);
      CHECK(read_provenance(to_html(document)) == from);
      CHECK(read_provenance(to_json(document)) == from);
    }
}

TEST_CASE("other text is none") {
  CHECK_FALSE(read_provenance(""));
  CHECK_FALSE(read_provenance("Records: as of git revision "));
  CHECK_FALSE(read_provenance("Records: as of git revision 1a2b of them"));
}

}  // namespace lianxi::git_provenance_test
