#include <algorithm>
#include <fmt/format.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/change_text.hpp>
#include <lianxi/exchange/difference_words.hpp>
#include <lianxi/exchange/record_history_print.hpp>
#include <lianxi/exchange/severity_colors.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using Happening = RecordEvent::Kind;

std::string safe_text(std::string_view text) { return printable(masked(text)); }

class HistoryWriter {
 public:
  HistoryWriter(const RecordHistory& history, Language language, bool color)
      : history_(history), language_(language), color_(color) {}

  std::string write(std::string_view title) {
    out_ = safe_text(record_in_language(history_.record, language_));
    if (!title.empty()) out_ += "  " + safe_text(title);
    out_ += "\n";
    for (const RecordCommit& one : history_.commits) commit(one);
    if (history_.is_cut_off)
      add("\n", {"the history here was cut off (a shallow clone): older changes are not known",
                 "此处的历史不完整（浅克隆）：更早的改动无从得知"});
    return std::move(out_);
  }

 private:
  void add(std::string_view indent, Bilingual words) {
    out_ += std::string(indent) + std::string(words.in(language_)) + "\n";
  }

  bool is_chinese() const { return language_ == Language::zh; }

  std::string emphasized(const std::string& text) const {
    return color_ ? in_color(text, "1") : text;
  }

  void commit(const RecordCommit& one) {
    out_ += "\n";
    if (!one.commit) {
      out_ += emphasized(is_chinese() ? "尚未提交" : "not committed yet") + "\n";
    } else {
      const GitCommitInfo& commit = *one.commit;
      out_ += emphasized(fmt::format("{}  {}  {}", commit.day, commit.id.brief(),
                                     safe_text(commit.author))) +
              "  " + safe_text(commit.summary) + "\n";
    }
    for (const RecordEvent& each : one.events) event(each);
  }

  void event(const RecordEvent& event) {
    switch (event.kind) {
      case Happening::added:
        add("  ", {"added", "新增"});
        return fields(event, "    ");
      case Happening::changed:
        return fields(event, "  ");
      case Happening::removed:
        return add("  ", {"removed", "删除"});
      case Happening::renamed:
        out_ += fmt::format("  {}{}\n", is_chinese() ? "改名，原为 " : "renamed from ",
                            safe_text(record_in_language(event.before, language_)));
        return fields(event, "  ");
      case Happening::reported:
        return report(event, {"reported", "提交报告"}, true);
      case Happening::report_changed:
        report(event, {"report changed", "修改报告"}, false);
        return fields(event, "    ");
      case Happening::report_withdrawn:
        return report(event, {"report withdrawn", "撤回报告"}, false);
    }
  }

  void report(const RecordEvent& event, Bilingual what, bool with_status) {
    out_ += fmt::format("  {}{}{}", what.in(language_), is_chinese() ? "：" : ": ",
                        safe_text(record_in_language(event.record, language_)));
    const auto status = std::ranges::find(event.fields, "status", &FieldInHistory::field);
    if (with_status && status != event.fields.end())
      out_ += (is_chinese() ? "，" : ", ") + shown(status->after, meaning_of(*status).type);
    out_ += "\n";
  }

  void fields(const RecordEvent& event, std::string_view indent) {
    for (const FieldInHistory& field : event.fields) {
      out_ += indent;
      out_ += event.kind == Happening::added ? of_new(field) : of_changed(event, field);
      out_ += "\n";
    }
  }

  /// A field's name and the type of its value.
  NamedField meaning_of(const FieldInHistory& field) const {
    return field_in_language(field.type, field.field, language_);
  }

  std::string of_new(const FieldInHistory& field) const {
    const NamedField meaning = meaning_of(field);
    return safe_text(meaning.text) + (is_chinese() ? "：" : ": ") +
           shown(field.after, meaning.type);
  }

  std::string of_changed(const RecordEvent& event, const FieldInHistory& field) const {
    const std::string part =
        field.record.substr(std::min(event.record.size(), field.record.size()));
    std::string name;
    if (!part.empty()) {
      const std::string whole = record_in_language(field.record, language_);
      name = whole.substr(record_in_language(event.record, language_).size() + 1);
    }
    if (field.field.empty()) return safe_text(name) + whole_part(field);
    const NamedField meaning = meaning_of(field);
    name += (name.empty() ? "" : " ") + meaning.text;
    return safe_text(name) + (is_chinese() ? "：" : ": ") + shown(field.before, meaning.type) +
           " → " + shown(field.after, meaning.type);
  }

  std::string whole_part(const FieldInHistory& field) const {
    const ValueType type{.kind = ValueType::Kind::record, .record = field.type};
    const bool came = field.after.has_value();
    const std::string_view what =
        is_chinese() ? (came ? " 新增：" : " 删除：") : (came ? " added: " : " removed: ");
    return std::string(what) + shown(came ? field.after : field.before, &type);
  }

  std::string shown(const std::optional<RecordValue>& value, const ValueType* type) const {
    if (!value) return is_chinese() ? "（未填）" : "(not given)";
    return printable(value_for_people(*value, type, language_));
  }

  const RecordHistory& history_;
  Language language_;
  bool color_;
  std::string out_;
};

}  // namespace

std::string history_text(const RecordHistory& history, std::string_view title, Language language,
                         bool color) {
  return HistoryWriter(history, language, color).write(title);
}

}  // namespace lianxi
