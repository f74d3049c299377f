// What `followup` found, as an office would write it: a sentence about a unit, by names and days.
// Rules know records by their ids, for who mends them; reports are read by others.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/finding.hpp>
#include <lianxi/reports/report_case.hpp>

namespace lianxi {

struct Waiver;

/// What is said of one unit, or of the conference as a whole.
struct Said {
  std::string_view unit;  ///< Its id; "" where it is the conference.
  std::string sentence;
};

/// The findings as sentences, in their order; months of one series are said in one.
std::vector<Said> sentences_of(const ReportCase&, const std::vector<const Finding*>&);

/// Whether the rule's findings can be told so.
bool can_be_told(std::string_view rule);

/// A record by its name, and the names of what it stands in: `meetings/2017-q3/resolutions/r1` is
/// “the text of that resolution”. The form itself where it names nothing that is known.
std::string record_in_words(const ReportCase&, std::string_view form);
/// What a waiver excuses: the record and what is wrong with it.
std::string what_is_waived(const ReportCase&, const Waiver&);

}  // namespace lianxi
