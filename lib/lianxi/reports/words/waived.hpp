// What the conference has waived: it is still shown to those whom it concerns, and marked.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <lianxi/records/waivers.hpp>
#include <lianxi/reports/report_case.hpp>

namespace lianxi {

/// The waivers in force on a day.
class Waived {
 public:
  Waived(const Book& book, Date day) {
    for (const Waiver& waiver : book.waivers)
      if (waiver.rule && waiver.record && !(waiver.until && *waiver.until < day))
        known_.emplace(*waiver.rule, *waiver.record);
  }

  /// Whether a finding of that rule on that record does not count.
  bool contains(std::string_view rule, const std::string& record) const {
    return known_.contains(std::pair<std::string_view, std::string_view>(rule, record));
  }

 private:
  std::set<std::pair<std::string_view, std::string_view>> known_;
};

/// The text with the remark that the matter was waived.
inline std::string marked_as_waived(const Wording& wording, std::string_view text) {
  return wording(say({"{} (waived)", "{}（已豁免）"}, text));
}

}  // namespace lianxi
