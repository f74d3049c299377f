#include <lianxi/base/phrase.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/documents/document.hpp>
#include <lianxi/documents/markdown.hpp>
#include <lianxi/exchange/book_difference.hpp>
#include <lianxi/exchange/change_text.hpp>
#include <lianxi/exchange/cut_text.hpp>
#include <lianxi/exchange/difference_words.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// Columns of a cell: a comment is read at a glance, and whole texts are in the files.
constexpr int widest_cell = 160, widest_name = 48;

/// Puts what differs together as a document.
class DifferenceDocument {
 public:
  DifferenceDocument(const BookDifference& all, Language language)
      : all_(all), language_(language) {}

  Document build() const {
    Document document{.language = language_, .title = in(title())};
    document.preface.push_back(doc::Paragraph{in(sum_of(all_))});
    if (const Message warning = incomplete(all_); !warning.empty())
      document.preface.push_back(doc::Paragraph{doc::Prose::strong(warning.in(language_))});
    for (const RecordDifference& record : all_.records) {
      if (document.sections.empty() || &record == all_.records.data() ||
          (&record - 1)->collection != record.collection)
        document.sections.push_back(section_of(record.collection));
      add_rows(std::get<doc::Table>(document.sections.back().blocks.front()), record);
    }
    return document;
  }

 private:
  using Change = RecordDifference::Change;

  std::string in(const Message& both) const { return std::string(both.in(language_)); }
  std::string in(const Bilingual& both) const { return std::string(both.in(language_)); }

  Message title() const {
    return say({"Records that differ: {} → {}", "记录变动：{} → {}"}, words_for(all_.from),
               words_for(all_.to));
  }

  doc::Section section_of(const RecordType* collection) const {
    doc::Section section{collection ? in(Bilingual{collection->en, collection->zh})
                                    : in(Bilingual{"others", "其他"})};
    doc::Table table;
    for (const Bilingual& column : {Bilingual{"record", "记录"}, Bilingual{"field", "项目"},
                                    Bilingual{"before", "原"}, Bilingual{"after", "现"}})
      table.columns.push_back({in(column)});
    section.blocks.emplace_back(std::move(table));
    return section;
  }

  /// What it is called, and how it is named; the change in words, since a comment has no colours.
  doc::Prose name_of_record(const RecordDifference& record) const {
    constexpr Bilingual words[] = {{"added", "新增"}, {"removed", "删除"}, {"changed", "修改"}};
    doc::Prose name = doc::Prose::strong(in(words[std::size_t(record.change)]));
    name += " ";
    if (!record.title.empty()) name += cut_to_width(masked(record.title), widest_name) + "\n";
    name += record_in_language(record.record, language_);
    if (const Message doubt = doubt_of(record); !doubt.empty())
      name += in(say({" ({})", "（{}）"}, doubt));
    return name;
  }

  /// The name stands in the first row only; what was removed is only named.
  void add_rows(doc::Table& table, const RecordDifference& record) const {
    doc::Prose name = name_of_record(record);
    if (record.fields.empty() || record.change == Change::removed) {
      table.rows.push_back({std::move(name), {}, {}, {}});
      return;
    }
    for (const FieldDifference& field : record.fields) {
      auto [before, after] = sides(field);
      table.rows.push_back({std::exchange(name, {}), field_for_people(record, field, language_),
                            std::move(before), std::move(after)});
    }
  }

  std::pair<doc::Prose, doc::Prose> sides(const FieldDifference& field) const {
    if (const auto excerpt = excerpt_of(field, language_)) return sides(*excerpt);
    if (const auto list = list_difference(field, language_))
      return {signed_items(list->gone, "- "), signed_items(list->came, "+ ")};
    return {value(field.before, field.type), value(field.after, field.type)};
  }

  /// What differs is strong on both sides.
  static std::pair<doc::Prose, doc::Prose> sides(const std::vector<TextStretch>& all) {
    doc::Prose before, after;
    for (const TextStretch& one : all) {
      before += one.is_same() ? doc::Prose(one.before) : doc::Prose::strong(one.before);
      after += one.is_same() ? doc::Prose(one.after) : doc::Prose::strong(one.after);
    }
    return {std::move(before), std::move(after)};
  }

  doc::Prose signed_items(const std::vector<std::string>& items, std::string_view sign) const {
    std::string out;
    for (const std::string& item : items) {
      if (!out.empty()) out += language_ == Language::zh ? "，" : ", ";
      out += std::string(sign) + item;
    }
    return cut_to_width(out, widest_cell);
  }

  doc::Prose value(const RecordValue* value, const ValueType* type) const {
    if (!value) return {};
    return cut_to_width(value_for_people(*value, type, language_), widest_cell);
  }

  const BookDifference& all_;
  Language language_;
};

}  // namespace

std::string difference_markdown(const BookDifference& all, Language language) {
  return to_markdown(DifferenceDocument(all, language).build());
}

}  // namespace lianxi
