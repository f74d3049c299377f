#include <fmt/format.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/change_text.hpp>
#include <lianxi/exchange/merge_text.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

std::string side_of(const MergeConflict& conflict, const std::optional<RecordValue>& value,
                    Language language) {
  return value_in_language(conflict.record, conflict.field, value ? &*value : nullptr, language);
}

/// What happened to a record that is a conflict as a whole.
Message happened(const MergeConflict& conflict) {
  if (!conflict.ours)
    return say({"removed (ours) or changed (theirs)", "删除（我方）或修改（对方）"});
  if (!conflict.theirs)
    return say({"changed (ours) or removed (theirs)", "修改（我方）或删除（对方）"});
  if (!conflict.base) return say({"added by both, with other values", "双方各自新增，内容不同"});
  return say({"changed by both", "双方都修改过"});
}

Message line_of(const MergeConflict& conflict, Language language) {
  const auto record = printable(record_in_language(conflict.record, language));
  if (conflict.field.empty())
    return say({"conflict: {}: {}", "冲突：{}：{}"}, record, happened(conflict));
  return say({"conflict: {}, {}: {} (ours) or {} (theirs)", "冲突：{}，{}：{}（我方）或{}（对方）"},
             record, printable(field_in_language(conflict.record, conflict.field, language)),
             side_of(conflict, conflict.ours, language),
             side_of(conflict, conflict.theirs, language));
}

Message version_named(std::string_view unread) {
  if (unread == "ours") return {"ours", "我方的版本"};
  return unread == "theirs" ? Message{"theirs", "对方的版本"} : Message{"the base", "共同的原版本"};
}

/// How it was joined, where not by field.
Message manner_of(const MergedFile& merged, std::string_view path) {
  using How = MergedFile::How;
  const auto file = printable_path(masked(path));
  switch (merged.how) {
    case How::unproved:
      return say({"{}: {} cannot be read, so it was joined line by line as git does",
                  "{}：{}无法读取，已照 git 的方式逐行合并"},
                 file, version_named(merged.unread));
    case How::by_record:
      return say({"{}: joined by record only; what both sides changed is marked as a whole",
                  "{}：只能按记录合并；双方都改过的记录整条标为冲突"},
                 file);
    case How::not_at_all:
      return say({"{}: cannot be joined for certain; both versions are in it as a whole",
                  "{}：无法确保合并正确，两个版本都完整保留在其中"},
                 file);
    case How::by_field:
    case How::by_lines:
      break;
  }
  return {};
}

}  // namespace

std::string merge_text(const MergedFile& merged, std::string_view path, Language language) {
  std::string out;
  for (const MergeConflict& conflict : merged.conflicts)
    out += std::string(line_of(conflict, language).in(language)) + "\n";
  const Message manner = manner_of(merged, path);
  if (!manner.in(language).empty()) out += std::string(manner.in(language)) + "\n";
  return out;
}

}  // namespace lianxi
