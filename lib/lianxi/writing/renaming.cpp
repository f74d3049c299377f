#include <algorithm>
#include <vector>

#include <lianxi/base/error.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/source.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/record_words.hpp>
#include <lianxi/records/claims.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/reminders.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/schema/value_text.hpp>
#include <lianxi/schema/walk.hpp>
#include <lianxi/writing/renaming.hpp>

namespace lianxi {
namespace {

std::vector<std::string> segments_of(std::string_view text) {
  std::vector<std::string> segments(1);
  for (const char c : text)
    if (c == '/')
      segments.emplace_back();
    else
      segments.back() += c;
  return segments;
}

std::string joined(const std::vector<std::string>& segments) {
  std::string out;
  for (const std::string& segment : segments)
    out += (&segment == segments.data() ? "" : "/") + segment;
  return out;
}

/// What is renamed: the names around it and its own, as findings have them.
struct Renamed {
  std::vector<std::string> name;  ///< `meetings`, `2017-q3`, `resolutions`, `r1`.
  std::string id;

  const std::string& kind() const { return name[name.size() - 2]; }
  const std::string& old_id() const { return name.back(); }
  bool is_part() const { return name.size() > 2; }
};

/// The collection that a reference's words come from, one for each.
std::vector<std::string_view> kinds_of(Target target) {
  switch (target) {
    case Target::unit:
      return {"units"};
    case Target::committee:
      return {"committees"};
    case Target::unit_or_committee:
      return {"units", "committees"};
    case Target::fund:
      return {"funds"};
    case Target::series:
      return {"series"};
    case Target::project:
      return {"projects"};
    case Target::task:
      return {"plans/tasks"};
    case Target::resolution:
    case Target::resolution_of_meeting:
    case Target::meeting_or_resolution:
      return {"meetings/resolutions"};
    case Target::topic:
    case Target::topic_of_meeting:
      return {"meetings/topics"};
    case Target::meeting:
      break;
  }
  return {"meetings"};
}

/// Goes over all values of the book and collects those that name the record.
class Search {
 public:
  Search(const Book& book, Renamed what) : book_(book), what_(std::move(what)) {}

  Renaming run() {
    for (const Collection& collection : all_collections())
      for (std::size_t i = 0, n = collection.size(book_); i < n; ++i)
        walk_record(*collection.type, &collection.at(book_, i),
                    [&](const PartChain& chain, const Field& field, const ValueType& type,
                        const void* value) { visit(chain, field, type, value); });
    return std::move(found_);
  }

 private:
  void visit(const PartChain& chain, const Field& field, const ValueType& type, const void* value) {
    using Kind = ValueType::Kind;
    if (type.kind != Kind::ref && type.kind != Kind::unit_or_name && type.kind != Kind::text)
      return;
    const auto& text = *static_cast<const Text*>(value);
    if (!text) return;
    if (type.kind == Kind::ref) return reference(chain, type.target, text);
    if (type.kind == Kind::unit_or_name) return name_or_id(text);
    const bool names_records = (chain.type.en == "waivers" && field.en == "record") ||
                               (chain.type.en == "reminders" && field.en == "about");
    if (names_records) return record_form(text);
    if (chain.type.en == "claims" && field.en == "figure") figure(text);
  }

  void replace(const Text& text, const std::string& now) {
    if (now == *text) return;
    found_.values.emplace(text.at(), now);
    // A name that stands for the id stays as it is written.
    std::string buffer;
    const auto rest = book_.sources().rest(text.at());
    const bool quoted = rest.starts_with('"') || rest.starts_with('\'');
    const auto written = mapped_id(rest.substr(quoted ? 1 : 0, 4 * (*text).size() + 64), buffer);
    if (written.starts_with(*text)) found_.written.emplace(text.at(), now);
  }

  void name_or_id(const Text& text) {
    if (what_.is_part() || what_.kind() != "units") return;
    std::string buffer;
    if (mapped_id(*text, buffer) == what_.old_id()) replace(text, what_.id);
  }

  void reference(const PartChain& chain, Target target, const Text& text) {
    auto words = segments_of(*text);
    for (const std::string_view kind : kinds_of(target)) {
      const auto slash = kind.find('/');
      const auto outer = kind.substr(0, slash);
      const bool has_inner = slash != kind.npos;
      if (!what_.is_part() && what_.kind() == outer && words.front() == what_.old_id() &&
          is_of_outer(target, words.size(), has_inner))
        words.front() = what_.id;
      else if (what_.is_part() && has_inner && what_.name[0] == outer &&
               what_.kind() == kind.substr(slash + 1))
        inner(chain, target, words);
    }
    replace(text, joined(words));
  }

  /// Whether the first word names what is around a part, and not the part alone.
  static bool is_of_outer(Target target, std::size_t words, bool has_inner) {
    if (!has_inner || words == 2) return true;
    return target == Target::meeting_or_resolution;
  }

  void inner(const PartChain& chain, Target target, std::vector<std::string>& words) const {
    if (words.back() != what_.old_id()) return;
    if (words.size() == 2) {
      if (words.front() == what_.name[1]) words.back() = what_.id;
      return;
    }
    if (target == Target::meeting_or_resolution || meeting_around(chain) != what_.name[1]) return;
    words.back() = what_.id;
  }

  /// The meeting that a word alone is of: the one that it stands in, or that is reported on.
  static std::string meeting_around(const PartChain& chain) {
    const PartChain* outer = &chain;
    while (outer->outer) outer = outer->outer;
    if (&outer->type == &Meeting::type)
      return std::string(static_cast<const Meeting*>(outer->part)->id.value_or(""));
    if (&outer->type == &Followup::type)
      return std::string(static_cast<const Followup*>(outer->part)->meeting.value_or(""));
    return {};
  }

  /// `会议/2017-q3/决议/r1`, in either language. What a meeting or request asks of a unit names
  /// that too: `meetings/2017-q3/units/U`.
  void record_form(const Text& text) {
    auto words = segments_of(*text);
    const bool is_unit = !what_.is_part() && what_.kind() == "units";
    if (names_it_from(words, 0)) words[what_.name.size() - 1] = what_.id;
    if (is_unit && names_it_from(words, 2)) words[3] = what_.id;
    // A report has no id: `followups/MEETING/UNIT/DATE`.
    const std::size_t place = is_unit ? 2 : 1;
    const bool may_be_report = is_unit || (!what_.is_part() && what_.kind() == "meetings");
    std::string buffer;
    if (may_be_report && words.size() == 4 && english_record_word(words[0]) == "followups" &&
        mapped_id(words[place], buffer) == what_.old_id())
      words[place] = what_.id;
    replace(text, joined(words));
  }

  /// Whether the record's name stands there; `*` may take the place of what is around it.
  bool names_it_from(const std::vector<std::string>& words, std::size_t from) const {
    if (words.size() < from + what_.name.size()) return false;
    std::string buffer;
    for (std::size_t i = 0; i < what_.name.size(); ++i) {
      const std::string& written = words[from + i];
      const bool is_word = i % 2 == 0;
      const auto word = is_word ? english_record_word(written) : mapped_id(written, buffer);
      const bool any = !is_word && written == "*" && i + 1 < what_.name.size();
      if (word != what_.name[i] && !any) return false;
    }
    return true;
  }

  void figure(const Text& text) {
    const std::string before = what_.kind() + "." + what_.old_id();
    if (what_.is_part() || what_.kind() != "funds") return;
    if (*text == before || (*text).starts_with(before + "."))
      replace(text, what_.kind() + "." + what_.id + std::string((*text).substr(before.size())));
  }

  const Book& book_;
  Renamed what_;
  Renaming found_;
};

const Field* id_field(const RecordType& type) {
  for (const Field& field : type.fields)
    if (field.en == "id" || field.en == "year") return &field;
  return nullptr;
}

}  // namespace

Renaming renaming_of(const Book& book, const RecordPath& path, const std::string& id) {
  const Field* field = id_field(*path.type);
  const void* value = field ? field->get(path.part) : nullptr;
  const Standing standing = field ? standing_of(*field->type, value) : Standing();
  if (!standing)
    throw Error(say({"this record has no id that could be changed", "此记录没有可改的编号"}), {},
                Error::Cause::usage);
  Renaming renaming = Search(book, {segments_of(name_of(book, path)), id}).run();
  renaming.values.emplace(standing.at(), id);
  renaming.written.emplace(standing.at(), id);
  return renaming;
}

}  // namespace lianxi
