// Honors that units were given.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

enum class HonorLevel : std::uint8_t { national, province, city, district, alliance };
inline constexpr Word honor_level_words[] = {
    {"national", "国家级"}, {"province", "省级"},   {"city", "市级"},
    {"district", "区级"},   {"alliance", "联盟级"},
};
constexpr std::span<const Word> words_of(HonorLevel) { return honor_level_words; }

enum class HonorKind : std::uint8_t { demonstration_post, model, collective, project, person };
inline constexpr Word honor_kind_words[] = {
    {"demonstration_post", "示范岗"},
    {"model", "标兵"},
    {"collective", "集体"},
    {"project", "项目"},
    {"person", "个人"},
};
constexpr std::span<const Word> words_of(HonorKind) { return honor_kind_words; }

/// An honor given to a unit, or to somebody in it.
struct Honor : Part {
  Id id;
  Located<Date> date;
  Ref<Target::unit> unit;
  Text title;
  Located<HonorLevel> level;
  Text to;
  Located<HonorKind> kind;

  static const RecordType type;
};

}  // namespace lianxi
