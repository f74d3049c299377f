// The figures of the units and of their meetings.
#include <lianxi/figures/figure_sections.hpp>
#include <lianxi/figures/row_index.hpp>
#include <lianxi/followup/settled_suggestions.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/units.hpp>

namespace lianxi {

void collect_units(const Collecting& in) {
  UnitFigures& out = in.figures.units;
  RowIndex categories(out.by_category);
  for (const Unit* unit : in.book.units_in_order()) {
    if (!unit->id || !in.book.is_member(*unit, in.scope.to)) continue;
    in.add(out.members, 1, *unit, unit->id.at());
    if (!unit->category) continue;
    CategoryFigures& category = categories.find_or_add({.category = *unit->category});
    in.add(category.members, 1, *unit, unit->category.at());
  }
}

static void collect(const Collecting& in, const Meeting& meeting) {
  MeetingFigures& out = in.figures.meetings;
  in.add(out.held, 1, meeting, meeting.date.at());
  if (meeting.kind) {
    const bool regular = *meeting.kind == MeetingKind::regular;
    in.add(regular ? out.regular : out.special, 1, meeting, meeting.kind.at());
  }
  for (const Suggestion& suggestion : meeting.suggestions) {
    in.add(out.suggestions, 1, meeting, suggestion.at);
    if (is_settled_by(suggestion, in.scope.to))
      in.add(out.suggestions_settled, 1, meeting, suggestion.outcome.at());
  }
  for (const Resolution& resolution : meeting.resolutions)
    in.add(out.resolutions, 1, meeting, resolution.at);
}

/// Who is a member and who was there is compliance's to say.
static void collect_meetings(const Collecting& in, const Compliance& compliance) {
  for (const MeetingCompliance& meeting : compliance.meetings) {
    collect(in, *meeting.meeting);
    if (!meeting.has_sign_in) continue;
    const Rate attendance{meeting.present, std::int64_t(meeting.members.size())};
    in.add(in.figures.meetings.attendance, attendance, *meeting.meeting,
           meeting.meeting->attendance.at());
  }
}

void collect_meetings(const Collecting& in) {
  if (in.compliance) return collect_meetings(in, *in.compliance);
  collect_meetings(in, compliance_of(in.book, in.as_of, {in.scope.from, in.scope.to}));
}

}  // namespace lianxi
