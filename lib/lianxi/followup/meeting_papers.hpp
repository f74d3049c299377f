// The papers of a meeting, as they were known on a day.
#pragma once
#include <lianxi/base/unreadable.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/meetings.hpp>

namespace lianxi {

/// The notice given by D, or null.
inline const Notice* notice_by(const Meeting& meeting, Date as_of) {
  if (!meeting.notice || !meeting.notice->date || *meeting.notice->date > as_of) return nullptr;
  return &*meeting.notice;
}

/// The minutes issued by D, or null.
inline const Minutes* minutes_by(const Meeting& meeting, Date as_of) {
  if (!meeting.minutes || !meeting.minutes->issued || *meeting.minutes->issued > as_of)
    return nullptr;
  return &*meeting.minutes;
}

/// The last day on which minutes are still in time.
inline Date last_day_for_minutes(const Compliance& c, const MeetingCompliance& meeting) {
  return meeting.date + *c.book.policy_on(meeting.date).minutes_days;
}

}  // namespace lianxi
