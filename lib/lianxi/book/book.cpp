#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <limits>
#include <utility>

#include <lianxi/base/words.hpp>
#include <lianxi/book/book_state.hpp>
#include <lianxi/book/file_reader.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/records/collections.hpp>
#include <lianxi/schema/walk.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// Before every day that a record can have.
constexpr Date earliest_day = *Date::make(1, 1, 1);

template <class T>
void fall_back(Located<T>& value, T fallback) {
  if (!value) value = Located<T>(fallback, Place::none + 1);
}

/// The policy with the defaults of the format.
Policy completed(Policy policy) {
  fall_back(policy.interval, Interval::quarter);
  fall_back(policy.notice_days, 3);
  fall_back(policy.minutes_days, 7);
  fall_back(policy.report_days_before, 0);
  fall_back(policy.reporters, Reporters::all);
  fall_back(policy.publish_days, 90);
  fall_back(policy.topics_days, 0);
  fall_back(policy.suggestion_days, 90);
  fall_back(policy.warn_days, 7);
  fall_back(policy.closing, Closing::reported);
  if (policy.quorum && !policy.quorum->least) policy.quorum = {};
  return policy;
}

template <class T>
void override_by(T& value, const T& newer) {
  if (newer) value = newer;
}

/// What stands once an entry has come into force: it changes the fields that it names.
void override_by(Policy& policy, const Policy& entry) {
  override_by(policy.interval, entry.interval);
  override_by(policy.notice_days, entry.notice_days);
  override_by(policy.minutes_days, entry.minutes_days);
  override_by(policy.report_days_before, entry.report_days_before);
  override_by(policy.reporters, entry.reporters);
  override_by(policy.quorum, entry.quorum);
  override_by(policy.publish_days, entry.publish_days);
  override_by(policy.topics_days, entry.topics_days);
  override_by(policy.suggestion_days, entry.suggestion_days);
  override_by(policy.warn_days, entry.warn_days);
  override_by(policy.closing, entry.closing);
}

/// The policy after each of the alliance's entries, in the order in which they come into force.
std::vector<PolicyFrom> policies_of(const Alliance* alliance) {
  std::vector<const Policy*> entries;
  if (alliance)
    for (const Policy& entry : alliance->policy)
      if (entry.from || !entry.from.given()) entries.push_back(&entry);
  const auto day = [](const Policy* entry) { return entry->from ? *entry->from : earliest_day; };
  std::ranges::stable_sort(entries, {}, day);
  Policy standing;
  std::vector<PolicyFrom> policies{{earliest_day, completed({})}};
  for (const Policy* entry : entries) {
    override_by(standing, *entry);
    policies.push_back({day(entry), completed(standing)});
  }
  return policies;
}

template <class T>
const T* find_part(const List<T>& parts, std::string_view id) {
  for (const T& part : parts)
    if (part.id && *part.id == id) return &part;
  return nullptr;
}

struct SplitId {
  std::string_view parent, part;
};

SplitId split_id(std::string_view id) {
  const auto slash = id.find('/');
  if (slash == id.npos) return {{}, id};
  return {id.substr(0, slash), id.substr(slash + 1)};
}

}  // namespace

Book Book::read(std::vector<InputFile> files, unsigned jobs) {
  Book book;
  read_files(book, std::move(files), jobs);
  book.index(jobs);
  return book;
}

Book Book::of(std::string text, std::string path) {
  std::vector<InputFile> files;
  files.push_back({std::move(path), std::move(text)});
  return read(std::move(files));
}

Book::Book() : state_(new State) {}
Book::Book(Book&& other) noexcept
    : RecordSets(std::move(other)), state_(std::exchange(other.state_, nullptr)) {}
Book& Book::operator=(Book&& other) noexcept {
  RecordSets::operator=(std::move(other));
  std::swap(state_, other.state_);
  return *this;
}
Book::~Book() { delete state_; }

void Book::index(unsigned jobs) {
  state_->units.fill(units);
  state_->committees.fill(committees);
  state_->meetings.fill(meetings);
  state_->funds.fill(funds);
  state_->series.fill(series);
  state_->projects.fill(projects);
  for (const Plan& plan : plans)
    if (plan.year) state_->plans.emplace(*plan.year, &plan);
  state_->policies = policies_of(alliance());
  auto& ordered = state_->ordered_units;
  for (const Unit& unit : units) ordered.push_back(&unit);
  state_->names = NameIndex(*this);
  state_->names.resolve(*this, state_->findings, jobs);
  constexpr auto last = std::numeric_limits<std::int32_t>::max();
  std::ranges::stable_sort(ordered, {},
                           [](const Unit* unit) { return unit->order.value_or(last); });
}

const Sources& Book::sources() const { return state_->sources; }
const Findings& Book::findings() const { return state_->findings; }

int Book::unread() const {
  constexpr RuleName unreadable[] = {rule_names::file_encoding,  rule_names::file_unreadable,
                                     rule_names::merge_conflict, rule_names::wrong_type,
                                     rule_names::yaml_subset,    rule_names::yaml_syntax};
  return int(std::ranges::count_if(state_->findings, [&](const Finding& finding) {
    return std::ranges::find(unreadable, finding.rule) != std::end(unreadable);
  }));
}
const std::vector<RecordOfType>& Book::with_digits() const { return state_->with_digits; }
std::size_t Book::files() const { return state_->file_count; }
const Policy& Book::policy_on(Date day) const {
  const auto& all = state_->policies;
  const auto after = std::ranges::upper_bound(all, day, {}, &PolicyFrom::from);
  return (after == all.begin() ? after : after - 1)->policy;
}
const Unit* Book::unit_by_any_name(std::string_view name) const {
  if (const Unit* unit = unit_named(name)) return unit;
  return state_->names.unit(name);
}
const std::vector<const Unit*>& Book::units_in_order() const { return state_->ordered_units; }

const Unit* Book::unit(std::string_view id) const { return state_->units.find(id); }
const Committee* Book::committee(std::string_view id) const { return state_->committees.find(id); }
const Meeting* Book::meeting(std::string_view id) const { return state_->meetings.find(id); }
const Fund* Book::fund(std::string_view id) const { return state_->funds.find(id); }
const Series* Book::series_of(std::string_view id) const { return state_->series.find(id); }
const Project* Book::project(std::string_view id) const { return state_->projects.find(id); }

std::string_view Book::name() const {
  return alliance() ? alliance()->name.value_or("") : std::string_view();
}

std::optional<Date> Book::founded() const {
  if (!alliance() || !alliance()->founded) return std::nullopt;
  return *alliance()->founded;
}

const Plan* Book::plan(std::int32_t year) const {
  const auto at = state_->plans.find(year);
  return at == state_->plans.end() ? nullptr : at->second;
}

OfMeeting<Resolution> Book::resolution(std::string_view id, std::string_view within) const {
  const auto [parent, part] = split_id(id);
  const Meeting* meeting = this->meeting(parent.empty() ? within : parent);
  if (!meeting) return {};
  return {meeting, find_part(meeting->resolutions, part)};
}

OfMeeting<Topic> Book::topic(std::string_view id) const {
  const auto [parent, part] = split_id(id);
  const Meeting* meeting = this->meeting(parent);
  if (!meeting) return {};
  return {meeting, find_part(meeting->topics, part)};
}

const Task* Book::task(std::string_view id) const {
  const auto [parent, part] = split_id(id);
  if (parent.starts_with('0')) return nullptr;  // `02017` is another id than `2017`
  std::int32_t year = 0;
  const auto [end, error] = std::from_chars(parent.data(), parent.data() + parent.size(), year);
  if (error != std::errc() || end != parent.data() + parent.size()) return nullptr;
  const Plan* plan = this->plan(year);
  return plan ? find_part(plan->tasks, part) : nullptr;
}

const Unit* Book::unit_named(std::string_view id_or_name) const {
  std::string buffer;
  return unit(mapped_id(id_or_name, buffer));
}

bool Book::is_member(const Unit& unit, Date day) const {
  if (unit.role.value_or(Role::member) != Role::member) return false;
  if (unit.left && day >= *unit.left) return false;
  if (unit.joined) return *unit.joined <= day;
  const auto founding = founded();
  return !founding || *founding <= day;
}

bool Book::is_incomplete(const RecordType& collection) const {
  const auto all = all_collections();
  const auto at = std::ranges::find(all, &collection, &Collection::type);
  return at != all.end() && state_->incomplete[std::size_t(at - all.begin())];
}

std::string Book::name_of(const PartChain& chain) const {
  const PartChain* record = &chain;
  while (record->outer) record = record->outer;
  const bool waiver = &record->type == &Waiver::type;
  return waiver ? name_of(*static_cast<const Waiver*>(record->part)) : chain.name();
}

std::string Book::name_of(const Waiver& waiver) const {
  return fmt::format("waivers/{}/{}", state_->sources[state_->sources.file_of(waiver.at)].path,
                     waiver.number);
}

}  // namespace lianxi
