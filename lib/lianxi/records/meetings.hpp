// Meetings of the alliance: what was put up, who came, what was resolved.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/records/signature.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

enum class MeetingKind : std::uint8_t { regular, special };
inline constexpr Word meeting_kind_words[] = {{"regular", "例会"}, {"special", "临时会议"}};
constexpr std::span<const Word> words_of(MeetingKind) { return meeting_kind_words; }

enum class Outcome : std::uint8_t { consensus, no_consensus, deferred, noted };
inline constexpr Word outcome_words[] = {
    {"consensus", "达成共识"},
    {"no_consensus", "未达成共识"},
    {"deferred", "暂缓"},
    {"noted", "知悉"},
};
constexpr std::span<const Word> words_of(Outcome) { return outcome_words; }

enum class Attitude : std::uint8_t { support, abstain, object };
inline constexpr Word attitude_words[] = {
    {"support", "赞成"}, {"abstain", "保留"}, {"object", "反对"}};
constexpr std::span<const Word> words_of(Attitude) { return attitude_words; }

enum class SuggestionOutcome : std::uint8_t { open, adopted, referred, declined, settled };
inline constexpr Word suggestion_outcome_words[] = {
    {"open", "待办"},       {"adopted", "采纳"}, {"referred", "转办"},
    {"declined", "未采纳"}, {"settled", "办结"},
};
constexpr std::span<const Word> words_of(SuggestionOutcome) { return suggestion_outcome_words; }

/// When a meeting was announced, and to whom.
struct Notice : Part {
  Located<Date> date;
  List<Ref<Target::unit>> to;

  static const RecordType type;
};

/// What one unit thinks of a topic.
struct Stance : Part {
  Ref<Target::unit> unit;
  Located<Attitude> stance;
  Text text;

  static const RecordType type;
};

/// A matter that was put to a meeting.
struct Topic : Part {
  Id id;
  Text title;
  Ref<Target::unit> by;
  Located<Date> solicited;
  Located<Outcome> outcome;
  Text discussion;
  List<Stance> stances;
  Ref<Target::topic> from;

  static const RecordType type;
};

/// A unit that signed in; a bare word is its unit.
struct Present : Part {
  Ref<Target::unit> unit;
  Text person;
  Text post;
  Located<Time> time;

  static const RecordType type;
};

/// A unit that asked for leave.
struct Leave : Part {
  Ref<Target::unit> unit;
  Text reason;
  Text approved_by;

  static const RecordType type;
};

/// The sign-in sheet; a member on neither list was absent.
struct Attendance : Part {
  List<Present> present;
  List<Leave> leave;

  static const RecordType type;
};

/// An opinion or suggestion raised at a meeting, and what became of it.
struct Suggestion : Part {
  Id id;
  Located<Date> date;
  Located<Date> settled;
  Ref<Target::unit> by;
  Text text;
  Located<SuggestionOutcome> outcome;
  Ref<Target::unit> handler;
  Text reply;

  static const RecordType type;
};

/// A new due date of a resolution; the old one stays on record.
struct Revision : Part {
  Located<Date> date;
  Located<Date> due;
  Text reason;
  Ref<Target::meeting> approved;

  static const RecordType type;
};

/// A new lead of a resolution; the old one stays on record.
struct Transfer : Part {
  Located<Date> date;
  Ref<Target::unit> lead;
  Text reason;
  Ref<Target::meeting> approved;

  static const RecordType type;
};

/// A step of a resolution, due before the whole.
struct Stage : Part {
  Text text;
  Located<Date> due;
  Located<Date> done;

  static const RecordType type;
};

enum class Judgement : std::uint8_t { accepted, returned };
inline constexpr Word judgement_words[] = {{"accepted", "同意"}, {"returned", "退回"}};
constexpr std::span<const Word> words_of(Judgement) { return judgement_words; }

/// What the office decided on a resolution that was reported as done.
struct Closure : Part {
  Located<Date> date;
  Ref<Target::unit> by;
  Located<Judgement> verdict;

  static const RecordType type;
};

/// What a meeting resolved to do.
struct Resolution : Part {
  Id id;
  Text text;
  Ref<Target::topic_of_meeting> topic;
  Ref<Target::unit> lead;
  List<Ref<Target::unit>> support;
  Located<Date> due;
  Located<bool> ongoing;
  Text effect;
  List<Revision> revisions;
  Ref<Target::resolution> replaces;
  List<Stage> stages;
  List<Closure> closures;
  List<Transfer> transfers;

  static const RecordType type;
};

/// Minutes that went to a unit later than to the others.
struct Resent : Part {
  Ref<Target::unit> unit;
  Located<Date> date;

  static const RecordType type;
};

/// When the minutes were issued, and to whom they went.
struct Minutes : Part {
  Nested<Signature> signature;
  Located<Date> issued;
  Text number;
  Located<Date> sent;
  List<Ref<Target::unit>> to;
  List<Resent> resent;

  static const RecordType type;
};

/// One meeting of the alliance.
struct Meeting : Part {
  Id id;
  Located<MeetingKind> kind;
  Text title;
  Located<Date> date;
  Located<Time> time;
  Text place;
  Ref<Target::unit> chair;
  Text presiding;
  Text recorder;
  Text reason;
  Text cancelled;
  Located<Date> cancelled_on;
  List<UnitOrName> observers;
  Nested<Notice> notice;
  List<Topic> topics;
  Nested<Attendance> attendance;
  List<Suggestion> suggestions;
  List<Resolution> resolutions;
  Text record;
  Nested<Minutes> minutes;
  List<Path> evidence;

  static const RecordType type;
};

}  // namespace lianxi
