// The units that make up the alliance.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

enum class Role : std::uint8_t { member, observer };
inline constexpr Word role_words[] = {{"member", "成员"}, {"observer", "列席"}};
constexpr std::span<const Word> words_of(Role) { return role_words; }

/// What a unit was called, or who headed it, until a day.
struct FormerName : Part {
  Text name;
  Text short_name;
  Text head;
  Located<Date> until;

  static const RecordType type;
};

/// A unit of the alliance, or one that only sits in.
struct Unit : Part {
  Id id;
  Text name;
  Text short_name;
  Located<Role> role;
  Text category;
  Text form;
  Text affiliation;
  Text head;
  Text liaison;
  Text contact;
  List<Text> aliases;
  List<FormerName> former;
  Located<Count> party_members;
  Located<Date> joined;
  Located<Date> left;
  Located<std::int32_t> order;

  static const RecordType type;
};

}  // namespace lianxi
