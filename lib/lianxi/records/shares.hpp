// What units let each other know.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

enum class ShareKind : std::uint8_t { experience, information, resource };
inline constexpr Word share_kind_words[] = {
    {"experience", "经验"}, {"information", "信息"}, {"resource", "资源"}};
constexpr std::span<const Word> words_of(ShareKind) { return share_kind_words; }

/// A unit that took up what another shared.
struct Taking : Part {
  Ref<Target::unit> unit;
  Located<Date> date;

  static const RecordType type;
};

/// Something that a unit shared with the others.
struct Share : Part {
  Id id;
  Located<Date> date;
  Ref<Target::unit> unit;
  Text title;
  Located<ShareKind> kind;
  Text text;
  List<Taking> taken;

  static const RecordType type;
};

}  // namespace lianxi
