#include <lianxi/base/source.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::no_alliance_rule {

static void check(const ValidateCase& c, FindingSink& out) {
  if (c.book.alliance() || c.book.is_incomplete(Alliance::type)) return;
  const Sources& sources = c.book.sources();
  out.add(sources.empty() ? Place::none : sources[0].start, "",
          say({"the book has no “alliance”", "账本里没有“联盟”"}),
          say({"write one file with `alliance:`, its name and the day it was founded",
               "请建一个文件写明 `联盟:`，包括名称和成立日期"}));
}

}  // namespace lianxi::no_alliance_rule

namespace lianxi::rules {
extern constinit const ValidateRule no_alliance{
    {"no-alliance",
     Severity::error,
     {"No file of the book says whose book it is.", "账本里没有说明是哪个联盟的账本。"},
     {"The alliance's founding, policy and office are what everything else is judged by.",
      "成立日期、制度和办公室是核对其他一切记录的依据。"},
     {R"(units:
  - id: north
    name: North Gate Office
)",
      R"(单位:
  - 编号: 北广场
    名称: 北广场管理处
)"},
     {R"(alliance:
  name: Station Area Alliance
  founded: 2013-04-28
units:
  - id: north
    name: North Gate Office
)",
      R"(联盟:
  名称: 站区党建联盟
  成立日期: 2013-04-28
单位:
  - 编号: 北广场
    名称: 北广场管理处
)"}},
    no_alliance_rule::check};
}  // namespace lianxi::rules
