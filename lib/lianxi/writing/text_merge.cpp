#include <algorithm>
#include <map>

#include <lianxi/base/utf8.hpp>
#include <lianxi/writing/field_edits.hpp>
#include <lianxi/writing/merge_chunks.hpp>
#include <lianxi/writing/text_merge.hpp>
#include <lianxi/writing/value_merge.hpp>
#include <lianxi/writing/yaml_text.hpp>

namespace lianxi {
namespace {

/// An entry or item of one side: its lines and its value, which is null where it gives none.
struct Version {
  std::string name = {};  ///< Of an entry.
  Chunk chunk = {};
  const Piece* piece = nullptr;
};

using Versions = std::vector<Version>;

const Piece* piece_of(const Version* version) { return version ? version->piece : nullptr; }

const Version* named(const Versions& all, const std::string& name) {
  const auto at = std::ranges::find(all, name, &Version::name);
  return at == all.end() ? nullptr : &*at;
}

const Version* at(const Versions& all, std::optional<std::size_t> index) {
  return index ? &all[*index] : nullptr;
}

bool same_text(const Version* one, const Version* other) {
  return one && other && one->chunk.text_at(0) == other->chunk.text_at(0);
}

bool is_in_lines(const Version* version) { return version && is_in_lines(*version->chunk.node); }

/// Those of the comments that are in none of the other lists, each as often as it is there more.
std::vector<std::string> fresh(std::vector<std::string> comments,
                               std::initializer_list<std::vector<std::string>> others) {
  for (const auto& other : others)
    for (const std::string& known : other)
      if (const auto at = std::ranges::find(comments, known); at != comments.end())
        comments.erase(at);
  return comments;
}

std::string as_lines(const std::vector<std::string>& comments, std::size_t column) {
  std::string out;
  for (const std::string& comment : comments) out += std::string(column, ' ') + comment + "\n";
  return out;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size(); at = next_line(text, at))
    lines.emplace_back(text.substr(at, next_line(text, at) - at));
  return lines;
}

/// Comments above something that both sides may have changed.
std::string joined_above(const std::string& base, const std::string& ours,
                         const std::string& theirs) {
  if (ours == base || ours == theirs) return theirs;
  if (theirs == base) return ours;
  std::string out;
  for (const std::string& line : fresh(lines_of(theirs), {lines_of(base), lines_of(ours)}))
    if (line.find('#') != line.npos) out += line;
  return ours + out;
}

std::string above(const Version* version, std::size_t column) {
  return version ? version->chunk.lines_above(column) : std::string();
}

/// All comments of a chunk but those above it.
std::vector<std::string> comments_in(const Version* version) {
  if (!version) return {};
  const Chunk& chunk = version->chunk;
  return chunk.side->comments(chunk.first, chunk.end);
}

/// Those of them behind what begins it, where it has entries or items.
std::vector<std::string> comments_of_head(const Version* version) {
  if (!is_in_lines(version)) return comments_in(version);
  const Chunk& chunk = version->chunk;
  return chunk.side->comments(chunk.first, chunk.inside());
}

/// Those below the last of its entries or items.
std::vector<std::string> comments_of_tail(const Version* version) {
  if (!is_in_lines(version)) return {};
  const Chunk& chunk = version->chunk;
  return chunk.side->comments(chunks_in(chunk).end, chunk.end);
}

/// The items of a block list, or the entries of a block mapping, as they are read. What stands on
/// lines has a value.
Versions versions_in(const Version* version) {
  Versions all;
  if (!is_in_lines(version)) return all;
  const Chunks chunks = chunks_in(version->chunk);
  const bool is_list = version->chunk.node->kind == Node::Kind::list;
  const Piece* piece = version->piece;
  // A mapping may stand for a list of one.
  if (!is_list && piece->kind == Piece::Kind::list) piece = &piece->items.front();
  for (std::size_t i = 0; i < chunks.all.size(); ++i) {
    const std::string& key = chunks.all[i].node->key;
    if (is_list) {
      all.push_back({"", chunks.all[i], &piece->items[i]});
      continue;
    }
    const Field* field = piece->type ? find_field(*piece->type, key) : nullptr;
    std::string name(field ? field->en : std::string_view(key));
    const Piece* value = piece->entry(name);
    all.push_back({std::move(name), chunks.all[i], value});
  }
  return all;
}

/// What the lines of a mapping's entries become: a text for each of ours, and what comes before
/// the first where there is none to follow.
struct JoinedEntries {
  std::string front = {};
  std::vector<std::string> texts = {};

  std::string all() const {
    std::string out = front;
    for (const std::string& text : texts) out += text;
    return out;
  }
};

class TextMerge {
 public:
  explicit TextMerge(bool whole_records) : whole_records_(whole_records) {}

  /// `column`: where entries of theirs go.
  JoinedEntries entries(const Versions& base, const Versions& ours, const Versions& theirs,
                        std::size_t column, std::size_t depth) const {
    JoinedEntries out;
    for (const Version& mine : ours)
      out.texts.push_back(
          one(named(base, mine.name), &mine, named(theirs, mine.name), column, depth));
    std::string* last = &out.front;
    for (const Version& yours : theirs) {
      const auto mine = std::ranges::find(ours, yours.name, &Version::name);
      if (mine != ours.end())
        last = &out.texts[std::size_t(mine - ours.begin())];
      else
        *last += one(named(base, yours.name), nullptr, &yours, column, depth);
    }
    return out;
  }

 private:
  /// One entry or item, moved to that column.
  std::string one(const Version* base, const Version* ours, const Version* theirs,
                  std::size_t column, std::size_t depth) const {
    if (!ours && !theirs) return {};
    if (!ours && !base) return theirs->chunk.text_at(column);
    if (!theirs && !base) return ours->chunk.text_at(column);
    if (ours && same_text(base, theirs)) return ours->chunk.text_at(column);
    if (theirs && same_text(base, ours)) return theirs->chunk.text_at(column);
    if (!theirs && same_text(base, ours)) return {};
    if (!ours && same_text(base, theirs)) return {};
    if (same_text(ours, theirs)) return ours->chunk.text_at(column);
    if (can_go_into(base, ours, theirs, depth))
      return joined_lines(base, *ours, *theirs, column, depth);
    return value(base, ours, theirs, column, depth);
  }

  bool can_go_into(const Version* base, const Version* ours, const Version* theirs,
                   std::size_t depth) const {
    if (!is_in_lines(ours) || !is_in_lines(theirs)) return false;
    const auto kind = ours->chunk.node->kind;
    if (theirs->chunk.node->kind != kind) return false;
    if (whole_records_ && (depth > 0 || kind == Node::Kind::map)) return false;
    if (piece_of(base)) return is_in_lines(base) && base->chunk.node->kind == kind;
    // Both may have begun a list, or a mapping that is a field; an item that both added may not be
    // mixed.
    return kind == Node::Kind::list || (!ours->chunk.is_item && depth > 0);
  }

  /// An entry or item whose own entries or items are joined one by one.
  std::string joined_lines(const Version* base, const Version& ours, const Version& theirs,
                           std::size_t column, std::size_t depth) const {
    const Chunk& chunk = ours.chunk;
    const std::string head =
        joined_above(above(base, column), above(&ours, column), above(&theirs, column)) +
        as_lines(
            fresh(comments_of_head(&theirs), {comments_of_head(base), comments_of_head(&ours)}),
            column);
    const Chunks inner = chunks_in(chunk);
    std::string lines =
        chunk.node->kind == Node::Kind::list
            ? joined_items_of(base, ours, theirs, inner.all.front().column, depth)
            : joined_entries_of(base, ours, theirs, inner.all.front().column, depth);
    if (lines.find_first_not_of(" \n") == lines.npos && chunk.node->kind == Node::Kind::map)
      return value(base, &ours, &theirs, column, depth);
    const std::string& bytes = chunk.side->bytes();
    lines += bytes.substr(inner.end, chunk.end - inner.end) +
             as_lines(fresh(comments_of_tail(&theirs),
                            {comments_of_tail(base), comments_of_tail(&ours)}),
                      inner.all.front().column);
    std::string start = bytes.substr(line_start(bytes, chunk.first),
                                     chunk.inside() - line_start(bytes, chunk.first));
    if (inner.all.front().is_behind_dash)
      lines = behind_dash(lines, start);
    else if (chunk.is_behind_dash)
      lines = std::string(chunk.column, ' ') + start.substr(chunk.column) + lines;
    else
      lines = start + lines;
    return head + moved(lines, chunk.column, column);
  }

  std::string joined_entries_of(const Version* base, const Version& ours, const Version& theirs,
                                std::size_t column, std::size_t depth) const {
    return entries(versions_in(base), versions_in(&ours), versions_in(&theirs), column, depth + 1)
        .all();
  }

  std::string joined_items_of(const Version* base, const Version& ours, const Version& theirs,
                              std::size_t column, std::size_t depth) const {
    static const std::vector<Piece> none;
    const Versions before = versions_in(base), mine = versions_in(&ours),
                   yours = versions_in(&theirs);
    const auto& old = piece_of(base) ? base->piece->items : none;
    std::string out;
    for (const JoinedItem& item : joined_items(old, ours.piece->items, theirs.piece->items))
      out += one(at(before, item.base), at(mine, item.ours), at(yours, item.theirs), column,
                 depth + 1);
    return out;
  }

  /// An entry or item that is joined as a whole, by its value.
  std::string value(const Version* base, const Version* ours, const Version* theirs,
                    std::size_t column, std::size_t depth) const {
    using Prefer = ValueMerge::Prefer;
    const Version& one = ours ? *ours : *theirs;
    const std::string field = depth == 0 || one.chunk.is_item ? "" : one.name;
    ValueMerge mine(Prefer::ours, whole_records_), yours(Prefer::theirs, whole_records_);
    const std::string record = depth == 0 ? "" : "/";
    const auto for_ours =
        mine.value(record, field, piece_of(base), piece_of(ours), piece_of(theirs));
    const Sides sides{base, ours, theirs};
    if (mine.conflicts().empty())
      return written(sides, for_ours ? &*for_ours : nullptr, Prefer::ours, true, column);
    const auto for_theirs =
        yours.value(record, field, piece_of(base), piece_of(ours), piece_of(theirs));
    return in_markers(
        written(sides, for_ours ? &*for_ours : nullptr, Prefer::ours, false, column),
        written(sides, for_theirs ? &*for_theirs : nullptr, Prefer::theirs, false, column));
  }

  /// The lines of a conflict; comments above both come before it.
  static std::string in_markers(std::string_view ours, std::string_view theirs) {
    std::size_t common = 0;
    while (common < ours.size()) {
      const auto line = ours.substr(common, next_line(ours, common) - common);
      const auto first = line.find_first_not_of(" \t");
      if (theirs.substr(common, line.size()) != line || line[first] != '#') break;
      common += line.size();
    }
    std::string out(ours.substr(0, common));
    out += ours_marker;
    out += ours.substr(common);
    out += parting_marker;
    out += theirs.substr(common);
    return out += theirs_marker;
  }

  struct Sides {
    const Version *base, *ours, *theirs;
  };

  /// The lines of a value that may be one side's; `with_all_comments`: also those of the other.
  static std::string written(const Sides& sides, const Piece* joined, ValueMerge::Prefer prefer,
                             bool with_all_comments, std::size_t column) {
    const auto& [base, ours, theirs] = sides;
    const bool is_ours = ours && same(joined, ours->piece);
    const bool is_theirs = theirs && same(joined, theirs->piece);
    if (!joined && !is_ours && !is_theirs)
      return with_all_comments ? left_of_removed(sides, column) : std::string();
    const bool take_theirs = is_theirs && (!is_ours || prefer == ValueMerge::Prefer::theirs);
    const Version* chosen = take_theirs || !ours ? theirs : ours;
    const Version* other = chosen == ours ? theirs : ours;
    const std::string head =
        joined_above(above(base, column), above(ours, column), above(theirs, column));
    if ((is_ours || is_theirs) && !with_all_comments) return chosen->chunk.text_at(column);
    if (is_ours || is_theirs) {
      const auto more = fresh(comments_in(other), {comments_in(base), comments_in(chosen)});
      return head + as_lines(more, column) + chosen->chunk.body_at(column);
    }
    const auto more = fresh(comments_in(theirs), {comments_in(base), comments_in(ours)});
    return head + as_lines(comments_in(ours), column) + as_lines(more, column) +
           anew(*chosen, *joined, column);
  }

  /// The comments that one side has written in what the other removed.
  static std::string left_of_removed(const Sides& sides, std::size_t column) {
    const auto all = [](const Version* version) {
      if (!version) return std::vector<std::string>();
      return version->chunk.side->comments(version->chunk.begin, version->chunk.end);
    };
    return as_lines(fresh(all(sides.ours), {all(sides.base)}), column) +
           as_lines(fresh(all(sides.theirs), {all(sides.base)}), column);
  }

  /// A value that neither side has written: a list or mapping of what both have.
  static std::string anew(const Version& like, const Piece& value, std::size_t column) {
    const Chunk& chunk = like.chunk;
    const LayoutNode& node = *chunk.node;
    const std::string& bytes = chunk.side->bytes();
    const DraftValue draft = draft_value(value);
    if (chunk.is_item) {
      const Language language = language_of_keys(node, Language::zh);
      if (!is_in_lines(node))
        return std::string(column, ' ') + "- " + flow_text(value, language) + "\n";
      return block_item(draft, column, {.language = language});
    }
    const std::string key = bytes.substr(node.key_start, node.key_end - node.key_start);
    const Language language = is_ascii(key) ? Language::en : Language::zh;
    const std::string start = std::string(column, ' ') + key + ":";
    if (is_in_lines(node) && draft.kind == DraftValue::Kind::list) {
      std::string out = start + "\n";
      for (const DraftValue& item : draft.items)
        out += block_item(item, column + 2, {.language = language});
      return out;
    }
    return start + " " + flow_text(value, language) + "\n";
  }

  bool whole_records_;
};

/// Where the lines of a document's entries begin: after its `---`.
std::size_t begin_of(const MergeSide& side, const DocumentLayout& document) {
  const std::string_view bytes = side.bytes();
  std::size_t begin = document.start;
  for (std::size_t at = begin; at < document.root.start; at = next_line(bytes, at))
    if (bytes.substr(at).starts_with("---") || bytes.substr(at).starts_with("%"))
      begin = next_line(bytes, at);
  return std::min(begin, line_start(bytes, document.root.start));
}

/// The entries of all documents. The n-th of a name is the same in each version.
Versions collections_of(const MergeSide& side) {
  Versions all;
  std::map<std::string, int> seen;
  std::size_t entry = 0;
  for (const DocumentLayout& document : side.documents()) {
    for (const Chunk& chunk :
         chunks_of(side, document.root, begin_of(side, document), document.end).all) {
      const CollectionPiece& read = side.collections()[entry++];
      all.push_back({read.name + " " + std::to_string(++seen[read.name]), chunk,
                     read.value ? &*read.value : nullptr});
    }
  }
  return all;
}

/// The comments above the first entry's lines, and those below the last one's.
std::vector<std::string> outer_comments(const MergeSide& side, const Versions& all, bool above) {
  if (above)
    return all.empty() ? std::vector<std::string>() : side.comments(0, all.front().chunk.begin);
  return side.comments(all.empty() ? 0 : all.back().chunk.end, side.bytes().size());
}

bool has_flow_root(const MergeSide& side) {
  return std::ranges::any_of(side.documents(),
                             [](const DocumentLayout& one) { return one.root.is_flow; });
}

}  // namespace

std::optional<std::string> merged_text(const MergeSide& base, const MergeSide& ours,
                                       const MergeSide& theirs, bool whole_records) {
  if (has_flow_root(base) || has_flow_root(ours) || has_flow_root(theirs)) return std::nullopt;
  const Versions before = collections_of(base), mine = collections_of(ours),
                 yours = collections_of(theirs);
  const JoinedEntries joined = TextMerge(whole_records).entries(before, mine, yours, 0, 0);
  const auto more = [&](bool above) {
    return as_lines(fresh(outer_comments(theirs, yours, above),
                          {outer_comments(base, before, above), outer_comments(ours, mine, above)}),
                    0);
  };
  if (mine.empty()) return more(true) + ours.bytes() + joined.front + more(false);
  std::string out = more(true) + ours.bytes().substr(0, mine.front().chunk.begin) + joined.front;
  for (std::size_t i = 0; i < mine.size(); ++i) {
    out += joined.texts[i];
    const std::size_t next = i + 1 < mine.size() ? mine[i + 1].chunk.begin : ours.bytes().size();
    out += ours.bytes().substr(mine[i].chunk.end, next - mine[i].chunk.end);
  }
  return out + more(false);
}

std::string solved(std::string_view marked, bool for_theirs) {
  std::string out;
  bool in_ours = false, in_theirs = false;
  for (std::size_t at = 0; at < marked.size(); at = next_line(marked, at)) {
    const auto line = marked.substr(at, next_line(marked, at) - at);
    if (line == ours_marker) {
      in_ours = true;
    } else if (line == parting_marker && in_ours) {
      in_theirs = !(in_ours = false);
    } else if (line == theirs_marker && in_theirs) {
      in_theirs = false;
    } else if (!(for_theirs ? in_ours : in_theirs)) {
      out += line;
    }
  }
  return out;
}

}  // namespace lianxi
