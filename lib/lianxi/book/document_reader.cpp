#include <fmt/format.h>
#include <vector>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/document_reader.hpp>
#include <lianxi/book/record_path.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/schema/hand_slips.hpp>
#include <lianxi/slips/syntax_fault.hpp>

namespace lianxi {

std::size_t number_of(const Collection& collection) {
  return std::size_t(&collection - all_collections().data());
}

bool is_alliance(const Collection& collection) { return number_of(collection) == 0; }

static std::vector<std::string_view> collection_names(bool english) {
  std::vector<std::string_view> names;
  for (const Collection& c : all_collections()) names.push_back(english ? c.type->en : c.type->zh);
  return names;
}

static std::vector<Word> all_names() {
  std::vector<Word> names;
  for (const Collection& c : all_collections()) names.push_back({c.type->en, c.type->zh});
  return names;
}

void DocumentReader::restart() {
  records_.clear();
  findings_.clear();
  keys_.clear();
  with_digits_.clear();
  incomplete_.reset();
  keep_.rewind(start_);
  waivers_ = waivers_before_;
  misread_ = false;
}

void DocumentReader::collection(const Node& key) {
  collection_ = nullptr;
  key_ = key.at;
  if (key.kind != Node::Kind::scalar || key.oddity != Oddity::none ||
      (key.style == Style::plain && key.text == "<<")) {
    decoder_.fault(rule_names::yaml_subset, key.at,
                   say({"a key must be a plain word", "键必须是普通文字"}),
                   say({"write the name of a collection", "请写集合的名称"}));
    return;
  }
  collection_ = collection_named(key.text);
  if (key.text.starts_with("\u3000") || key.text.starts_with("\u00A0")) return report_misread(key);
  if (misread_) collection_ = nullptr;
  if (misread_ || !check_repetition(key)) return;
  if (!collection_) report_unknown(key);
}

void DocumentReader::item(const Node& item) {
  if (!collection_) return report_faults_within(item, decoder_);
  if (!is_given(item)) return;
  if (is_alliance(*collection_)) return;  // the list itself is the fault
  read_record(item);
}

void DocumentReader::list_end(Place at, bool had_items) {
  if (!collection_ || !is_alliance(*collection_) || !had_items) return;
  incomplete_.set(number_of(*collection_));
  decoder_.fault(rule_names::wrong_type, at,
                 say({"“alliance” is one mapping, not a list", "“联盟”是一个映射，不是列表"}),
                 say({"leave out the “-”", "请去掉“-”"}));
}

void DocumentReader::value(const Node& value) {
  if (!collection_) return report_faults_within(value, decoder_);
  if (!is_given(value)) return;
  if (is_alliance(*collection_)) {
    if (!alliance_repeated_) read_record(value);
    return;
  }
  incomplete_.set(number_of(*collection_));
  accept(value, Node::Kind::list,
         {"a list of records, each beginning with “-”", "记录列表，每条以“-”开头"}, decoder_);
}

void DocumentReader::not_a_mapping(const Node& root) {
  findings_.push_back(lianxi::not_a_mapping(root.at));
  blame_hand(findings_.back(), root, {.pairs = true, .spaces = true}, decoder_);
}

void DocumentReader::read_record(const Node& node) {
  const std::size_t before = findings_.size();
  decoder_.take_digits();
  if (!collection_->decode(node, decoder_, records_))
    incomplete_.set(number_of(*collection_));
  else if (decoder_.take_digits())
    with_digits_.push_back(
        {collection_->type, &collection_->at(records_, collection_->size(records_) - 1)});
  if (collection_->type == &Waiver::type) name_waiver(before);
  if (is_alliance(*collection_)) note_alliance(before);
}

void DocumentReader::name_waiver(std::size_t before) {
  ++waivers_;
  decoder_.name_since(before, fmt::format("waivers/{}/{}", source_.path, waivers_));
  if (records_.waivers.empty()) return;
  // The record was made by this document's decoding a moment ago.
  const Waiver& last = records_.waivers[records_.waivers.size() - 1];
  if (last.number == 0) const_cast<Waiver&>(last).number = waivers_;
}

void DocumentReader::note_alliance(std::size_t before) {
  decoder_.name_since(before, "alliance");
  if (!records_.alliances.empty())
    const_cast<Alliance&>(records_.alliances[records_.alliances.size() - 1]).key = key_;
}

/// A collection is known by its English name, anything else by what was written.
bool DocumentReader::check_repetition(const Node& key) {
  const std::string name(collection_ ? collection_->type->en : key.text);
  const auto [at, is_new] = keys_.try_emplace(name, Key{std::string(key.text), key.at});
  if (!is_new) {
    const Key& earlier = at->second;
    const bool same = earlier.text == key.text;
    auto& finding = decoder_.fault(
        same ? rule_names::duplicate_key : rule_names::duplicate_field, key.at,
        same ? say({"“{}” is given twice in one document", "“{}”在同一文档里写了两次"}, key.text)
             : say({"“{}” and “{}” are the same collection", "“{}”和“{}”是同一集合"}, earlier.text,
                   key.text),
        say({"put all records under one of them", "请把记录合并到一处"}));
    finding.related.push_back({earlier.at, say({"first given here", "第一次写在这里"})});
    alliance_repeated_ = collection_ && is_alliance(*collection_);
    return false;
  }
  return true;
}

void DocumentReader::report_misread(const Node& key) {
  if (!misread_) findings_.clear();
  misread_ = true;
  collection_ = nullptr;
  report_unknown(key);
}

void DocumentReader::report_unknown(const Node& key) {
  const bool english = !key.text.empty() && is_ascii(key.text[0]);
  const auto names = collection_names(english);
  const auto near = nearest(key.text, names);
  // What refers to records under a misspelt name is one fault with it.
  if (const Collection* meant = collection_named(near)) incomplete_.set(number_of(*meant));
  Finding& finding = decoder_.fault(
      rule_names::unknown_collection, key.at,
      say({"there is no collection “{}”", "没有“{}”这个集合"}, key.text),
      near.empty() ? say({"there are: {}", "可用：{}"}, fmt::format("{}", fmt::join(names, ", ")))
                   : say({"did you mean “{}”?", "是不是“{}”？"}, near));
  if (!blame_key(finding, key, decoder_, {})) offer_word(finding, key, near, all_names(), decoder_);
}

}  // namespace lianxi
