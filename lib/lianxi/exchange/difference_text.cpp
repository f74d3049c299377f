#include <fmt/format.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/book_difference.hpp>
#include <lianxi/exchange/change_text.hpp>
#include <lianxi/exchange/cut_text.hpp>
#include <lianxi/exchange/difference_words.hpp>
#include <lianxi/exchange/severity_colors.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// SGR codes.
constexpr std::string_view green = "32", red = "31", bold = "1";

/// Columns of a title: a resolution's text may be long, and its beginning tells which it is.
constexpr int widest_title = 60;

/// Writes the text form of what differs.
class DifferenceWriter {
 public:
  DifferenceWriter(const BookDifference& all, Language language, bool color)
      : all_(all), language_(language), color_(color) {}

  std::string write() {
    const RecordType* collection = nullptr;
    for (const RecordDifference& record : all_.records) {
      if (record.collection != collection || out_.empty()) add_heading(record.collection);
      collection = record.collection;
      add_record(record);
    }
    return out_;
  }

 private:
  using Change = RecordDifference::Change;

  bool is_chinese() const { return language_ == Language::zh; }
  std::string_view in(Bilingual both) const { return both.in(language_); }

  std::string colored(std::string_view text, std::string_view code) const {
    return color_ && !code.empty() ? in_color(text, code) : std::string(text);
  }

  void add_heading(const RecordType* collection) {
    if (!out_.empty()) out_ += "\n";
    const std::string_view name =
        collection ? in({collection->en, collection->zh}) : in({"others", "其他"});
    out_ += colored(name, bold) + "\n";
  }

  static char sign_of(Change change) {
    return change == Change::added ? '+' : (change == Change::removed ? '-' : '~');
  }
  static std::string_view color_of_change(Change change) {
    if (change == Change::changed) return {};
    return change == Change::added ? green : red;
  }

  void add_record(const RecordDifference& record) {
    const auto code = color_of_change(record.change);
    std::string head = fmt::format("{} ", sign_of(record.change));
    if (!record.title.empty())
      head += cut_to_width(printable(masked(one_line(record.title))), widest_title) + "  ";
    head += printable(masked(record_in_language(record.record, language_)));
    if (const Message doubt = doubt_of(record); !doubt.empty())
      head += say({"  ({})", "  （{}）"}, doubt).in(language_);
    out_ += "  " + colored(head, code) + "\n";
    for (const FieldDifference& field : record.fields) add_field(record, field);
  }

  static std::string one_line(std::string text) {
    for (char& c : text)
      if (c == '\n' || c == '\r') c = ' ';
    return text;
  }

  void add_field(const RecordDifference& record, const FieldDifference& field) {
    const auto code = color_of_change(record.change);
    const std::string begin = "      " +
                              printable(masked(field_for_people(record, field, language_))) +
                              (is_chinese() ? "：" : ": ");
    if (record.change == Change::changed) {
      out_ += begin + change_in(field) + "\n";
      return;
    }
    const RecordValue& value = field.after ? *field.after : *field.before;
    if (is_list_of_parts(field.type) && value.kind == RecordValue::Kind::list)
      add_parts(begin, value, field.type->element, code);
    else
      out_ += colored(begin + shown(value, field.type), code) + "\n";
  }

  /// Each part in a line of its own.
  void add_parts(const std::string& begin, const RecordValue& parts, const ValueType* type,
                 std::string_view code) {
    out_ += colored(std::string(trimmed_end(begin)), code) + "\n";
    for (const RecordValue& part : parts.items)
      out_ += colored("        " + shown(part, type), code) + "\n";
  }

  static std::string_view trimmed_end(std::string_view text) {
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
  }

  std::string shown(const RecordValue& value, const ValueType* type) const {
    return printable(value_for_people(value, type, language_));
  }

  std::string change_in(const FieldDifference& field) const {
    if (const auto excerpt = excerpt_of(field, language_)) return stretches(*excerpt);
    if (const auto list = list_difference(field, language_)) return in_and_out(*list);
    return shown_or_nothing(field.before, field.type, red) + " → " +
           shown_or_nothing(field.after, field.type, green);
  }

  std::string shown_or_nothing(const RecordValue* value, const ValueType* type,
                               std::string_view code) const {
    return value ? colored(shown(*value, type), code)
                 : std::string(in({"(not given)", "（未填）"}));
  }

  std::string stretches(const std::vector<TextStretch>& all) const {
    std::string out;
    for (const TextStretch& one : all) {
      if (one.is_same()) {
        out += printable(one.before);
        continue;
      }
      if (!one.before.empty()) out += marked(one.before, "[-", "-]", red);
      if (!one.after.empty()) out += marked(one.after, "{+", "+}", green);
    }
    return out;
  }

  /// In colour or, where there is none, in brackets.
  std::string marked(std::string_view text, std::string_view open, std::string_view close,
                     std::string_view code) const {
    const std::string safe = printable(text);
    return color_ ? in_color(safe, code) : fmt::format("{}{}{}", open, safe, close);
  }

  std::string in_and_out(const ListDifference& list) const {
    std::string out;
    const auto add = [&](const std::vector<std::string>& items, char sign, std::string_view code) {
      for (const std::string& item : items) {
        if (!out.empty()) out += is_chinese() ? "，" : ", ";
        out += colored(fmt::format("{} {}", sign, printable(item)), code);
      }
    };
    add(list.gone, '-', red);
    add(list.came, '+', green);
    return out;
  }

  const BookDifference& all_;
  Language language_;
  bool color_;
  std::string out_ = {};
};

}  // namespace

std::string difference_text(const BookDifference& all, Language language, bool color) {
  return DifferenceWriter(all, language, color).write();
}

}  // namespace lianxi
