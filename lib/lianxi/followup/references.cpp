#include <deque>
#include <fmt/format.h>
#include <utility>

#include <lianxi/book/record_title.hpp>
#include <lianxi/followup/record_forms.hpp>
#include <lianxi/followup/references.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/reminders.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/schema/decoder.hpp>
#include <lianxi/schema/walk.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// `meetings/M/resolutions/R` from `M/R`.
std::string part_name(std::string_view collection, std::string_view part, std::string_view id) {
  const auto slash = id.find('/');
  if (slash == id.npos) return {};
  return fmt::format("{}/{}/{}/{}", collection, id.substr(0, slash), part, id.substr(slash + 1));
}

/// Gathers the references of one record after the other.
class ReferenceWalk {
 public:
  /// `wanted`: only those that lead there; "" for all.
  explicit ReferenceWalk(const Book& book, std::string wanted = {})
      : book_(book), wanted_(std::move(wanted)) {}

  void operator()(const PartChain& chain, const Field& field, const ValueType& type,
                  const void* value) {
    if (type.kind != ValueType::Kind::ref && type.kind != ValueType::Kind::unit_or_name &&
        type.kind != ValueType::Kind::text)
      return;
    const auto& text = *static_cast<const Text*>(value);
    if (!text) return;
    std::string to = target(chain, field, type, *text);
    if (!to.empty() && is_wanted(to))
      found.push_back(
          {book_.name_of(chain), title_around(chain), &field, std::move(to), text.at()});
  }

  std::vector<Reference> found = {};

 private:
  bool is_wanted(const std::string& to) const {
    if (wanted_.empty()) return true;
    return to.find('*') == std::string::npos ? to == wanted_ : names_record(to, wanted_);
  }

  /// Of the part that the name is of.
  static std::string_view title_around(const PartChain& chain) {
    const PartChain* part = &chain;
    while (part->outer && segment_of(part->type, part->part).empty()) part = part->outer;
    return title_of(part->type, *static_cast<const Part*>(part->part));
  }

  static const PartChain& root_of(const PartChain& chain) {
    const PartChain* root = &chain;
    while (root->outer) root = root->outer;
    return *root;
  }

  std::string target(const PartChain& chain, const Field& field, const ValueType& type,
                     std::string_view text) const {
    if (type.kind == ValueType::Kind::ref) return target(chain, type.target, text);
    const RecordType& root = root_of(chain).type;
    if (type.kind == ValueType::Kind::unit_or_name)
      return book_.unit(text) ? fmt::format("units/{}", text) : std::string();
    const bool names_record = (&root == &Reminder::type && field.en == "about") ||
                              (&root == &Waiver::type && field.en == "record");
    return names_record ? canonical_record(text) : std::string();
  }

  std::string target(const PartChain& chain, Target kind, std::string_view id) const {
    const auto if_there = [&](bool there, std::string_view collection) {
      return there ? fmt::format("{}/{}", collection, id) : std::string();
    };
    switch (kind) {
      case Target::unit:
        return if_there(book_.unit(id), "units");
      case Target::committee:
        return if_there(book_.committee(id), "committees");
      case Target::unit_or_committee:
        return book_.unit(id) ? if_there(true, "units")
                              : if_there(book_.committee(id), "committees");
      case Target::meeting:
        return if_there(book_.meeting(id), "meetings");
      case Target::resolution:
        return resolution(id);
      case Target::resolution_of_meeting:
        return resolution(within_meeting_of_report(chain, id));
      case Target::topic:
        return topic(id);
      case Target::topic_of_meeting: {
        const PartChain& meeting = root_of(chain);
        return meeting.type.identify
                   ? topic(fmt::format("{}/{}", meeting.type.identify(meeting.part), id))
                   : std::string();
      }
      case Target::meeting_or_resolution:
        return id.find('/') == id.npos ? if_there(book_.meeting(id), "meetings") : resolution(id);
      case Target::task:
        return book_.task(id) ? part_name("plans", "tasks", id) : std::string();
      case Target::fund:
        return if_there(book_.fund(id), "funds");
      case Target::series:
        return if_there(book_.series_of(id), "series");
      case Target::project:
        return if_there(book_.project(id), "projects");
    }
    return {};
  }

  std::string resolution(std::string_view id) const {
    return book_.resolution(id) ? part_name("meetings", "resolutions", id) : std::string();
  }

  std::string topic(std::string_view id) const {
    return book_.topic(id) ? part_name("meetings", "topics", id) : std::string();
  }

  /// `r1` of a report on a meeting as `MEETING/r1`.
  static std::string within_meeting_of_report(const PartChain& chain, std::string_view id) {
    const PartChain& root = root_of(chain);
    if (id.find('/') != id.npos || &root.type != &Followup::type) return std::string(id);
    const auto& report = *static_cast<const Followup*>(root.part);
    return fmt::format("{}/{}", report.meeting.value_or(""), id);
  }

  const Book& book_;
  std::string wanted_;
};

}  // namespace

std::vector<Reference> references_to(const Book& book, const std::string& record) {
  ReferenceWalk walk(book, record);
  for (const Collection& collection : all_collections())
    for (std::size_t i = 0, n = collection.size(book); i < n; ++i)
      walk_record(*collection.type, &collection.at(book, i), walk);
  return std::move(walk.found);
}

std::vector<Reference> references_within(const Book& book, const RecordPath& path) {
  std::deque<PartChain> chains;
  const void* part = &path.collection->at(book, path.number);
  chains.push_back({*path.collection->type, part});
  for (const PartStep& step : path.steps) {
    const ValueType& type = *step.field->type;
    const void* value = step.field->get(part);
    part = type.element ? type.item(value, step.index) : value;
    chains.push_back({type.element ? *type.element->record : *type.record, part, &chains.back()});
  }
  ReferenceWalk walk(book);
  walk_fields(chains.back(), chains.back().type.fields, walk);
  walk_common_fields(chains.back(), walk);
  return std::move(walk.found);
}

}  // namespace lianxi
