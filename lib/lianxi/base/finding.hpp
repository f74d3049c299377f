// What is wrong, and where. Making a finding and printing it are different
// things: see exchange/ for the printers.
#pragma once
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/date.hpp>
#include <lianxi/base/language.hpp>
#include <lianxi/base/located.hpp>
#include <lianxi/base/rule_names.hpp>

namespace lianxi {

enum class Severity : std::uint8_t { off, info, warning, error };

/// The word for people: warning, 警告.
constexpr Bilingual severity_name(Severity severity) {
  constexpr Bilingual names[] = {
      {"off", "关闭"}, {"info", "提示"}, {"warning", "警告"}, {"error", "错误"}};
  static_assert(std::size(names) == std::size_t(Severity::error) + 1);
  return names[std::size_t(severity)];
}

/// Another place that helps to understand a finding: "first declared here".
struct Related {
  Place at = Place::none;
  Message message;
};

/// A change of a file's bytes that mends a fault for certain.
struct Edit {
  /// What a space or tab is to be replaced with may only show when it is tried: `each_tab`
  /// and `each_space` stand for one character and as many spaces as turn out to fit.
  enum class Filler : std::uint8_t { none, each_tab, each_space };

  Place at = Place::none;
  std::uint32_t size = 0;  ///< How many bytes are replaced.
  std::string replacement = {};
  Filler filler = Filler::none;
};

/// Whether something can still be done about a finding of `followup`, or it is history.
enum class Nature : std::uint8_t { open, fact };

/// What `followup` says of a finding besides: since when there is one, of what nature it is, and
/// whom it concerns.
struct Arisen {
  Date since = {};
  Nature nature = Nature::open;
  std::string_view unit = {};  ///< The unit's id, of a plan task perhaps a committee's; may be "".
};

/// One fault. `rule` is stable: people search for it, scripts rely on it. The
/// message may be reworded at any time.
struct Finding {
  RuleName rule;
  Place at = Place::none;
  std::string record = {};  ///< `meetings/2017-q3/resolutions/r1`; empty: a whole file's.
  Message message = {};
  Message hint = {};  ///< What to do about it; may be empty.
  std::vector<Related> related = {};
  std::vector<Edit> edits = {};  ///< What mends it, where that is certain; see book/mending.hpp.
  Arisen arisen = {};            ///< Of a finding of `followup`.
  /// Filled in when the book is judged, see rules/judge.hpp.
  Severity severity = Severity::error;
  std::string waived = {};  ///< The reason of the waiver that applies; empty: none.
};

/// Reading and judging go on after a fault, so one run finds them all.
using Findings = std::vector<Finding>;

}  // namespace lianxi
