#include <algorithm>
#include <iterator>

#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/record_view.hpp>
#include <lianxi/writing/written_record.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

bool is_at_or_beneath(std::string_view name, std::string_view record) {
  return name.starts_with(record) && (name.size() == record.size() || name[record.size()] == '/');
}

/// Findings name the smallest record with an id: those of a part without one are known by where
/// they stand.
class OfRecord {
 public:
  explicit OfRecord(const RecordView& view) : view_(view) {
    has_own_name_ = std::ranges::all_of(view.record.path.steps, [](const PartStep& step) {
      const ValueType* parts = step.field->type->element;
      return parts && parts->record->identify;
    });
  }

  bool operator()(const Finding& finding) const {
    if (has_own_name_) return is_at_or_beneath(finding.record, view_.record.name);
    const Place start = view_.record.path.part->at;
    return start <= finding.at && finding.at < start + view_.written.size();
  }

 private:
  const RecordView& view_;
  bool has_own_name_ = true;
};

Findings findings_of(const RecordView& view, Findings all) {
  Findings found;
  std::ranges::copy_if(std::make_move_iterator(all.begin()), std::make_move_iterator(all.end()),
                       std::back_inserter(found), OfRecord(view));
  return found;
}

}  // namespace

RecordView view_of(const ValidateCase& c, const MeantRecord& record) {
  RecordView view{c.book, c.as_of, record, written_record(c.book, record.path)};
  view.refers_to = references_within(c.book, record.path);
  view.referred_by = references_to(c.book, record.name);
  view.wrong = findings_of(view, validate(c).findings);
  view.open = findings_of(view, judge(compliance_of(c.book, c.as_of)).findings);
  if (record.path.type == &Resolution::type && !record.path.steps.empty()) {
    const Part& meeting = record.path.collection->at(c.book, record.path.number);
    view.life = life_of(c.book, static_cast<const Meeting&>(meeting),
                        static_cast<const Resolution&>(*record.path.part), c.as_of);
  }
  return view;
}

}  // namespace lianxi
