#include <algorithm>
#include <charconv>
#include <limits>

#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/book/file_reader.hpp>
#include <lianxi/schema/walk.hpp>

namespace lianxi {
namespace {

template <class T>
void fill(std::unordered_map<std::string_view, const T*>& index, const Records<T>& records) {
  index.reserve(records.size());
  for (const T& record : records)
    if (record.id) index.emplace(*record.id, &record);
}

template <class T>
void fall_back(Located<T>& value, T fallback) {
  if (!value) value = Located<T>(fallback, Place::none + 1);
}

/// The policy with the defaults of the format.
Policy completed(const Alliance* alliance) {
  Policy policy;
  if (alliance && alliance->policy) policy = *alliance->policy;
  fall_back(policy.interval, Interval::quarter);
  fall_back(policy.notice_days, 3);
  fall_back(policy.minutes_days, 7);
  fall_back(policy.report_days_before, 0);
  fall_back(policy.reporters, Reporters::all);
  fall_back(policy.publish_days, 90);
  return policy;
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
  book.index();
  return book;
}

Book Book::of(std::string text, std::string path) {
  std::vector<InputFile> files;
  files.push_back({std::move(path), std::move(text)});
  return read(std::move(files));
}

void Book::index() {
  fill(units_, units);
  fill(committees_, committees);
  fill(meetings_, meetings);
  fill(funds_, funds);
  fill(series_, series);
  fill(projects_, projects);
  for (const Plan& plan : plans)
    if (plan.year) plans_.emplace(*plan.year, &plan);
  policy_ = completed(alliance());
  for (const Unit& unit : units) ordered_units_.push_back(&unit);
  constexpr auto last = std::numeric_limits<std::int32_t>::max();
  std::ranges::stable_sort(ordered_units_, {},
                           [](const Unit* unit) { return unit->order.value_or(last); });
}

std::string_view Book::name() const {
  return alliance() ? alliance()->name.value_or("") : std::string_view();
}

std::optional<Date> Book::founded() const {
  if (!alliance() || !alliance()->founded) return std::nullopt;
  return *alliance()->founded;
}

const Plan* Book::plan(std::int32_t year) const {
  const auto at = plans_.find(year);
  return at == plans_.end() ? nullptr : at->second;
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
  return at != all.end() && incomplete_[std::size_t(at - all.begin())];
}

std::string Book::name_of(const PartChain& chain) const {
  const PartChain* record = &chain;
  while (record->outer) record = record->outer;
  const bool waiver = &record->type == &Waiver::type;
  return waiver ? name_of(*static_cast<const Waiver*>(record->part)) : chain.name();
}

std::string Book::name_of(const Waiver& waiver) const {
  return fmt::format("waivers/{}/{}", sources_[sources_.file_of(waiver.at)].path, waiver.number);
}

}  // namespace lianxi
