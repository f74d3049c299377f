#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include <lianxi/base/words.hpp>
#include <lianxi/followup/meant.hpp>
#include <lianxi/records/committees.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/records/projects.hpp>
#include <lianxi/records/series.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/rules/rule.hpp>
#include <lianxi/rules/validate/part_index.hpp>
#include <lianxi/schema/targets.hpp>
#include <lianxi/schema/walk.hpp>

namespace lianxi::unknown_reference_rule {
namespace {

template <class T>
void add_ids(const T& records, std::vector<std::string_view>& ids) {
  for (const auto& record : records)
    if (record.id) ids.push_back(*record.id);
}

/// Looks references up; knows which collections can be trusted to be whole.
class Resolver {
 public:
  Resolver(const Book& book, FindingSink& out) : book_(book), out_(out) {
    note_lost_ids(book.units, Unit::type);
    note_lost_ids(book.committees, Committee::type);
    note_lost_ids(book.meetings, Meeting::type);
    note_lost_ids(book.funds, Fund::type);
    note_lost_ids(book.series, Series::type);
    note_lost_ids(book.projects, Project::type);
    for (const Plan& plan : book.plans)
      if (!plan.year) incomplete_.insert(&Plan::type);
  }

  void check(const PartChain& chain, Target target, const Text& ref) {
    if (!ref || exists(chain, target, *ref) || may_be_lost(target)) return;
    if (target == Target::resolution_of_meeting && book_.resolution(*ref))
      return report_later(chain, *ref, ref.at());
    const auto near = suggestion(chain, target, *ref);
    out_.add(ref.at(), book_.name_of(chain),
             say({"there is no {} “{}”", "没有这个{}：“{}”"}, info_of(target).name, *ref),
             near.empty() ? say({"declare it, or correct the id", "请先登记，或更正编号"})
                          : say({"did you mean “{}”?", "是不是“{}”？"}, near));
  }

 private:
  /// A report can speak of earlier meetings' resolutions, not of later ones'.
  void report_later(const PartChain& chain, std::string_view ref, Place at) {
    out_.add(at, book_.name_of(chain),
             say({"{} is a resolution of a later meeting", "{} 是以后会议的决议"}, ref),
             say({"report on it as a follow-up of that meeting", "请另立一份该次会议的落实报告"}));
  }

  /// A record whose id could not be read may be the one that is meant.
  template <class T>
  void note_lost_ids(const Records<T>& records, const RecordType& type) {
    if (book_.is_incomplete(type)) incomplete_.insert(&type);
    for (const T& record : records)
      if (!record.id) incomplete_.insert(&type);
  }

  static const PartChain& outermost(const PartChain& chain) {
    const PartChain* at = &chain;
    while (at->outer) at = at->outer;
    return *at;
  }

  /// The meeting that a report's `r1` or a resolution's topic belongs to.
  const Meeting* own_meeting(const PartChain& chain) const {
    const PartChain& record = outermost(chain);
    if (&record.type == &Meeting::type) return static_cast<const Meeting*>(record.part);
    if (&record.type != &Followup::type) return nullptr;
    const auto& followup = *static_cast<const Followup*>(record.part);
    return followup.meeting ? book_.meeting(*followup.meeting) : nullptr;
  }

  /// The resolutions and topics of one meeting; `lost` where an id could not be read.
  struct Parts {
    explicit Parts(const Meeting& meeting)
        : resolutions(meeting.resolutions),
          topics(meeting.topics),
          resolution_lost(has_lost(meeting.resolutions)),
          topic_lost(has_lost(meeting.topics)) {}

    template <class P>
    static bool has_lost(const List<P>& parts) {
      if (parts.given() && !parts) return true;
      return std::ranges::any_of(parts, [](const P& part) { return !part.id; });
    }

    PartIndex<Resolution> resolutions;
    PartIndex<Topic> topics;
    bool resolution_lost, topic_lost;
  };

  const Parts& parts_of(const Meeting& meeting) {
    return parts_.try_emplace(&meeting, meeting).first->second;
  }

  bool is_resolution_of(const PartChain& chain, std::string_view id) {
    const Meeting* meeting = own_meeting(chain);
    if (!meeting) return true;  // that the meeting is unknown has its own finding
    if (const auto slash = id.find('/'); slash != id.npos) {
      if (!meeting->id || id.substr(0, slash) != *meeting->id) return is_earlier(*meeting, id);
      id.remove_prefix(slash + 1);
    }
    const Parts& parts = parts_of(*meeting);
    return parts.resolution_lost || parts.resolutions.find(id) != nullptr;
  }

  /// Whether `MEETING/RESOLUTION` names a resolution of a meeting before that one.
  bool is_earlier(const Meeting& meeting, std::string_view id) const {
    const auto resolution = book_.resolution(id);
    if (!resolution) return false;
    const auto& day = resolution.meeting->date;
    return !day || !meeting.date || *day <= *meeting.date;
  }

  bool exists(const PartChain& chain, Target target, std::string_view id) {
    switch (target) {
      case Target::unit:
        return book_.unit(id);
      case Target::committee:
        return book_.committee(id);
      case Target::unit_or_committee:
        return book_.unit(id) || book_.committee(id);
      case Target::meeting:
        return book_.meeting(id);
      case Target::resolution:
        return bool(book_.resolution(id));
      case Target::resolution_of_meeting:
        return is_resolution_of(chain, id);
      case Target::topic:
        return bool(book_.topic(id));
      case Target::topic_of_meeting: {
        const Meeting* meeting = own_meeting(chain);
        if (!meeting) return true;
        const Parts& parts = parts_of(*meeting);
        return parts.topic_lost || parts.topics.find(id) != nullptr;
      }
      case Target::meeting_or_resolution:
        return id.find('/') == id.npos ? book_.meeting(id) != nullptr : bool(book_.resolution(id));
      case Target::task:
        return book_.task(id);
      case Target::fund:
        return book_.fund(id);
      case Target::series:
        return book_.series_of(id);
      case Target::project:
        return book_.project(id);
    }
    return true;
  }

  bool may_be_lost(Target target) const {
    const auto lost = [&](const RecordType& type) { return incomplete_.contains(&type); };
    switch (target) {
      case Target::unit:
        return lost(Unit::type);
      case Target::committee:
        return lost(Committee::type);
      case Target::unit_or_committee:
        return lost(Unit::type) || lost(Committee::type);
      case Target::task:
        return lost(Plan::type);
      case Target::fund:
        return lost(Fund::type);
      case Target::series:
        return lost(Series::type);
      case Target::project:
        return lost(Project::type);
      case Target::meeting:
      case Target::resolution:
      case Target::topic:
      case Target::meeting_or_resolution:
        return lost(Meeting::type);
      case Target::resolution_of_meeting:
      case Target::topic_of_meeting:
        break;
    }
    return false;
  }

  std::vector<std::string> parts_of_meetings(Target target) const {
    std::vector<std::string> names;
    for (const Meeting& meeting : book_.meetings) {
      std::vector<std::string_view> parts;
      if (!meeting.id) continue;
      if (target == Target::topic)
        add_ids(meeting.topics, parts);
      else
        add_ids(meeting.resolutions, parts);
      for (const auto part : parts) names.push_back(fmt::format("{}/{}", *meeting.id, part));
    }
    return names;
  }

  std::vector<std::string> tasks() const {
    std::vector<std::string> names;
    for (const Plan& plan : book_.plans)
      for (const Task& task : plan.tasks)
        if (plan.year && task.id) names.push_back(fmt::format("{}/{}", *plan.year, *task.id));
    return names;
  }

  std::vector<std::string_view> simple_candidates(const PartChain& chain, Target target) const {
    std::vector<std::string_view> ids;
    const Meeting* meeting = own_meeting(chain);
    if (target == Target::unit || target == Target::unit_or_committee) add_ids(book_.units, ids);
    if (target == Target::committee || target == Target::unit_or_committee)
      add_ids(book_.committees, ids);
    if (target == Target::meeting || target == Target::meeting_or_resolution)
      add_ids(book_.meetings, ids);
    if (target == Target::fund) add_ids(book_.funds, ids);
    if (target == Target::series) add_ids(book_.series, ids);
    if (target == Target::project) add_ids(book_.projects, ids);
    if (target == Target::resolution_of_meeting && meeting) add_ids(meeting->resolutions, ids);
    if (target == Target::topic_of_meeting && meeting) add_ids(meeting->topics, ids);
    return ids;
  }

  /// `MEETING/RESOLUTION` of the only meeting that has a resolution of that id.
  std::string in_another_meeting(Target target, std::string_view id) const {
    std::string found;
    if (target != Target::resolution_of_meeting) return found;
    for (const Meeting& meeting : book_.meetings)
      for (const Resolution& resolution : meeting.resolutions) {
        if (!meeting.id || !resolution.id || *resolution.id != id) continue;
        if (!found.empty()) return {};
        found = fmt::format("{}/{}", *meeting.id, id);
      }
    return found;
  }

  /// The id of the only record of which the id or a name holds the text.
  std::string with_part(Target target, std::string_view ref) const {
    std::vector<Meant> found;
    const auto look = [&](bool wanted, Naming kind) {
      if (!wanted) return;
      constexpr Date whenever = *Date::make(2199, 12, 31);
      const auto more = meant_in_part(book_, kind, ref, whenever);
      found.insert(found.end(), more.begin(), more.end());
    };
    const bool either = target == Target::unit_or_committee;
    look(either || target == Target::unit, Naming::unit);
    look(either || target == Target::committee, Naming::committee);
    look(target == Target::meeting || target == Target::meeting_or_resolution, Naming::meeting);
    look(target == Target::fund, Naming::fund);
    return found.size() == 1 ? std::string(found.front().id) : std::string();
  }

  /// What a wrong reference may have meant: the same for all that are written alike and look for
  /// the same.
  std::string suggestion(const PartChain& chain, Target target, std::string_view ref) {
    const bool is_within_meeting =
        target == Target::resolution_of_meeting || target == Target::topic_of_meeting;
    const Meeting* meeting = is_within_meeting ? own_meeting(chain) : nullptr;
    const auto known = suggestions_.find({target, meeting, ref});
    if (known != suggestions_.end()) return known->second;
    // Each comparison costs; of thousands of different ones only the first get a suggestion.
    constexpr std::size_t most_suggestions = 500;
    if (suggestions_.size() == most_suggestions) return {};
    const auto key = std::tuple(target, meeting, ref);
    return suggestions_.emplace(key, meant_by(chain, target, ref)).first->second;
  }

  std::string meant_by(const PartChain& chain, Target target, std::string_view ref) {
    if (auto whole = with_part(target, ref); !whole.empty()) return whole;
    if (auto other = in_another_meeting(target, ref); !other.empty()) return other;
    auto candidates = simple_candidates(chain, target);
    if (ref.find('/') != ref.npos) {
      const auto& composed = composed_candidates(target);
      candidates.insert(candidates.end(), composed.begin(), composed.end());
    }
    constexpr std::size_t most_candidates = 5000;
    if (candidates.size() > most_candidates) candidates.resize(most_candidates);
    return std::string(nearest(ref, candidates));
  }

  const std::vector<std::string>& composed_candidates(Target target) {
    const auto [known, is_new] = composed_.try_emplace(target);
    if (is_new) known->second = target == Target::task ? tasks() : parts_of_meetings(target);
    return known->second;
  }

  const Book& book_;
  FindingSink& out_;
  std::unordered_set<const RecordType*> incomplete_;
  std::unordered_map<const Meeting*, Parts> parts_;
  std::map<std::tuple<Target, const Meeting*, std::string_view>, std::string> suggestions_;
  std::map<Target, std::vector<std::string>> composed_;
};

void check(const ValidateCase& c, FindingSink& out) {
  Resolver resolver(c.book, out);
  const auto visit = [&](const PartChain& chain, const Field&, const ValueType& type,
                         const void* value) {
    if (type.kind == ValueType::Kind::ref)
      resolver.check(chain, type.target, *static_cast<const Text*>(value));
  };
  const auto is_ref = [](const ValueType& type) { return type.kind == ValueType::Kind::ref; };
  for (const Collection& collection : all_collections()) {
    const auto fields = fields_with(*collection.type, is_ref);
    for (std::size_t i = 0, n = collection.size(c.book); i < n; ++i)
      walk_chosen(*collection.type, &collection.at(c.book, i), fields, visit);
  }
}

}  // namespace

}  // namespace lianxi::unknown_reference_rule

namespace lianxi::rules {
extern constinit const ValidateRule unknown_reference{
    {"unknown-reference",
     Severity::error,
     {"A record refers to something that no record declares.", "引用了没有登记的对象。"},
     {"What refers to nothing counts nowhere: an attendance of an unknown unit, a report on an "
      "unknown meeting. Ids must match to the letter; capital letters differ from small ones.",
      "引用落空的内容哪里都不计：不存在的单位出席、对不存在的会议落实。编号须逐字一致，区分大小写"
      "。"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    chair: nroth
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    主持单位: 北广厂
)"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    chair: north
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    主持单位: 北广场
)"}},
    unknown_reference_rule::check};
}  // namespace lianxi::rules
