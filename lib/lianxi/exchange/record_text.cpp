#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/places.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/record_title.hpp>
#include <lianxi/exchange/due_words.hpp>
#include <lianxi/exchange/record_facts.hpp>
#include <lianxi/exchange/record_text.hpp>
#include <lianxi/exchange/text_table.hpp>
#include <lianxi/records/units.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// Line by line, so that only line breaks stay what they are.
std::string printable_lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    out += printable(line) + "\n";
    text = end == text.npos ? std::string_view() : text.substr(end + 1);
  }
  return out;
}

/// The text, of which the telephone numbers stay that `contact` has, too.
std::string masked_but_contact(std::string_view text, std::string_view contact) {
  std::vector<std::string> known;
  for (auto found = find_personal_number(contact); found;
       found = find_personal_number(contact, found->end))
    if (found->kind == PersonalNumber::Kind::phone) known.push_back(found->digits);
  std::string out = masked(text);
  for (auto found = find_personal_number(text); found;
       found = find_personal_number(text, found->end))
    if (std::ranges::find(known, found->digits) != known.end())
      out.replace(found->start, found->end - found->start,
                  text.substr(found->start, found->end - found->start));
  return out;
}

/// A text that may have several lines as one.
std::string in_a_line(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c == '\n' || c == '\r') c = ' ';
  return out;
}

/// How many records of a kind are named before the rest is only counted.
constexpr std::size_t most_shown = 6;

/// Writes the text form of one view.
class RecordWriter {
 public:
  RecordWriter(const RecordView& view, const TextStyle& style) : view_(view), style_(style) {}

  std::string write() {
    add_heading();
    add_facts();
    const std::string before = masked_lines(std::exchange(out_, {})) + "\n" + record_yaml(view_);
    add_life();
    add_references({"Refers to", "引用"}, view_.refers_to, true);
    add_references({"Referred to by", "被引用"}, view_.referred_by, false);
    add_findings();
    return before + masked_lines(out_);
  }

 private:
  std::string_view in(Bilingual both) const { return both.in(style_.language); }
  std::string filled(const Message& both) const { return both.in(style_.language); }

  void add_heading() {
    const MeantRecord& record = view_.record;
    out_ += printable(record.name);
    if (!record.title.empty()) out_ += "  " + printable(in_a_line(record.title));
    const PlacesFrom places{view_.book.sources(), style_.folder};
    const Place at = record.path.part->at;
    out_ += fmt::format("\n{}:{}\n", printable_path(places.path(at)),
                        view_.book.sources().position(at).line);
  }

  void add_facts() {
    for (const RecordFact& fact : facts_of(view_))
      out_ += filled(say({"{}: {}\n", "{}：{}\n"}, fact.name,
                         Message{printable(fact.value.en), printable(fact.value.zh)}));
  }

  // ---- life -----------------------------------------------------------------------

  void add_life() {
    if (view_.life.empty()) return;
    out_ += fmt::format("\n{}\n", in({"Life", "经过"}));
    for (const LifeEvent& event : view_.life)
      out_ += fmt::format("  {}  {}\n", iso(event.day), printable(in_a_line(filled(said(event)))));
  }

  std::string name(std::string_view unit) const {
    return unit.empty() ? "?" : short_name_of(view_.book, unit, view_.as_of);
  }

  /// `: TEXT` or nothing.
  static Message told(std::string_view text) {
    return text.empty() ? Message{} : say({": {}", "：{}"}, text);
  }

  /// A word of the records as people read it: `in progress`.
  static Message words(Bilingual state) {
    Message both{std::string(state.en), std::string(state.zh)};
    std::ranges::replace(both.en, '_', ' ');
    return both;
  }

  Message said(const LifeEvent& event) const {
    const std::string unit = name(event.unit);
    const Message state = words(event.state);
    switch (event.kind) {
      case LifeKind::resolved:
        return say({"resolved; lead: {}{}", "议定；牵头单位：{}{}"}, unit,
                   event.due ? say({", due {}", "，时限 {}"}, iso(*event.due)) : Message{});
      case LifeKind::handed_over:
        return say({"handed over to {}{}", "改由 {} 牵头{}"}, unit, told(event.text));
      case LifeKind::moved:
        return say({"due date moved to {}{}", "时限调整为 {}{}"}, event.due ? iso(*event.due) : "?",
                   told(event.text));
      case LifeKind::stage_done:
        return say({"stage done{}", "节点完成{}"}, told(event.text));
      case LifeKind::reported:
        return say({"{} reported: {}{}{}", "{} 报告：{}{}{}"}, unit, state,
                   event.text.empty() ? Message{} : say({"; {}", "；{}"}, event.text),
                   event.problem.empty() ? Message{}
                                         : say({"; problem: {}", "；问题：{}"}, event.problem));
      case LifeKind::decided:
        return say({"verified by {}: {}{}", "{} 核定：{}{}"}, unit, state,
                   event.text.empty() ? Message{} : say({"; {}", "；{}"}, event.text));
      case LifeKind::reminded:
        return say({"{} was reminded ({}){}", "催办 {}（{}）{}"}, unit, state,
                   event.due ? say({", reply by {}", "，{} 前答复"}, iso(*event.due)) : Message{});
      case LifeKind::replaced:
        break;
    }
    return say({"replaced{}", "被替代{}"}, told(event.text));
  }

  // ---- references -----------------------------------------------------------------

  /// The other side of a reference.
  struct Tied {
    std::string field, record;
    std::string_view title;
    bool is_target;
  };
  /// Those of one field and collection, each once.
  using TiedGroup = std::vector<Tied>;

  static std::string_view collection_of(std::string_view record) {
    return record.substr(0, record.find('/'));
  }

  void add_tied(std::vector<TiedGroup>& groups, Tied tied) const {
    const auto group = std::ranges::find_if(groups, [&](const TiedGroup& one) {
      return one[0].field == tied.field &&
             collection_of(one[0].record) == collection_of(tied.record);
    });
    if (group == groups.end())
      groups.push_back({std::move(tied)});
    else if (std::ranges::find(*group, tied.record, &Tied::record) == group->end())
      group->push_back(std::move(tied));
  }

  void add_references(Bilingual heading, const std::vector<Reference>& references, bool outwards) {
    if (references.empty()) return;
    std::vector<TiedGroup> groups;
    for (const Reference& one : references)
      add_tied(groups,
               {std::string(style_.language == Language::zh ? one.field->zh : one.field->en),
                outwards ? one.to : one.from, one.title, outwards});
    std::vector<std::vector<std::string>> rows;
    for (const TiedGroup& group : groups) add_rows(group, rows);
    out_ += fmt::format("\n{}\n{}", in(heading), aligned(rows, 2));
  }

  void add_rows(const TiedGroup& group, std::vector<std::vector<std::string>>& rows) const {
    const std::size_t shown = std::min(most_shown, group.size());
    for (std::size_t i = 0; i < shown; ++i)
      rows.push_back({group[i].field, group[i].record, title_beside(group[i])});
    if (shown < group.size())
      rows.push_back(
          {group[0].field, filled(say({"and {} more", "等另 {} 处"}, group.size() - shown))});
  }

  /// What the record is called, where its name does not say it.
  std::string title_beside(const Tied& tied) const {
    std::string title = in_a_line(tied.title);
    if (tied.is_target) {
      const auto found = records_named(view_.book, tied.record);
      if (found.size() == 1) title = in_a_line(title_of(*found[0].type, *found[0].part));
    }
    return title == tied.record.substr(tied.record.rfind('/') + 1) ? std::string() : title;
  }

  // ---- findings -------------------------------------------------------------------

  void add_findings() {
    if (view_.wrong.empty() && view_.open.empty()) return;
    out_ += fmt::format("\n{}\n", in({"Findings", "发现的问题"}));
    for (const Findings* findings : {&view_.wrong, &view_.open})
      for (const Finding& finding : *findings) {
        out_ += fmt::format("  {}: {} [{}]\n", in(severity_name(finding.severity)),
                            printable(filled(finding.message)), finding.rule);
        if (!finding.waived.empty())
          out_ += fmt::format("    {}: {}\n", in({"waived", "已豁免"}), printable(finding.waived));
      }
  }

  const RecordView& view_;
  const TextStyle& style_;
  std::string out_;
};

}  // namespace

std::string record_text(const RecordView& view, const TextStyle& style) {
  return RecordWriter(view, style).write();
}

std::string record_yaml(const RecordView& view) {
  const std::string text = printable_lines(view.written);
  const RecordPath& path = view.record.path;
  if (path.collection->type != &Unit::type || !path.steps.empty()) return masked(text);
  // How an office is reached is no secret of a person.
  const Text& contact = static_cast<const Unit*>(path.part)->contact;
  return masked_but_contact(text, contact.value_or(""));
}

}  // namespace lianxi
