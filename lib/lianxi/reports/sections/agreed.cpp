#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>

#include <lianxi/records/meetings.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/reports/sections/agreed.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/words/papers.hpp>

namespace lianxi {

static bool has_consensus(const Topic& topic) {
  return topic.outcome && *topic.outcome == Outcome::consensus;
}

Agreed::Agreed(const Meeting& meeting) {
  std::unordered_set<std::string_view> agreed, open;
  for (const Topic& topic : meeting.topics)
    if (topic.id) (has_consensus(topic) ? agreed : open).insert(*topic.id);
  for (const Resolution& resolution : meeting.resolutions) {
    const std::string_view topic = resolution.topic.value_or("");
    if (resolution.topic.given() && (!agreed.contains(topic) || open.contains(topic))) continue;
    resolutions_.push_back(&resolution);
    known_.insert(&resolution);
  }
}

// ---- what was resolved -----

namespace {

bool is_reservation(const Stance& stance) { return *stance.stance != Attitude::support; }
bool is_support(const Stance& stance) { return !is_reservation(stance); }
bool is_any(const Stance&) { return true; }

/// 甲赞成；乙反对（理由）.
std::string stances_text(const Wording& wording, const Topic& topic,
                         bool (*wanted)(const Stance&)) {
  std::string text;
  for (const Stance& stance : topic.stances) {
    if (!stance.unit || !stance.stance || !wanted(stance)) continue;
    if (!text.empty()) text += wording(Bilingual{"; ", "；"});
    text += wording(
        say({"{} ({})", "{}{}"}, wording.named(*stance.unit), wording.choice(*stance.stance)));
    if (stance.text) text += wording(say({": {}", "（{}）"}, *stance.text));
  }
  return text;
}

/// The topic that a resolution names, by id; one of each.
using Topics = std::unordered_map<std::string_view, const Topic*>;

constexpr Bilingual not_set{"not set", "未明确"};

/// As it was resolved, whatever was moved later.
std::string due_text(const Wording& wording, const Resolution& resolution) {
  if (resolution.due) return wording.date(*resolution.due);
  if (resolution.ongoing.value_or(false)) return wording(Bilingual{"ongoing", "长期"});
  return wording(not_set);
}

/// What it replaces, and what it is to bring about.
std::string more_of(const ReportCase& c, const Resolution& resolution) {
  std::string text;
  if (const auto old =
          resolution.replaces ? c.book.resolution(*resolution.replaces) : OfMeeting<Resolution>{})
    text += c.wording(say({"\nIn place of {} ({})", "\n替代{1}的决议{0}"},
                          c.wording.quoted(old.part->text.value_or(dash)),
                          c.wording.meeting(*old.meeting))) +
            c.wording(Bilingual{".", "。"});
  if (resolution.effect)
    text += c.wording(
        say({"\nExpected effect: {}", "\n预期效果：{}"}, c.wording.ended(*resolution.effect)));
  return text;
}

std::string resolution_text(const ReportCase& c, const Resolution& resolution,
                            const Topics& topics) {
  const Wording& wording = c.wording;
  std::string text = wording.ended(resolution.text.value_or(dash));
  text += wording(say({"\nLead: {}", "\n牵头单位：{}"},
                      resolution.lead ? wording.named(*resolution.lead) : wording(not_set)));
  if (!resolution.support.empty())
    text +=
        wording(say({"; support: {}", "；配合单位：{}"}, wording.all_named(resolution.support)));
  text += wording(say({"; due: {}.", "；完成时限：{}。"}, due_text(wording, resolution)));
  text += more_of(c, resolution);
  const auto topic = topics.find(resolution.topic.value_or(""));
  if (topic == topics.end()) return text;
  if (const auto stances = stances_text(wording, *topic->second, is_reservation); !stances.empty())
    text += wording(say({"\nReservations: {}", "\n有关单位意见：{}"}, wording.ended(stances)));
  return text;
}

/// Topics on which all agreed, without a resolution that rests on them.
std::vector<std::string> agreed_without_resolution(const Meeting& meeting) {
  std::unordered_set<std::string_view> named;
  for (const Resolution& resolution : meeting.resolutions)
    if (resolution.topic) named.insert(*resolution.topic);
  std::vector<std::string> titles;
  for (const Topic& topic : meeting.topics)
    if (has_consensus(topic) && !named.contains(topic.id.value_or("")))
      titles.emplace_back(topic.title.value_or(dash));
  return titles;
}

}  // namespace

doc::Section sections::resolved(const ReportCase& c, const Meeting& meeting, const Agreed& agreed) {
  const Wording& wording = c.wording;
  doc::Section section{wording(Bilingual{"What was resolved", "会议议定事项"})};
  Topics topics;
  for (const Topic& topic : meeting.topics)
    if (topic.id) topics.emplace(*topic.id, &topic);
  doc::Items items{.items = {}, .numbered = true};
  for (const Resolution* resolution : agreed.resolutions())
    items.items.push_back(resolution_text(c, *resolution, topics));
  if (items.items.empty())
    section.blocks.push_back(
        doc::Paragraph{wording(Bilingual{"No resolution was made.", "本次会议没有形成决议。"})});
  else
    section.blocks.push_back(std::move(items));
  if (const auto titles = agreed_without_resolution(meeting); !titles.empty())
    section.blocks.push_back(doc::Paragraph{wording(
        say({"Agreed without a resolution: {}.", "会议还就下列议题达成共识，未另作决议：{}。"},
            papers::listed(wording, titles)))});
  return section;
}

// ---- what was said of it -----

/// A topic as it was put up.
static std::string put_up(const Wording& wording, const Topic& topic) {
  std::string text(topic.title.value_or(dash));
  if (topic.by) text += wording(say({" (put up by {})", "（{}提出）"}, wording.named(*topic.by)));
  return text;
}

/// What was said on it; reservations stand with the resolutions that rest on the topic, if any.
static std::string discussion_text(const Wording& wording, const Topic& topic, bool is_resolved) {
  // That all agreed needs no list; where one said why, the others who did are named as well.
  const bool has_reasons = std::ranges::any_of(topic.stances, [](const Stance& stance) {
    return stance.stance && is_support(stance) && stance.text;
  });
  const std::string stances = !is_resolved  ? stances_text(wording, topic, is_any)
                              : has_reasons ? stances_text(wording, topic, is_support)
                                            : std::string();
  if (!topic.discussion && stances.empty()) return {};
  std::string text = put_up(wording, topic);
  text += topic.discussion ? wording(say({": {}", "：{}"}, wording.ended(*topic.discussion)))
                           : wording(Bilingual{".", "。"});
  if (!stances.empty())
    text += wording(say({"\nPositions: {}", "\n各单位意见：{}"}, wording.ended(stances)));
  return text;
}

std::optional<doc::Section> sections::discussions(const ReportCase& c, const Meeting& meeting) {
  std::unordered_set<std::string_view> resolved;
  for (const Resolution& resolution : meeting.resolutions)
    if (resolution.topic) resolved.insert(*resolution.topic);
  doc::Items items;
  for (const Topic& topic : meeting.topics) {
    if (!has_consensus(topic)) continue;
    const std::string text =
        discussion_text(c.wording, topic, resolved.contains(topic.id.value_or("")));
    if (!text.empty()) items.items.emplace_back(text);
  }
  if (items.items.empty()) return std::nullopt;
  return doc::Section{c.wording(Bilingual{"What was said of the topics", "议题讨论情况"}),
                      {std::move(items)}};
}

// ---- what was not -----

namespace {

Bilingual outcome_of(const Topic& topic) {
  if (!topic.outcome) return {"no conclusion is on record", "会议未作结论"};
  switch (*topic.outcome) {
    case Outcome::no_consensus:
      return {"no consensus, hence no resolution", "未达成共识，不形成决议"};
    case Outcome::deferred:
      return {"deferred to a later meeting", "暂缓，留待以后会议研究"};
    case Outcome::noted:
      return {"noted, no resolution needed", "会议知悉，不另作决议"};
    case Outcome::consensus:
      break;
  }
  return {"agreed", "达成共识"};
}

std::string held_over_text(const Wording& wording, const Topic& topic) {
  std::string text = put_up(wording, topic);
  text += wording(say({": {}.", "：{}。"}, outcome_of(topic)));
  if (topic.discussion)
    text += wording(say({"\nDiscussion: {}", "\n讨论情况：{}"}, wording.ended(*topic.discussion)));
  if (const auto stances = stances_text(wording, topic, is_any); !stances.empty())
    text += wording(say({"\nPositions: {}", "\n各单位意见：{}"}, wording.ended(stances)));
  return text;
}

/// Resolutions whose topic is not on record stay out until somebody has seen to it.
void add_unfounded(const Wording& wording, const Meeting& meeting, doc::Items& items) {
  std::unordered_set<std::string_view> known;
  for (const Topic& topic : meeting.topics)
    if (topic.id) known.insert(*topic.id);
  for (const Resolution& resolution : meeting.resolutions)
    if (resolution.topic.given() && !known.contains(resolution.topic.value_or("")))
      items.items.push_back(wording(say({"Entry {}: its topic is not on record, to be verified.",
                                         "决议登记{}：所依据的议题没有记录，待核实。"},
                                        resolution.id.value_or(dash))));
}

}  // namespace

std::optional<doc::Section> sections::held_over(const ReportCase& c, const Meeting& meeting) {
  doc::Items items;
  for (const Topic& topic : meeting.topics)
    if (!has_consensus(topic)) items.items.push_back(held_over_text(c.wording, topic));
  add_unfounded(c.wording, meeting, items);
  if (items.items.empty()) return std::nullopt;
  return doc::Section{c.wording(Bilingual{"Matters held over", "未形成决议的议题"}),
                      {std::move(items)}};
}

}  // namespace lianxi
