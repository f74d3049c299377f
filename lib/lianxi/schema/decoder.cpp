#include <algorithm>
#include <array>
#include <cassert>
#include <unordered_map>
#include <utility>
#include <vector>

#include <lianxi/base/words.hpp>
#include <lianxi/schema/codec.hpp>
#include <lianxi/schema/decoder.hpp>
#include <lianxi/schema/hand_slips.hpp>
#include <lianxi/schema/walk.hpp>
#include <lianxi/yaml/written_document.hpp>

namespace lianxi {

Finding& Decoder::fault(std::string_view rule, Place at, Message message, Message hint) {
  findings_.push_back(
      {.rule = rule, .at = at, .message = std::move(message), .hint = std::move(hint)});
  return findings_.back();
}

bool Decoder::has_finding_at(Place at) const {
  return std::ranges::find(findings_, at, &Finding::at) != findings_.end();
}

void Decoder::name_since(std::size_t start, std::string_view segment) {
  for (std::size_t i = start; i < findings_.size(); ++i) {
    std::string& record = findings_[i].record;
    record = record.empty() ? std::string(segment) : fmt::format("{}/{}", segment, record);
  }
}

const WrittenDocument& Decoder::written() {
  if (!written_) written_ = std::make_shared<const WrittenDocument>(document_);
  return *written_;
}

bool is_given(const Node& node) {
  if (node.oddity != Oddity::none) return true;
  switch (node.kind) {
    case Node::Kind::null:
      return false;
    case Node::Kind::scalar:
      return !trimmed(node.text).empty();
    case Node::Kind::list:
      return node.first != nullptr;
    case Node::Kind::map:
    case Node::Kind::refused:
      break;
  }
  return true;
}

static Bilingual name_of(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::null:
    case Node::Kind::refused:
      return {"nothing", "空值"};
    case Node::Kind::scalar:
      return {"text", "文字"};
    case Node::Kind::list:
      return {"a list", "列表"};
    case Node::Kind::map:
      return {"a mapping", "映射（键: 值）"};
  }
  return {"", ""};
}

static void report_oddity(const Node& node, Decoder& decoder) {
  switch (node.oddity) {
    case Oddity::none:
      return;
    case Oddity::anchor:
      show_quoted(
          decoder.fault("yaml-subset", node.at,
                        say({"an anchor “&” is not part of the format", "本格式不使用锚点“&”"}),
                        say({"write the value out; quote text that begins with “&”",
                             "请直接写出内容；以“&”开头的文字要加引号"})),
          decoder);
      return;
    case Oddity::alias:
      show_quoted(
          decoder.fault("yaml-subset", node.at,
                        say({"an alias “*” is not part of the format", "本格式不使用别名“*”"}),
                        say({"write the value out; quote text that begins with “*”",
                             "请直接写出内容；以“*”开头的文字要加引号"})),
          decoder);
      return;
    case Oddity::tag:
      show_quoted(decoder.fault("yaml-subset", node.at,
                                say({"a tag “!” is not part of the format", "本格式不使用标签“!”"}),
                                say({"leave it out; quote text that begins with “!”",
                                     "请删去；以“!”开头的文字要加引号"})),
                  decoder);
      return;
    case Oddity::too_deep:
      decoder.fault("yaml-subset", node.at, say({"nested deeper than 16 levels", "嵌套超过 16 层"}),
                    say({"records need far fewer; is a bracket too many?",
                         "记录用不到这么多层，是否多写了括号？"}));
      return;
  }
}

/// Reports what the format does not allow anywhere below a node that is not decoded.
static bool report_oddities_below(const Node& node, Decoder& decoder) {
  bool any = false;
  for (const Node& child : node) {
    if (child.key && child.key->oddity != Oddity::none) {
      report_oddity(*child.key, decoder);
      any = true;
    }
    report_oddity(child, decoder);
    any = report_oddities_below(child, decoder) || child.oddity != Oddity::none || any;
  }
  return any;
}

static void report_repeated(const Node& key, const Node& first, Decoder& decoder) {
  const bool same = key.text == first.text;
  auto& finding = decoder.fault(
      same ? "duplicate-key" : "duplicate-field", key.at,
      same ? say({"“{}” is given twice", "“{}”写了两次"}, key.text)
           : say({"“{}” and “{}” are the same field", "“{}”和“{}”是同一项"}, first.text, key.text),
      say({"keep one of them; the first counts", "请只留一个；目前以第一个为准"}));
  finding.related.push_back({first.at, say({"first given here", "第一次写在这里"})});
}

static void report_repetitions_within(const Node& node, Decoder& decoder) {
  std::unordered_map<std::string_view, const Node*> keys;
  for (const Node& child : node) {
    if (child.key && child.key->kind == Node::Kind::scalar)
      if (const auto [first, is_new] = keys.emplace(child.key->text, child.key); !is_new)
        report_repeated(*child.key, *first->second, decoder);
    report_repetitions_within(child, decoder);
  }
}

void report_faults_within(const Node& node, Decoder& decoder) {
  report_oddity(node, decoder);
  report_oddities_below(node, decoder);
  report_repetitions_within(node, decoder);
}

bool accept(const Node& node, Node::Kind kind, Bilingual expected, Decoder& decoder) {
  report_oddity(node, decoder);
  if (node.kind == kind) return true;
  // What lies too deep explains why a list stands where none belongs.
  if (!report_oddities_below(node, decoder) && node.oddity == Oddity::none)
    blame_hand(decoder.fault("wrong-type", node.at,
                             say({"expected {}, found {}", "此处应为{}，却是{}"}, expected,
                                 name_of(node.kind))),
               node, {.pairs = true, .commas = kind == Node::Kind::list, .spaces = true}, decoder);
  return false;
}

std::optional<std::string_view> accept_scalar(const Node& node, Bilingual expected,
                                              Decoder& decoder) {
  if (!accept(node, Node::Kind::scalar, expected, decoder)) return std::nullopt;
  return trimmed(node.text);
}

/// What stands in `text` that a number or date cannot have, and a way out.
static Message advice(std::string_view text, Bilingual expected) {
  for (const std::string_view unit : {"元", "¥", "￥"})
    if (text.find(unit) != text.npos)
      return say({"leave “{}” out: the book's currency applies", "请去掉“{}”：币种由联盟统一规定"},
                 unit);
  return say({"write {}", "请写{}"}, expected);
}

void report_unreadable(const Node& node, Bilingual expected, Decoder& decoder) {
  const auto text = trimmed(node.text);
  blame_hand(
      decoder.fault("wrong-type", node.at, say({"“{}” is not {}", "“{}”不是{}"}, text, expected),
                    advice(text, expected)),
      node, {.pairs = true, .commas = true, .quotes = true}, decoder);
}

static bool same_ignoring_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

static bool has_only_ascii(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return (c & 0x80) != 0; });
}

/// Names for suggestions, in the language of the word that was written.
static std::string_view nearest_name(std::string_view word, std::span<const Word> words) {
  const bool english = has_only_ascii(word);
  std::vector<std::string_view> names;
  for (const Word& w : words) names.push_back(english ? w.en : w.zh);
  return nearest(word, names);
}

static Message did_you_mean(std::string_view near) {
  return say({"did you mean “{}”?", "是不是“{}”？"}, near);
}

std::optional<std::size_t> decode_choice(const Node& node, std::span<const Word> words,
                                         Decoder& decoder) {
  const auto text = accept_scalar(node, {"a word", "一个词"}, decoder);
  if (!text) return std::nullopt;
  std::vector<std::string> all;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (*text == words[i].zh || same_ignoring_case(*text, words[i].en)) return i;
  for (const Word& word : words) all.push_back(fmt::format("{} {}", word.en, word.zh));
  const auto near = nearest_name(*text, words);
  const auto list = fmt::format("{}", fmt::join(all, ", "));
  Finding& finding = decoder.fault(
      "wrong-type", node.at,
      say({"“{}” is not a word that stands here; allowed are {}", "“{}”不是此处可用的词，可用：{}"},
          *text, list),
      near.empty() ? Message{} : did_you_mean(near));
  if (!blame_hand(finding, node, {.pairs = true, .quotes = true}, decoder))
    offer_word(finding, node, near, words, decoder);
  return std::nullopt;
}

Text decode_id(const Node& node, Bilingual expected, std::size_t least, std::size_t most,
               Decoder& decoder) {
  const auto text = accept_scalar(node, expected, decoder);
  if (!text) return Text::unreadable(node.at);
  std::string buffer;
  std::string_view id = mapped_id(*text, buffer);
  std::size_t words = 0;
  bool valid = true;
  for (std::string_view rest = id; valid;) {
    const auto slash = rest.find('/');
    ++words;
    valid = is_id(rest.substr(0, slash));
    if (slash == rest.npos) break;
    rest.remove_prefix(slash + 1);
  }
  if (!valid || words < least || words > most) {
    report_unreadable(node, expected, decoder);
    return Text::unreadable(node.at);
  }
  if (!buffer.empty()) id = decoder.keep().keep(id);
  return {id, node.at};
}

// ---- the codecs that are not templates ---------------------------------------

Text Codec<Text>::decode(const Node& node, Decoder& decoder) {
  const auto text = accept_scalar(node, {"text", "文字"}, decoder);
  return text ? Text{*text, node.at} : Text::unreadable(node.at);
}

static constexpr Bilingual an_id{
    "an id (letters or digits of any script, then also . _ -, at most 64 characters)",
    "编号（文字或数字开头，其后可有 . _ -，最多 64 个字符）"};

Id Codec<Id>::decode(const Node& node, Decoder& decoder) {
  return decode_id(node, an_id, 1, 1, decoder);
}

Text decode_ref(const Node& node, Target target, Decoder& decoder) {
  switch (target) {
    case Target::resolution:
      return decode_id(node, {"a resolution as MEETING/RESOLUTION", "决议，写作 会议/决议"}, 2, 2,
                       decoder);
    case Target::topic:
      return decode_id(node, {"a topic as MEETING/TOPIC", "议题，写作 会议/议题"}, 2, 2, decoder);
    case Target::task:
      return decode_id(node, {"a plan's task as YEAR/TASK", "计划任务，写作 年度/任务"}, 2, 2,
                       decoder);
    case Target::resolution_of_meeting:
      return decode_id(node, {"a resolution's id", "决议的编号"}, 1, 2, decoder);
    case Target::meeting_or_resolution:
      return decode_id(node, {"a meeting's id or MEETING/RESOLUTION", "会议编号，或 会议/决议"}, 1,
                       2, decoder);
    default:
      return decode_id(node, an_id, 1, 1, decoder);
  }
}

bool decode_part(const Node& node, const RecordType& type, Part* record, Decoder& decoder) {
  const std::size_t before = decoder.findings();
  if (type.short_form && node.kind == Node::Kind::scalar) {
    type.short_form->read(node, record, decoder);
    record->at = node.at;
  } else if (accept(node, Node::Kind::map, {"a mapping (key: value)", "映射（键: 值）"}, decoder)) {
    decode_fields(node, type, record, decoder);
  } else {
    return false;
  }
  const auto segment = decoder.findings() > before ? segment_of(type, record) : std::string();
  if (!segment.empty()) decoder.name_since(before, segment);
  return true;
}

std::string segment_of(const RecordType& type, const void* record) {
  if (!type.identify) return {};
  const auto id = type.identify(record);
  return id.empty() ? std::string() : fmt::format("{}/{}", type.en, id);
}

// ---- mappings ------------------------------------------------------------------

static constexpr Field common_fields[] = {
    optional<&Part::note>("note", "备注", {"Anything worth remembering.", "其他需要记下的内容。"}),
};

std::span<const Field> fields_of_every_record() { return common_fields; }

const Field* find_field(const RecordType& type, std::string_view name, std::size_t hint) {
  const auto fields = type.fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Field& field = fields[(hint + i) % fields.size()];
    if (name == field.en || name == field.zh) return &field;
  }
  for (const Field& field : common_fields)
    if (name == field.en || name == field.zh) return &field;
  return nullptr;
}

namespace {

/// Reads the entries of one mapping and remembers what has been given.
class FieldReader {
 public:
  FieldReader(const Node& map, const RecordType& type, Part* record, Decoder& decoder)
      : map_(map), type_(type), record_(record), decoder_(decoder) {
    assert(type.fields.size() + std::size(common_fields) <= first_keys_.size());
  }

  void read() {
    for (const Node& value : map_) {
      entry(*value.key, value);
      before_ = &value;
    }
    for (std::size_t i = 0; i < type_.fields.size(); ++i)
      if (type_.fields[i].required && first_keys_[i].state != given)
        report_missing(type_.fields[i]);
  }

 private:
  enum State : std::uint8_t { absent, empty, given };
  struct Seen {
    const Node* key = nullptr;
    State state = absent;
  };

  Seen& seen(const Field* field) {
    const bool own =
        field >= type_.fields.data() && field < type_.fields.data() + type_.fields.size();
    const auto index = own ? field - type_.fields.data()
                           : std::ptrdiff_t(type_.fields.size()) + (field - common_fields);
    return first_keys_[std::size_t(index)];
  }

  void entry(const Node& key, const Node& value) {
    if (key.kind != Node::Kind::scalar || key.oddity != Oddity::none ||
        (key.style == Style::plain && key.text == "<<"))
      return report_bad_key(key);
    const Field* field = find_field(type_, key.text, next_);
    if (field) in_number_ = false;
    if (!field) {
      report_unknown(key);
      report_faults_within(value, decoder_);
      return;
    }
    Seen& first = seen(field);
    if (first.key) return report_repeated(key, *first.key, decoder_);
    first.key = &key;
    next_ = std::size_t(field - type_.fields.data()) + 1;
    if (next_ > type_.fields.size()) next_ = 0;
    if (!is_given(value)) {
      first.state = std::max(first.state, empty);
      return;
    }
    first.state = given;
    field->read(value, record_, decoder_);
  }

  void report_bad_key(const Node& key) {
    if (key.oddity != Oddity::none && key.kind == Node::Kind::scalar)
      return report_oddity(key, decoder_);
    const bool merge = key.kind == Node::Kind::scalar;
    decoder_.fault(
        "yaml-subset", key.at,
        merge ? say({"a merge key “<<” is not part of the format", "本格式不使用合并键“<<”"})
              : say({"a key must be a plain word", "键必须是普通文字"}),
        merge ? say({"write the fields out", "请把各项直接写出"})
              : say({"write `name: value`", "请写成 `名称: 值`"}));
  }

  void report_unknown(const Node& key) {
    if (const auto [first, is_new] = unknown_.emplace(key.text, &key); !is_new)
      return report_repeated(key, *first->second, decoder_);
    if (continues_number(key, before_, decoder_)) return report_split_number(key);
    const auto words = names();
    const auto near = nearest_name(key.text, words);
    Finding& finding = decoder_.fault(
        "unknown-field", key.at,
        say({"{} have no field “{}”", "{}没有“{}”这一项"}, Bilingual{type_.en, type_.zh}, key.text),
        near.empty() ? they_have(key, words) : did_you_mean(near));
    // The key stands in the record's column with the wide spaces before it counted in.
    constexpr Widths nothing{.wide = 0, .narrow = 0};
    if (blame_key(finding, key, decoder_, nothing)) return report_slip(finding, key);
    if (const auto twin = ascii_twins(meant_name(key.text)); find_field(type_, twin)) {
      finding.hint = did_you_mean(twin);
      return lose(twin);
    }
    offer_word(finding, key, near, words, decoder_);
    lose(near);
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
    for (const Field& field : type_.fields) words.push_back({field.en, field.zh});
    for (const Field& field : common_fields) words.push_back({field.en, field.zh});
    return words;
  }

  static Message they_have(const Node& key, const std::vector<Word>& words) {
    std::vector<std::string_view> names;
    for (const Word& word : words) names.push_back(has_only_ascii(key.text) ? word.en : word.zh);
    return say({"they have: {}", "可用：{}"}, fmt::format("{}", fmt::join(names, ", ")));
  }

  /// A field whose name or value was miswritten has been reported once: it counts as given
  /// and as unreadable, so that no rule reports it again.
  void lose(std::string_view name) {
    const Field* field = find_field(type_, name);
    if (!field || seen(field).state != absent) return;
    seen(field).state = given;
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
    blame_number(decoder_.fault("unknown-field", key.at, {}), *before_, key, decoder_);
    if (field) make_unreadable(*field);
  }

  void report_missing(const Field& field) {
    const Node* swallowing = text_that_swallowed(map_, Bilingual{field.en, field.zh});
    if (swallowing && decoder_.has_finding_at(swallowing->at)) return;
    Finding& finding =
        decoder_.fault("missing-field", record_->at,
                       say({"“{}” is missing", "缺少“{}”"}, Bilingual{field.en, field.zh}),
                       say({"{}: {}", "{}：{}"}, Bilingual{field.en, field.zh}, field.doc));
    if (swallowing) blame_hand(finding, *swallowing, {.spaces = true}, decoder_);
  }

  const Node& map_;
  const RecordType& type_;
  Part* record_;
  Decoder& decoder_;
  std::array<Seen, 40> first_keys_;  ///< By field; no record has as many.
  std::unordered_map<std::string_view, const Node*> unknown_;
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
