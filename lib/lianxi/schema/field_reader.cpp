// Mappings into records.
#include <algorithm>
#include <array>
#include <bitset>
#include <fmt/format.h>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/schema/codec.hpp>
#include <lianxi/schema/hand_slips.hpp>
#include <lianxi/schema/oddities.hpp>
#include <lianxi/schema/suggestions.hpp>
#include <lianxi/schema/walk.hpp>
#include <lianxi/slips/mending_edits.hpp>

namespace lianxi LIANXI_EXPORT {

static PartExtras& extras_of(Part& part, Decoder& decoder) {
  if (!part.extras) part.extras = decoder.keep().make<PartExtras>();
  return *part.extras;
}

static constexpr Field common_fields[] = {
    {.en = "note",
     .zh = "备注",
     .doc = {"Anything worth remembering.", "其他需要记下的内容。"},
     .required = false,
     .type = &Codec<Text>::type,
     .read =
         [](const Node& node, void* part, Decoder& decoder) {
           const Text note = Codec<Text>::decode(node, decoder);
           extras_of(*static_cast<Part*>(part), decoder).note = note;
         },
     .get = [](const void* part) -> const void* {
       return &static_cast<const Part*>(part)->note();
     }},
};
static_assert(std::size(common_fields) <= most_common_fields);

std::span<const Field> fields_of_every_record() { return common_fields; }

static constexpr Field own_fields{.en = "x-…",
                                  .zh = "另-…",
                                  .doc = {"A field of your own.", "自行增设的项。"},
                                  .required = false,
                                  .type = &Codec<List<Text>>::type,
                                  .read = nullptr,
                                  .get = [](const void* part) -> const void* {
                                    const OwnFields* own = static_cast<const Part*>(part)->own();
                                    return own ? &own->texts : nullptr;
                                  }};

const Field& own_field() { return own_fields; }

static bool is_named(const Field& field, std::string_view name) {
  return name == field.en || name == field.zh;
}

const Field* find_field(const RecordType& type, std::string_view name, std::size_t hint) {
  const auto fields = type.fields;
  for (std::size_t i = hint; i < fields.size(); ++i)
    if (is_named(fields[i], name)) return &fields[i];
  for (std::size_t i = 0; i < std::min(hint, fields.size()); ++i)
    if (is_named(fields[i], name)) return &fields[i];
  for (const Field& field : common_fields)
    if (is_named(field, name)) return &field;
  return nullptr;
}

namespace {

bool is_own_field(std::string_view key) { return key.starts_with("x-") || key.starts_with("另-"); }

/// Whether the word differs from the field's name only in case, or is another word for it.
bool calls_it(const Field& field, std::string_view word) {
  return same_ignoring_case(word, field.en) ||
         std::ranges::any_of(field.other_words, [&](std::string_view other) {
           return !other.empty() && same_ignoring_case(word, other);
         });
}

std::string_view name_like(const Field& field, std::string_view word) {
  return is_ascii(word) ? field.en : field.zh;
}

void write_quoted(std::string_view text, std::string& out) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  out += '"';
}

/// A value of any form in one line, as YAML and JSON both read it.
void write_in_one_line(const Node& value, std::string& out) {
  if (value.kind == Node::Kind::scalar) return write_quoted(value.text, out);
  const bool map = value.kind == Node::Kind::map;
  if (!map && value.kind != Node::Kind::list) {
    out += "null";
    return;
  }
  out += map ? '{' : '[';
  for (const Node& inner : value) {
    if (&inner != value.first) out += ", ";
    if (map) {
      write_quoted(inner.key->text, out);
      out += ": ";
    }
    write_in_one_line(inner, out);
  }
  out += map ? '}' : ']';
}

/// Reads the entries of one mapping and remembers what has been given.
class FieldReader {
 public:
  FieldReader(const Node& map, const RecordType& type, Part* record, Decoder& decoder)
      : map_(map), type_(type), record_(record), decoder_(decoder) {}

  void read() {
    for (const Node& value : map_) {
      entry(*value.key, value);
      before_ = &value;
    }
    if ((type_.fields.required & ~given_.to_ullong()) != 0) report_all_missing();
    if (rare_ && !rare_->own.empty()) keep_all_own();
  }

 private:
  using Marks = std::bitset<most_fields + most_common_fields>;

  /// What few records have.
  struct Rare {
    std::unordered_map<std::string_view, const Node*> unknown;
    std::vector<OwnField> own;
    std::vector<Text> own_texts;
  };
  Rare& rare() {
    if (!rare_) rare_ = std::make_unique<Rare>();
    return *rare_;
  }

  /// The number of a field of this type or of every record.
  std::size_t number_of(const Field* field) const {
    const bool own =
        field >= type_.fields.data() && field < type_.fields.data() + type_.fields.size();
    return std::size_t(own ? field - type_.fields.data()
                           : std::ptrdiff_t(type_.fields.size()) + (field - common_fields));
  }
  bool is_given(const Field* field) const { return given_[number_of(field)]; }

  void entry(const Node& key, const Node& value) {
    if (key.kind != Node::Kind::scalar || key.oddity != Oddity::none ||
        (key.style == Style::plain && key.text == "<<"))
      return report_bad_key(key);
    const Field* field = find_field(type_, key.text, next_);
    if (field) in_number_ = false;
    if (!field && is_own_field(key.text)) return keep_own(key, value);
    if (!field) {
      report_unknown(key);
      report_faults_within(value, decoder_);
      return;
    }
    const std::size_t number = number_of(field);
    if (keyed_[number]) return report_repeated(key, *first_keys_[number], decoder_);
    keyed_.set(number);
    first_keys_[number] = &key;
    next_ = number < type_.fields.size() ? number + 1 : 0;
    if (!lianxi::is_given(value)) return;
    given_.set(number);
    field->read(value, record_, decoder_);
  }

  /// A field that the table does not have and that nobody judges. Its texts are kept, since it
  /// too may hold a personal number.
  void keep_own(const Node& key, const Node& value) {
    if (const auto [first, is_new] = rare().unknown.emplace(key.text, &key); !is_new)
      return report_repeated(key, *first->second, decoder_);
    report_faults_within(value, decoder_);
    if (!lianxi::is_given(value)) return;
    std::string written;
    if (value.kind != Node::Kind::scalar) write_in_one_line(value, written);
    const std::string_view kept =
        value.kind == Node::Kind::scalar ? value.text : decoder_.keep().keep(written);
    rare().own.push_back({Text(key.text, key.at), kept});
    keep_texts(value);
  }

  template <class T>
  List<T> kept(const std::vector<T>& items) {
    if (items.empty()) return {};
    T* all = decoder_.keep().make<T>(items.size());
    std::ranges::copy(items, all);
    return {all, items.size(), record_->at};
  }

  void keep_all_own() {
    auto* own = decoder_.keep().make<OwnFields>();
    *own = {kept(rare_->own_texts), kept(rare_->own)};
    extras_of(*record_, decoder_).own = own;
  }

  void keep_texts(const Node& value) {
    if (value.kind == Node::Kind::scalar) {
      rare().own_texts.emplace_back(value.text, value.at);
      if (may_hold_personal_number(value.text)) decoder_.note_digits();
    }
    for (const Node& inner : value) keep_texts(inner);
  }

  void report_bad_key(const Node& key) {
    if (key.oddity != Oddity::none && key.kind == Node::Kind::scalar)
      return report_oddity(key, decoder_);
    const bool merge = key.kind == Node::Kind::scalar;
    decoder_.fault(
        rule_names::yaml_subset, key.at,
        merge ? say({"a merge key “<<” is not part of the format", "本格式不使用合并键“<<”"})
              : say({"a key must be a plain word", "键必须是普通文字"}),
        merge ? say({"write the fields out", "请把各项直接写出"})
              : say({"write `name: value`", "请写成 `名称: 值`"}));
  }

  void report_unknown(const Node& key) {
    if (const auto [first, is_new] = rare().unknown.emplace(key.text, &key); !is_new)
      return report_repeated(key, *first->second, decoder_);
    if (continues_number(key, before_, decoder_)) return report_split_number(key);
    const auto words = names();
    const auto near = nearest_name(key.text, words);
    Finding& finding = decoder_.fault(
        rule_names::unknown_field, key.at,
        say({"{} have no field “{}”", "{}没有“{}”这一项"}, Bilingual{type_.en, type_.zh}, key.text),
        near.empty() ? they_have(key, words) : did_you_mean(near));
    if (const auto text = text_cut_by_comma(key, before_, decoder_); near.empty() && !text.empty())
      finding.hint = say({"a comma ends a text inside {{…}}: if this is part of it, write {}: {}",
                          "{{…}} 里的逗号会把文字断开；若本是同一段文字，请写成 {}: {}"},
                         before_->key->text, in_quotes(text));
    // The key stands in the record's column with the wide spaces before it counted in.
    constexpr Widths nothing{.wide = 0, .narrow = 0};
    if (blame_key(finding, key, decoder_, nothing)) return report_slip(finding, key);
    if (const auto twin = ascii_twins(meant_name(key.text)); find_field(type_, twin)) {
      finding.hint = did_you_mean(twin);
      return lose(twin);
    }
    if (const Field* meant = meant_by(key.text)) {
      finding.hint = did_you_mean(name_like(*meant, key.text));
      return lose(meant->en);
    }
    offer_word(finding, key, near, words, decoder_);
    lose(near);
  }

  /// The field that is not given and that people call so, or that only its case sets apart.
  const Field* meant_by(std::string_view word) {
    for (const Field& field : type_.fields)
      if (!is_given(&field) && calls_it(field, word)) return &field;
    return nullptr;
  }

  /// Quotes that were not understood as such leave several keys, but are one slip.
  void report_slip(const Finding& finding, const Node& key) {
    // A full-width comma may have drawn several entries into one key.
    for (std::string_view rest = key.text; !rest.empty();) {
      const auto comma = std::min(rest.find("，"), rest.size());
      lose(meant_name(rest.substr(0, comma)));
      rest.remove_prefix(std::min(comma + std::string_view("，").size(), rest.size()));
    }
    const Place at = finding.edits.empty() ? Place::none : finding.edits.front().at;
    if (at != Place::none && at == slip_) return decoder_.take_back();
    slip_ = at;
  }

  std::vector<Word> names() const {
    std::vector<Word> words;
    words.reserve(type_.fields.size() + std::size(common_fields));
    for (const Field& field : type_.fields) words.push_back({field.en, field.zh});
    for (const Field& field : common_fields) words.push_back({field.en, field.zh});
    return words;
  }

  static Message they_have(const Node& key, const std::vector<Word>& words) {
    std::vector<std::string_view> names;
    names.reserve(words.size());
    for (const Word& word : words) names.push_back(is_ascii(key.text) ? word.en : word.zh);
    return say({"they have: {}", "可用：{}"}, fmt::format("{}", fmt::join(names, ", ")));
  }

  /// A field whose name or value was miswritten has been reported once: it counts as given
  /// and as unreadable, so that no rule reports it again.
  void lose(std::string_view name) {
    const Field* field = find_field(type_, name);
    if (!field || is_given(field) || keyed_[number_of(field)]) return;
    given_.set(number_of(field));
    make_unreadable(*field);
  }

  void make_unreadable(const Field& field) {
    Node node;
    node.kind = Node::Kind::refused;
    node.at = map_.at;
    Findings unseen;
    Decoder silent = decoder_.silent(unseen);
    field.read(node, record_, silent);
  }

  /// `1,200余` in a flow mapping: to YAML a value and then a key.
  void report_split_number(const Node& key) {
    if (std::exchange(in_number_, true)) return;
    const Field* field = find_field(type_, before_->key->text);
    blame_number(decoder_.fault(rule_names::unknown_field, key.at, {}), *before_, key, decoder_);
    if (field) make_unreadable(*field);
  }

  void report_all_missing() {
    for (std::size_t i = 0; i < type_.fields.size(); ++i)
      if (type_.fields[i].required && !given_[i]) report_missing(type_.fields[i]);
  }

  void report_missing(const Field& field) {
    const Node* swallowing = text_that_swallowed(map_, Bilingual{field.en, field.zh});
    if (swallowing && decoder_.has_finding_at(swallowing->at)) return;
    Finding& finding =
        decoder_.fault(rule_names::missing_field, record_->at,
                       say({"“{}” is missing", "缺少“{}”"}, Bilingual{field.en, field.zh}),
                       say({"{}: {}", "{}：{}"}, Bilingual{field.en, field.zh}, field.doc));
    if (swallowing) blame_hand(finding, *swallowing, {.spaces = true}, decoder_);
  }

  const Node& map_;
  const RecordType& type_;
  Part* record_;
  Decoder& decoder_;
  Marks keyed_, given_;  ///< By field: whether its key, and a value that is one, came.
  std::array<const Node*, most_fields + most_common_fields> first_keys_;  ///< Of those keyed.
  std::unique_ptr<Rare> rare_;
  const Node* before_ = nullptr;  ///< The value of the entry before.
  Place slip_ = Place::none;      ///< That the newest unknown key was put down to.
  bool in_number_ = false;        ///< That entry was a part of a number already reported.
  std::size_t next_ = 0;
};

}  // namespace

void decode_fields(const Node& map, const RecordType& type, Part* record, Decoder& decoder) {
  record->at = map.first ? map.first->key->at : map.at;
  FieldReader(map, type, record, decoder).read();
}

}  // namespace lianxi
