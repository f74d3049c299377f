// Records by the names that people have for them.
#include <fmt/format.h>

#include <lianxi/followup/record_forms.hpp>
#include <lianxi/records/events.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/records/projects.hpp>
#include <lianxi/records/requests.hpp>
#include <lianxi/records/series.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/reports/words/sentences.hpp>
#include <lianxi/rules/rule.hpp>
#include <lianxi/schema/walk.hpp>

namespace lianxi {
namespace {

/// A canonical form cut into its words and ids.
class Form {
 public:
  Form(const ReportCase& c, std::string_view text) : c_(c), text_(text) {
    for (std::string_view rest = text_; !rest.empty();) {
      const auto slash = std::min(rest.find('/'), rest.size());
      parts_.push_back(rest.substr(0, slash));
      rest.remove_prefix(std::min(slash + 1, rest.size()));
    }
  }

  /// "" where it names nothing that is known.
  std::string in_words() const {
    const std::string_view collection = part(0);
    if (collection == "alliance") return of_alliance();
    if (collection == "meetings") return of_meeting();
    if (collection == "plans") return of_plan();
    if (collection == "requests") return of_request();
    if (collection == "units" || collection == "committees") return c_.wording.named(part(1));
    if (collection == "funds") return fund();
    if (collection == "series") return of_series();
    if (collection == "events") return titled(c_.book.events);
    if (collection == "projects") return titled(c_.book.projects);
    return {};
  }

 private:
  std::string_view part(std::size_t i) const {
    return i < parts_.size() ? parts_[i] : std::string_view();
  }
  bool any(std::size_t i) const { return part(i) == "*"; }

  /// Of several words about one thing: 地铁站（二季度会）.
  std::string of(std::string_view what, std::string_view whole) const {
    return c_.wording(say({"{} ({})", "{}（{}）"}, what, whole));
  }
  std::string unit(std::size_t i) const {
    return any(i) ? c_.wording(Bilingual{"every unit", "各单位"}) : c_.wording.named(part(i));
  }

  std::string of_alliance() const {
    const auto period = read_period(part(2), c_.as_of);
    if (any(2)) return c_.wording(Bilingual{"every interval", "各期例会"});
    return period ? c_.wording(
                        say({"the regular meeting of {}", "{}例会"}, c_.wording.period(*period)))
                  : c_.wording.alliance();
  }

  std::string of_meeting() const {
    const Meeting* meeting = c_.book.meeting(part(1));
    if (!meeting && !any(1)) return {};
    const std::string name =
        meeting ? c_.wording.meeting(*meeting) : c_.wording(Bilingual{"every meeting", "各次会议"});
    if (part(2) == "units") return of(unit(3), name);
    if (part(2) == "resolutions")
      return any(3) ? all_of(name, {"resolutions", "各项决议"}) : resolution(meeting, name);
    if (part(2) == "topics" || part(2) == "suggestions")
      return any(3) || !meeting ? all_of(name, {"topics", "各项议题"}) : part_of(*meeting, name);
    return name;
  }

  std::string all_of(std::string_view name, Bilingual what) const {
    return c_.wording(say({"all {1} of {0}", "{}{}"}, name, what));
  }

  std::string resolution(const Meeting* meeting, const std::string& name) const {
    if (!meeting) return {};
    for (const Resolution& resolution : meeting->resolutions)
      if (resolution.id.value_or("") == part(3))
        return of(c_.wording.quoted(resolution.text.value_or(dash)), name);
    return {};
  }

  std::string part_of(const Meeting& meeting, const std::string& name) const {
    for (const Topic& topic : meeting.topics)
      if (part(2) == "topics" && topic.id.value_or("") == part(3))
        return of(c_.wording.quoted(topic.title.value_or(dash)), name);
    for (const Suggestion& suggestion : meeting.suggestions)
      if (part(2) == "suggestions" && suggestion.id.value_or("") == part(3))
        return of(c_.wording.quoted(suggestion.text.value_or(dash)), name);
    return name;
  }

  std::string of_plan() const {
    const std::string name = c_.wording(
        say({"the plan for {}", "{}年度计划"}, any(1) ? std::string_view("…") : part(1)));
    const Task* task = c_.book.task(fmt::format("{}/{}", part(1), part(3)));
    return task ? of(c_.wording.quoted(task->title.value_or(dash)), name) : name;
  }

  std::string of_request() const {
    for (const Request& request : c_.book.requests)
      if (request.id.value_or("") == part(1)) {
        const std::string text = c_.wording(
            say({"the request {}", "协作请求{}"}, c_.wording.quoted(request.text.value_or(dash))));
        return part(2) == "units" ? of(unit(3), text) : text;
      }
    return {};
  }

  std::string fund() const {
    const Fund* fund = c_.book.fund(part(1));
    return fund ? std::string(fund->name.value_or(part(1))) : std::string();
  }

  std::string of_series() const {
    const Series* series = c_.book.series_of(part(1));
    if (!series) return {};
    const std::string title = c_.wording.quoted(series->title.value_or(dash));
    const auto month = part(2) == "months" ? read_period(part(3), c_.as_of) : std::nullopt;
    return month ? of(title, c_.wording.period(*month)) : title;
  }

  template <class Records>
  std::string titled(const Records& records) const {
    for (const auto& record : records)
      if (record.id.value_or("") == part(1)) return c_.wording.quoted(record.title.value_or(dash));
    return {};
  }

  const ReportCase& c_;
  std::string text_;
  std::vector<std::string_view> parts_;
};

}  // namespace

namespace {

/// The field's text or date, for a record that has no name of its own.
std::string value_of(const ReportCase& c, const RecordType& type, const void* record,
                     std::string_view name) {
  for (const Field& field : type.fields) {
    if (field.en != name) continue;
    const void* value = field.get(record);
    if (field.type->kind == ValueType::Kind::date)
      return *static_cast<const Located<Date>*>(value)
                 ? c.wording.date(*static_cast<const Located<Date>*>(value))
                 : std::string();
    if (field.type->kind == ValueType::Kind::text && *static_cast<const Text*>(value))
      return c.wording.quoted(**static_cast<const Text*>(value));
    if (field.type->kind == ValueType::Kind::ref && *static_cast<const Text*>(value))
      return c.wording.named(**static_cast<const Text*>(value));
  }
  return {};
}

/// The collection's word and what stands in a record's first fields: 捐赠（2017年8月2日）.
std::string in_brackets(const ReportCase& c, const RecordType& type, const void* record) {
  std::string text;
  for (const std::string_view name : {"date", "unit", "title", "text", "period"}) {
    const std::string value = value_of(c, type, record, name);
    if (value.empty()) continue;
    if (!text.empty()) text += c.wording(Bilingual{", ", "，"});
    text += value;
  }
  const std::string collection = c.wording(Bilingual{type.en, type.zh});
  return text.empty() ? collection : c.wording(say({"{} ({})", "{}（{}）"}, collection, text));
}

/// Of a collection without words of its own above.
std::string by_its_table(const ReportCase& c, std::string_view form) {
  for (const Collection& collection : all_collections()) {
    const RecordType& type = *collection.type;
    if (!form.starts_with(std::string(type.en) + "/")) continue;
    for (std::size_t i = 0, n = collection.size(c.book); i < n; ++i) {
      const void* record = &collection.at(c.book, i);
      const std::string name = c.book.name_of(PartChain{type, record});
      if (form == name || form.starts_with(name + "/")) return in_brackets(c, type, record);
    }
  }
  return {};
}

}  // namespace

std::string record_in_words(const ReportCase& c, std::string_view form) {
  const std::string canonical = canonical_record(form);
  std::string words = Form(c, canonical).in_words();
  if (words.empty()) words = by_its_table(c, canonical);
  return words.empty() ? std::string(form) : words;
}

std::string what_is_waived(const ReportCase& c, const Waiver& waiver) {
  const RuleInfo* rule = find_rule(*waiver.rule);
  const std::string record = record_in_words(c, *waiver.record);
  if (!rule) return record;
  return c.wording(say({"{}: {}", "{}：{}"}, record, rule->holds));
}

}  // namespace lianxi
