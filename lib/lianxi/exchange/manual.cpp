#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include <lianxi/book/record_sets.hpp>
#include <lianxi/exchange/manual.hpp>
#include <lianxi/exchange/mdoc.hpp>
#include <lianxi/exchange/rule_pages.hpp>
#include <lianxi/exchange/value_pages.hpp>
#include <lianxi/schema/codec.hpp>
#include <lianxi/schema/targets.hpp>
#include <lianxi/schema/value_forms.hpp>
#include <lianxi/schema/walk.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using Kind = ValueType::Kind;

Message both_names(Bilingual name) { return say({"{} {}", "{1} {0}"}, name.en, name.zh); }

Message words_text(std::span<const Word> words) {
  std::vector<std::string> all;
  for (const Word& word : words)
    all.push_back(word.en == word.zh ? std::string(word.en)
                                     : fmt::format("{} {}", word.en, word.zh));
  return {fmt::format("one of {}", fmt::join(all, ", ")),
          fmt::format("{} 之一", fmt::join(all, "、"))};
}

Message type_text(const ValueType& type) {
  if (type.kind == Kind::choice) return words_text(type.words);
  if (type.kind == Kind::ref) return say({"id of a {}", "编号：{}"}, info_of(type.target).manual);
  if (type.kind == Kind::record)
    return say({"mapping, see {}", "映射，见 {}"}, both_names({type.record->en, type.record->zh}));
  if (type.kind == Kind::list) return say({"list: {}", "列表：{}"}, type_text(*type.element));
  if (type.kind == Kind::severities && type.element)
    return say({"e-mail: {}", "邮箱：{}"}, type_text(*type.element));
  if (type.range && type.range != &any_number)
    return say({"{}, {} to {}", "{}，{} 至 {}"}, value_form(type.kind)->name, type.range->least,
               type.range->most);
  const Bilingual name = type.kind == Kind::severities ? Bilingual{"rule: severity", "规则：级别"}
                                                       : value_form(type.kind)->name;
  return {std::string(name.en), std::string(name.zh)};
}

/// Writes the format's reference, each part once.
class RecordPages {
 public:
  RecordPages(Language language, std::string_view examples)
      : language_(language),
        examples_(examples),
        page_("lianxi-records", 5,
              language == Language::zh ? "账本的记录格式" : "the records of a book", language) {}

  std::string write() {
    page_.heading(in({"DESCRIPTION", "说明"}));
    page_.line(
        in({"A book's YAML files hold these collections. Every name may be written in "
            "English or Chinese. Fields marked with * are required.",
            "账本的 YAML 文件由以下集合组成。名称中英文皆可；标 * 的项必填。"}));
    add_values(page_, language_);
    for (const Collection& collection : all_collections()) record(*collection.type);
    page_.heading(in({"PARTS", "各部分"}));
    for (std::size_t i = 0; i < parts_.size(); ++i) part(*parts_[i]);
    page_.heading(in({"EVERY RECORD", "各记录共有"}));
    fields(fields_of_every_record());
    page_.heading(in({"SEE ALSO", "参见"}));
    page_.line("lianxi(1), lianxi-json(5), lianxi-followup(7), lianxi-rules(7)");
    return page_.take();
  }

 private:
  std::string in(Bilingual text) const { return std::string(text.in(language_)); }

  void record(const RecordType& type) {
    page_.heading(both_names({type.en, type.zh}).in(language_));
    page_.line(in(type.doc));
    fields(type.fields);
    example(type);
  }

  void example(const RecordType& type) {
    const auto text = collection_in(examples_, {type.en, type.zh});
    if (text.empty()) return;
    page_.paragraph(in({"For example:", "例如："}));
    page_.literal(text);
  }

  void part(const RecordType& type) {
    page_.subheading(both_names({type.en, type.zh}).in(language_));
    page_.line(in(type.doc));
    fields(type.fields);
  }

  void fields(std::span<const Field> fields) {
    page_.begin_list();
    for (const Field& field : fields) {
      page_.item(fmt::format("{}{}", both_names({field.en, field.zh}).in(language_),
                             field.required ? " *" : ""));
      page_.line(fmt::format("({}) {}", type_text(*field.type).in(language_), in(field.doc)));
      note_part(*field.type);
    }
    page_.end_list();
  }

  void note_part(const ValueType& type) {
    const ValueType& inner = type.kind == Kind::list ? *type.element : type;
    if (inner.kind == Kind::record && std::ranges::find(parts_, inner.record) == parts_.end())
      parts_.push_back(inner.record);
  }

  Language language_;
  std::string_view examples_;
  MdocWriter page_;
  std::vector<const RecordType*> parts_;
};

}  // namespace

std::string records_manual(Language language, std::string_view examples) {
  return RecordPages(language, examples).write();
}

std::string_view collection_in(std::string_view book, Bilingual name) {
  const auto is_further_in = [](std::string_view line) { return line.starts_with(' '); };
  std::size_t start = book.npos, at = 0;
  while (at < book.size()) {
    const auto line = book.substr(at);
    if (start != book.npos && !is_further_in(line)) break;
    const auto key = line.substr(0, line.find(':'));
    if (key == name.en || key == name.zh) start = at;
    at += std::min(line.find('\n'), line.size() - 1) + 1;
  }
  return start == book.npos ? std::string_view() : book.substr(start, at - start);
}

std::string rules_manual(Language language) {
  const auto in = [&](Bilingual text) { return text.in(language); };
  MdocWriter page("lianxi-rules", 7,
                  in({"the rules that records are judged by", "核对和督办的全部规则"}), language);
  page.heading(in({"DESCRIPTION", "说明"}));
  page.line(
      in({"lianxi explain RULE shows one of these. The alliance's severities change how much "
          "a finding weighs; a waiver hides one on one record.",
          "lianxi explain 规则 可单独查看一条。联盟的“规则级别”可调整各规则的级别，豁免只针对"
          "一条记录。"}));
  std::string_view command;
  for (const ListedRule& rule : listed_rules()) {
    if (rule.command != command) page.heading(fmt::format("lianxi {}", rule.command));
    command = rule.command;
    page.subheading(
        fmt::format("{} ({})", rule.info->name, in(severity_name(rule.info->severity))));
    page.line(in(rule.info->holds));
    page.paragraph(in(rule.info->why));
    page.paragraph(in({"Breaks the rule:", "违反的例子："}));
    page.literal(in(rule.info->bad));
    page.paragraph(in({"Keeps it:", "改正后："}));
    page.literal(in(rule.info->mended));
  }
  page.heading(in({"SEE ALSO", "参见"}));
  page.line("lianxi(1), lianxi-json(5), lianxi-records(5), lianxi-followup(7)");
  return page.take();
}

}  // namespace lianxi
