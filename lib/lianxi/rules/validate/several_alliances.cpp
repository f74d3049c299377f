#include <lianxi/records/alliance.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::several_alliances_rule {

static void check(const ValidateCase& c, FindingSink& out) {
  const auto& alliances = c.book.alliances;
  for (std::size_t i = 1; i < alliances.size(); ++i) {
    auto& finding = out.add(alliances[i].key, "alliance",
                            say({"a second alliance in one book", "一个账本里有第二个联盟"}),
                            say({"keep one alliance a book; the first counts",
                                 "一个账本只记一个联盟，目前以第一个为准"}));
    finding.related.push_back({alliances[0].key, say({"the first is here", "第一个在这里"})});
  }
}

}  // namespace lianxi::several_alliances_rule

namespace lianxi::rules {
extern constinit const ValidateRule several_alliances{
    {"several-alliances",
     Severity::error,
     {"The book describes more than one alliance.", "账本里写了不止一个联盟。"},
     {"A book is one alliance's. With two it would be open whose policy applies.",
      "一个账本只属于一个联盟，有两个就不知该按谁的制度办。"},
     {R"(alliance:
  name: Station Area Alliance
  founded: 2013-04-28
---
alliance:
  name: Riverside Alliance
  founded: 2015-06-01
)",
      R"(联盟:
  名称: 站区党建联盟
  成立日期: 2013-04-28
---
联盟:
  名称: 滨河党建联盟
  成立日期: 2015-06-01
)"},
     {R"(alliance:
  name: Station Area Alliance
  founded: 2013-04-28
)",
      R"(联盟:
  名称: 站区党建联盟
  成立日期: 2013-04-28
)"}},
    several_alliances_rule::check};
}  // namespace lianxi::rules
