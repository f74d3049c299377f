// The names of the rules that other code than their own file speaks of: what is found while a
// file is read, and what reports and commands ask for by name. A rule that only its own file knows
// has its name there.
#pragma once
#include <compare>
#include <concepts>
#include <string_view>

namespace lianxi {

class RuleName;

/// A text that is no rule's name. clang finds `name == name` ambiguous where both would do.
template <class Text>
concept OtherText = std::convertible_to<Text, std::string_view> && !std::same_as<Text, RuleName>;

/// The name of a rule. It is not made from a plain text by itself, so that a misspelt one does not
/// compile.
class RuleName {
 public:
  constexpr RuleName() = default;
  constexpr explicit RuleName(std::string_view text) : text_(text) {}
  // NOLINTNEXTLINE(google-explicit-constructor): it is read like any other text
  constexpr operator std::string_view() const { return text_; }

  friend constexpr auto operator<=>(const RuleName&, const RuleName&) = default;
  friend constexpr bool operator==(const RuleName&, const RuleName&) = default;
  template <OtherText Text>
  friend constexpr bool operator==(const RuleName& name, const Text& text) {
    return name.text_ == std::string_view(text);
  }

 private:
  std::string_view text_;
};

namespace rule_names {
inline constexpr RuleName comment_in_value{"comment-in-value"};
inline constexpr RuleName duplicate_field{"duplicate-field"};
inline constexpr RuleName duplicate_key{"duplicate-key"};
inline constexpr RuleName expired_waiver{"expired-waiver"};
inline constexpr RuleName file_encoding{"file-encoding"};
inline constexpr RuleName file_ignored{"file-ignored"};
inline constexpr RuleName file_unreadable{"file-unreadable"};
inline constexpr RuleName fund_unpublished{"fund-unpublished"};
inline constexpr RuleName list_in_text{"list-in-text"};
inline constexpr RuleName merge_conflict{"merge-conflict"};
inline constexpr RuleName missing_field{"missing-field"};
inline constexpr RuleName name_for_id{"name-for-id"};
inline constexpr RuleName plan_task_overdue{"plan-task-overdue"};
inline constexpr RuleName report_missing{"report-missing"};
inline constexpr RuleName request_unanswered{"request-unanswered"};
inline constexpr RuleName resolution_overdue{"resolution-overdue"};
inline constexpr RuleName series_behind{"series-behind"};
inline constexpr RuleName unknown_collection{"unknown-collection"};
inline constexpr RuleName unknown_field{"unknown-field"};
inline constexpr RuleName unused_waiver{"unused-waiver"};
inline constexpr RuleName wrong_type{"wrong-type"};
inline constexpr RuleName yaml_subset{"yaml-subset"};
inline constexpr RuleName yaml_syntax{"yaml-syntax"};
}  // namespace rule_names

}  // namespace lianxi
