// The reader of last word: everything that the plain reader leaves, through
// yaml-cpp's events. Each guard below answers something yaml-cpp 0.7 does.
#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <lianxi/yaml/document_reading.hpp>
#include <lianxi/yaml/plain_reader.hpp>
#include <lianxi/yaml/surrogate_pairs.hpp>

namespace lianxi {
namespace {

/// yaml-cpp accepts a quote or bracket that is never closed and swallows the rest.
/// A last entry of our own, which must come back, shows whether it did.
constexpr std::string_view sentinel_key = "~end";

/// Whether a word for null stands here as a value, not as a key or the start of one.
bool is_null_word(std::string_view here) {
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (!here.starts_with(word)) continue;
    here.remove_prefix(word.size());
    const auto after = here.find_first_not_of(" \t");
    return after == std::string_view::npos ||
           std::string_view("\r\n,]}#").find(here[after]) != std::string_view::npos;
  }
  return false;
}

/// Turns yaml-cpp's events into ours.
class Adapter : public YAML::EventHandler {
 public:
  Adapter(const DocumentText& text, const SurrogatePairs& pairs, Arena& keep, TreeBuilder& builder)
      : text_(text), pairs_(pairs), keep_(keep), builder_(builder) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override { settle_null(no_place); }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const int pos = begin(mark);
    null_at_ = pos;
    null_odd_ = anchor != 0;
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    last_ = begin(mark);
    count_item();
    builder_.alias(place(last_));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const int pos = begin(mark);
    if (is_around()) return;
    // In a document it is a key of the mapping; after an item another item or the next key.
    const bool past_the_end = pos >= 0 && std::size_t(pos) >= text_.bytes.size();
    if (builder_.depth() == std::max<std::size_t>(depth_around_, 1) && past_the_end &&
        value == sentinel_key)
      ended_ = true;
    if (ended_) return;
    count_item();
    note_oddity(pos, tag, anchor);
    last_ = pos;
    builder_.scalar(place(pos), view(pos, value), style(pos, tag));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    const int pos = begin(mark);
    if (is_around()) return;
    count_item();
    note_oddity(pos, tag, anchor);
    last_ = pos;
    builder_.begin_list(place(pos));
    check_depth();
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    const int pos = begin(mark);
    if (is_around()) return;
    count_item();
    note_oddity(pos, tag, anchor);
    last_ = pos;
    builder_.begin_map(place(pos));
    check_depth();
  }
  void OnSequenceEnd() override {
    settle_null(no_place);
    if (!is_end_around()) builder_.end_list();
  }
  void OnMapEnd() override {
    settle_null(no_place);
    if (!is_end_around()) builder_.end_map();
  }

  /// For a part that is read as an item: what is around it is open in the builder already, and
  /// written before it in so many bytes.
  void expect_around(int bytes) {
    shift_ = bytes;
    around_ = 3;
    depth_around_ = builder_.depth();
  }
  bool ended() const { return ended_; }
  /// How many items there were in such a part.
  int items() const { return items_; }
  /// Whether something that was left out may only seem so: yaml-cpp takes a last line without a
  /// colon for a key, or not, by what comes after it.
  bool is_doubtful() const { return is_doubtful_; }
  std::size_t last() const { return std::size_t(last_); }
  std::size_t too_deep_at() const { return std::size_t(too_deep_); }

 private:
  static constexpr int no_place = -1;

  /// Where an event stands, which may settle what the one before it was.
  int begin(const YAML::Mark& mark) {
    const int pos = mark.pos - shift_;
    settle_null(pos);
    return pos;
  }
  /// Whether this event opens what is around an item: a mapping, its key and the list.
  bool is_around() { return around_ > 0 && around_-- > 0; }
  bool is_end_around() const { return depth_around_ > 0 && builder_.depth() == depth_around_; }

  Place place(int pos) const {
    return text_.start + std::min(std::size_t(pos), text_.bytes.size());
  }
  std::string_view at(int pos) const {
    return std::size_t(pos) < text_.bytes.size() ? text_.bytes.substr(std::size_t(pos))
                                                 : std::string_view();
  }

  /// Whether what was last read is a key with its colon at the end of the line.
  bool stands_after_colon() const {
    std::string_view line = at(last_);
    line = line.substr(0, line.find_first_of("\r\n"));
    line = line.substr(0, line.find(" #"));
    const auto end = line.find_last_not_of(' ');
    return end != line.npos && line[end] == ':';
  }

  void count_item() { items_ += builder_.depth() == depth_around_ ? 1 : 0; }

  /// A null that stands for nothing carries the mark of the token after it, so it
  /// is only known at the next event whether `null` really stood there.
  void settle_null(int next) {
    if (null_at_ == no_place) return;
    const int pos = std::exchange(null_at_, no_place);
    if (ended_) return;
    const bool is_token_after = pos == next || (next == no_place && !is_null_word(at(pos)));
    const std::string_view here = is_token_after ? std::string_view() : at(pos);
    // yaml-cpp takes Null and NULL for null too; in the format they are text.
    const bool is_text = here.starts_with("Null") || here.starts_with("NULL");
    const bool written = is_text || here.starts_with("null") || here.starts_with("~");
    count_item();
    // Nothing was left out twice in one place, and none written where there is something else.
    if (written ? pos == last_ : !stands_after_colon() || left_out_after_ == last_)
      is_doubtful_ = true;
    if (!written) left_out_after_ = last_;
    if (null_odd_) note_anchor_of_null();
    if (is_text)
      builder_.scalar(place(pos), here.substr(0, 4), Style::plain);
    else
      builder_.null(place(written ? pos : last_));
    if (written) last_ = pos;
  }

  /// Text that begins with “&” is nothing but an anchor to YAML; it comes after the key.
  void note_anchor_of_null() {
    builder_.odd(Oddity::anchor);
    auto anchor = text_.bytes.find('&', std::size_t(last_));
    while (anchor != std::string_view::npos && anchor > 0 && !begins_value(text_.bytes[anchor - 1]))
      anchor = text_.bytes.find('&', anchor + 1);
    if (anchor != std::string_view::npos) last_ = int(anchor);
  }

  static bool begins_value(char before) {
    return std::string_view(" \t\n[{,").find(before) != std::string_view::npos;
  }

  void note_oddity(int pos, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != 0)
      builder_.odd(Oddity::anchor);
    else if ((!tag.empty() && tag != "?" && tag != "!") || at(pos).starts_with("!"))
      builder_.odd(Oddity::tag);
  }

  /// Past this yaml-cpp would overflow its own guard long after the fault.
  void check_depth() {
    if (builder_.depth() > TreeBuilder::deepest && too_deep_ == 0) too_deep_ = last_;
  }

  Style style(int pos, const std::string& tag) const {
    const char first = at(pos).empty() ? ' ' : at(pos)[0];
    if (first == '"' || first == '\'') return Style::quoted;
    if (first == '|' || first == '>') return Style::block;
    return tag == "!" ? Style::quoted : Style::plain;
  }

  std::string_view view(int pos, const std::string& value) {
    if (const auto with_pairs = pairs_.put_back_in(value)) return keep_.keep(*with_pairs);
    for (const int skip : {0, 1})
      if (const auto here = at(pos + skip); here.starts_with(value))
        return here.substr(0, value.size());
    return keep_.keep(value);
  }

  const DocumentText& text_;
  const SurrogatePairs& pairs_;
  Arena& keep_;
  TreeBuilder& builder_;
  std::size_t depth_around_ = 0;  ///< How much was open before: nothing, or a collection's list.
  int around_ = 0;                ///< How many events of that are still to come.
  int shift_ = 0, items_ = 0;
  int null_at_ = no_place, last_ = 0, left_out_after_ = no_place, too_deep_ = 0;
  bool null_odd_ = false, ended_ = false, is_doubtful_ = false;
};

/// The white space before the first line that holds something, or nothing where
/// the root is not a block mapping and so can take no sentinel.
std::optional<std::string_view> root_indent(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    const auto first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos || line[first] == '#' || line[0] == '%') continue;
    if (line.starts_with("---")) {
      if (is_blank(line)) continue;
      return std::nullopt;
    }
    if (line[first] == '{' || line[first] == '[') return std::nullopt;
    if (line.substr(first) == "-" || line.substr(first).starts_with("- ")) return std::nullopt;
    return line.substr(0, line.find_first_not_of(' '));
  }
  return std::nullopt;
}

/// What yaml-cpp is to read.
struct Guarded {
  std::string bytes;
  bool has_sentinel = false;  ///< Past the end of the document's own bytes.
};

Guarded without_sentinel(std::string_view bytes) { return {std::string(bytes) + "\n...\n"}; }

Guarded with_sentinel(std::string_view bytes) {
  const auto indent = root_indent(bytes);
  if (!indent) return without_sentinel(bytes);
  const std::string sentinel = fmt::format("\n{}{}: ~\n...\n", *indent, sentinel_key);
  std::string guarded;
  guarded.reserve(bytes.size() + sentinel.size());
  return {guarded.append(bytes).append(sentinel), true};
}

std::optional<ReadingStop> read(const DocumentText& text, Guarded guarded, Arena& keep,
                                DocumentSink& sink) {
  Arena scratch;
  TreeBuilder builder(scratch, sink);
  const SurrogatePairs pairs(guarded.bytes);
  Adapter adapter(text, pairs, keep, builder);
  std::istringstream in(std::move(guarded.bytes));
  try {
    YAML::Parser parser(in);
    // Once only: a document that yaml-cpp cannot get past would be handed out for ever.
    parser.HandleNextDocument(adapter);
    if (guarded.has_sentinel ? adapter.ended() : !parser) return std::nullopt;
    return ReadingStop{adapter.last(), adapter.last(), "unfinished"};
  } catch (const YAML::Exception& e) {
    const auto deep = adapter.too_deep_at();
    if (deep != 0) return ReadingStop{deep, deep, e.msg, ReadingStop::Cause::depth};
    const auto stopped = std::min(std::size_t(std::max(0, e.mark.pos)), text.bytes.size());
    return ReadingStop{std::min(adapter.last(), text.bytes.size()), stopped, e.msg};
  }
}

/// Takes no notice of what a document holds but where it is no mapping.
class RootSink : public DocumentSink {
 public:
  void restart() override {}
  void collection(const Node&) override {}
  void item(const Node&) override {}
  void list_end(Place, bool) override {}
  void value(const Node&) override {}
  void not_a_mapping(const Node& root) override { root_ = root.at; }

  Place root() const { return root_; }

 private:
  Place root_ = Place::none;
};

constexpr Place first_byte = Place(1);

}  // namespace

std::optional<ReadingStop> read_with_yaml_cpp(const DocumentText& text, Arena& keep,
                                              DocumentSink& sink) {
  return read(text, with_sentinel(text.bytes), keep, sink);
}

bool read_item_with_yaml_cpp(const StrangeItem& item, Arena& keep, TreeBuilder& builder,
                             Place& last) {
  constexpr std::string_view key = "k:\n";
  const std::string_view bytes = item.text.bytes;
  const std::string_view line_break = item.ends_document || !bytes.ends_with('\n') ? "\n" : "";
  const std::string sentinel = item.is_followed
                                   ? fmt::format("{:{}}- {}", "", item.column, sentinel_key)
                                   : fmt::format("{}: ~", sentinel_key);
  std::string yaml = fmt::format("{}{}{}{}\n...\n", key, bytes, line_break, sentinel);
  const SurrogatePairs pairs(yaml);
  std::istringstream in(std::move(yaml));
  Adapter adapter(item.text, pairs, keep, builder);
  adapter.expect_around(int(key.size()));
  try {
    YAML::Parser(in).HandleNextDocument(adapter);
  } catch (const YAML::Exception&) {
    return false;
  }
  last = item.text.start + adapter.last();
  return adapter.ended() && adapter.items() == 1 && !adapter.is_doubtful() &&
         adapter.too_deep_at() == 0;
}

std::optional<ReadingStop> try_reading(std::string_view bytes) {
  Arena keep;
  RootSink sink;
  return read({bytes, first_byte}, with_sentinel(bytes), keep, sink);
}

std::optional<std::size_t> lone_value(std::string_view bytes) {
  Arena keep;
  RootSink sink;
  const auto stop = read({bytes, first_byte}, without_sentinel(bytes), keep, sink);
  if (stop || sink.root() == Place::none) return std::nullopt;
  return std::size_t(sink.root()) - std::size_t(first_byte);
}

}  // namespace lianxi
