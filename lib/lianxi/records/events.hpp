// What the alliance has done for people.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

enum class EventKind : std::uint8_t {
  team_service,
  themed_service,
  volunteer,
  training,
  publicity,
  study,
  visit,
  lecture,
  aid,
  other,
};
inline constexpr Word event_kind_words[] = {
    {"team_service", "组团服务"},
    {"themed_service", "专题服务"},
    {"volunteer", "志愿服务"},
    {"training", "培训"},
    {"publicity", "宣传"},
    {"study", "学习教育"},
    {"visit", "参观"},
    {"lecture", "宣讲"},
    {"aid", "帮扶"},
    {"other", "其他"},
};
constexpr std::span<const Word> words_of(EventKind) { return event_kind_words; }

/// Things that were given out at an event.
struct Material : Part {
  Text item;
  Located<Count> quantity;
  Text uom;
  Text to;

  static const RecordType type;
};

/// Something done on a day, or over several; it counts on its last.
struct Event : Part {
  Id id;
  Text title;
  Located<EventKind> kind;
  Located<Date> date;
  Located<Date> until;
  Text place;
  Ref<Target::unit> lead;
  List<UnitOrName> partners;
  Located<Count> organizations;
  List<Text> services;
  Located<Count> sessions;
  Located<Count> served;
  Located<Count> volunteers;
  Located<Amount> hours;
  Located<Count> trained;
  Located<Count> certified;
  List<Material> materials;
  List<Ref<Target::task>> plan;
  Ref<Target::project> project;
  Ref<Target::series> series;
  Text party;
  Text service;
  Text summary;
  List<Path> evidence;

  static const RecordType type;
};

}  // namespace lianxi
