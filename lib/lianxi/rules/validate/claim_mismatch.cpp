#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

#include <lianxi/base/unreadable.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/figures/figure_paths.hpp>
#include <lianxi/figures/section_figures.hpp>
#include <lianxi/records/claims.hpp>
#include <lianxi/rules/rule.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi::claim_mismatch_rule {
namespace {

/// A claim with everything that is needed to judge it.
struct Question {
  const Claim& claim;
  Period period;
};

/// The largest power of ten that divides the number: the place value of its last digit
/// that is not zero. Of 0 a whole one.
std::int64_t last_place(std::int64_t hundredths) {
  if (hundredths == 0) return 100;
  std::int64_t place = 1;
  while (hundredths / place % 10 == 0) place *= 10;
  return place;
}

/// Whether the records bear the claim out.
bool agrees(Quantity claimed, const FigureValue& computed) {
  if (computed.is_null) return false;
  const std::int64_t apart = computed.hundredths - claimed.hundredths;
  switch (claimed.qualifier) {
    case Qualifier::exact:
      return apart == 0;
    case Qualifier::at_least:
      return apart >= 0 && apart < last_place(claimed.hundredths);
    case Qualifier::about:
      break;
  }
  return (apart < 0 ? -apart : apart) <= claimed.hundredths / 20;
}

/// A number written as the figure is, in both languages.
Message written(const FigureValue& like, std::int64_t hundredths, Qualifier qualifier) {
  FigureValue value = like;
  value.is_null = false;
  value.hundredths = hundredths;
  value.qualifier = qualifier;
  if (value.kind == FigureValue::Kind::number || value.kind == FigureValue::Kind::count)
    if (hundredths % 100 != 0) value.kind = FigureValue::Kind::amount;  // a claim may have places
  return {to_text(value, Language::en), to_text(value, Language::zh)};
}

Message signed_difference(const FigureValue& computed, std::int64_t claimed) {
  const std::int64_t apart = computed.hundredths - claimed;
  const auto text = written(computed, apart < 0 ? -apart : apart, Qualifier::exact);
  const std::string_view sign = apart < 0 ? "−" : "+";
  return {fmt::format("{}{}", sign, text.en), fmt::format("{}{}", sign, text.zh)};
}

/// Which collections could not be read whole: what they lack is no fault of a claim.
class Doubts {
 public:
  explicit Doubts(const Book& book) : book_(book) {
    for (const Finding& finding : book.findings()) {
      const auto slash = finding.record.find('/');
      if (slash != finding.record.npos) collections_.insert(finding.record.substr(0, slash));
      if (finding.record == "alliance") collections_.insert("units");  // who is a member when
      // A whole list of records was not read.
      const bool is_list = finding.rule == "unknown-collection" || finding.rule == "wrong-type" ||
                           finding.rule == "duplicate-key" || finding.rule == "duplicate-field";
      if (finding.record.empty() && is_list) all_ = true;
    }
  }

  bool about(std::string_view path) const {
    const auto word = path.substr(0, path.find('.'));
    if (all_ || is_doubtful(word)) return true;
    if (word == "funds") return is_doubtful("donations") || is_doubtful("grants");
    return word == "meetings" && is_doubtful("units");
  }

 private:
  bool is_doubtful(std::string_view collection) const {
    if (collections_.contains(std::string(collection))) return true;
    for (const Collection& candidate : all_collections())
      if (candidate.type->en == collection) return book_.is_incomplete(*candidate.type);
    return false;
  }

  const Book& book_;
  std::unordered_set<std::string> collections_;
  bool all_ = false;
};

class Claims {
 public:
  Claims(const Book& book, FindingSink& out)
      : book_(book), out_(out), doubts_(book), figures_(book) {}

  void check(const Claim& claim) {
    if (!claim.figure || !claim.value || !claim.date) return;
    if (is_unreadable(claim.period)) return;
    const auto period = claim.period ? read_period(*claim.period, *claim.date) : Period();
    if (!period)
      out_.add(claim.period.at(), name_of(claim),
               say({"“{}” is not a period", "“{}”不是期间"}, *claim.period),
               say({"write for instance 2017, 2017-Q3 or 2013-11..2017-07",
                    "可写 2017年、2017-Q3 或 2013-11..2017-07"}));
    else if (!doubts_.about(*claim.figure))
      compare({claim, *period});
  }

 private:
  void compare(const Question& question) {
    const Claim& claim = question.claim;
    const Figures& figures = figures_.of(*claim.date, question.period, *claim.figure);
    const auto computed = find_figure(figures, *claim.figure);
    if (!computed)
      report_unknown(claim, figures_.all(*claim.date, question.period));
    else if (!agrees(*claim.value, *computed))
      report(question, *computed);
  }

  void report_unknown(const Claim& claim, const Figures& figures) {
    const auto paths = all_figure_paths(figures);
    const std::vector<std::string_view> candidates(paths.begin(), paths.end());
    const auto near = nearest(*claim.figure, candidates);
    out_.add(claim.figure.at(), name_of(claim),
             say({"the records give no figure “{}”", "台账没有指标“{}”"}, *claim.figure),
             near.empty() ? say({"`lianxi stats --format json` shows the figures that there are",
                                 "可用的指标见 lianxi stats --format json"})
                          : say({"did you mean “{}”?", "是不是“{}”？"}, near));
  }

  void report(const Question& question, const FigureValue& computed) {
    const Claim& claim = question.claim;
    const auto claimed = written(computed, claim.value->hundredths, claim.value->qualifier);
    const Message computed_text{to_text(computed, Language::en), to_text(computed, Language::zh)};
    auto& finding =
        out_.add(claim.value.at(), name_of(claim),
                 computed.is_null ? say({"claimed {}, but the records give no value for {}",
                                         "公布 {}，而台账中“{}”没有数值"},
                                        claimed, *claim.figure)
                                  : say({"claimed {}, but {} comes to {} (difference {})",
                                         "公布 {}，而台账中“{}”为 {}（相差 {}）"},
                                        claimed, *claim.figure, computed_text,
                                        signed_difference(computed, claim.value->hundredths)),
                 say({"correct the records, or the claim: `lianxi stats --explain {}` lists what "
                      "went into it",
                      "请更正台账，或更正公布的数字；lianxi stats --explain {} 可列出来源"},
                     *claim.figure));
    add_sources(question, computed, finding);
  }

  /// The five records that add most to the figure.
  void add_sources(const Question& question, const FigureValue& computed, Finding& finding) {
    constexpr int most_traced = 100;  // each costs a pass over the records
    constexpr std::size_t most_shown = 5;
    if (++traced_ > most_traced) return;
    auto sources = sources_of(book_, *question.claim.date, question.period, *question.claim.figure);
    const auto size = [](const FigureSource& source) {
      return source.hundredths < 0 ? -source.hundredths : source.hundredths;
    };
    std::ranges::stable_sort(sources, std::ranges::greater(), size);
    if (sources.size() > most_shown) sources.resize(most_shown);
    for (const FigureSource& source : sources) {
      FigureValue like = computed;
      if (like.kind == FigureValue::Kind::rate) like.kind = FigureValue::Kind::number;
      const auto part = written(like, size(source), Qualifier::exact);
      finding.related.push_back({source.at, say({"{}: {}{}", "{}：{}{}"}, source.record,
                                                source.hundredths < 0 ? "−" : "", part)});
    }
  }

  const Book& book_;
  FindingSink& out_;
  Doubts doubts_;
  SectionFigures figures_;
  int traced_ = 0;
};

void check(const ValidateCase& c, FindingSink& out) {
  if (c.book.claims.empty()) return;
  Claims claims(c.book, out);
  for (const Claim& claim : c.book.claims) claims.check(claim);
}

}  // namespace

}  // namespace lianxi::claim_mismatch_rule

namespace lianxi::rules {
extern constinit const ValidateRule claim_mismatch{
    {"claim-mismatch",
     Severity::error,
     {"The records do not give a figure that was made public.", "台账算不出已对外公布的数字。"},
     {"A figure that has left the house has to be found in the records. It is computed over its"
      " period as of the day it was made public: an exact one must be equal, `1200余` may be up "
      "to 1299, `约5500` may be off by 5 %. Either a record is missing or wrong, or the claim "
      "has to be corrected in public.",
      "公布出去的数字，必须能从台账里算出来。按公布之日、所写期间计算：确数须相等，“1200余”可到 1"
      "299，“约5500”可相差 5%。对不上，不是台账漏记、错记，就是公布的数字要更正。"},
     {R"(donations:
  - {id: d1, date: 2017-05-10, fund: care, amount: 4000}
claims:
  - id: c1
    figure: donations.money
    period: 2017
    value: 5000
    date: 2017-09-30
    source: Annual report
)",
      R"(捐赠:
  - {编号: d1, 日期: 2017-05-10, 基金: 爱心基金, 金额: 4000}
公布数据:
  - 编号: c1
    指标: donations.money
    期间: 2017年
    数值: 5000
    公布日期: 2017-09-30
    出处: 年度总结
)"},
     {R"(donations:
  - {id: d1, date: 2017-05-10, fund: care, amount: 4000}
claims:
  - id: c1
    figure: donations.money
    period: 2017
    value: 4000
    date: 2017-09-30
    source: Annual report
)",
      R"(捐赠:
  - {编号: d1, 日期: 2017-05-10, 基金: 爱心基金, 金额: 4000}
公布数据:
  - 编号: c1
    指标: donations.money
    期间: 2017年
    数值: 4000
    公布日期: 2017-09-30
    出处: 年度总结
)"}},
    claim_mismatch_rule::check};
}  // namespace lianxi::rules
