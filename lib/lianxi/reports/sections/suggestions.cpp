// Suggestions made at meetings, and what became of them.
#include <lianxi/followup/settled_suggestions.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/reports/sections/agreed.hpp>
#include <lianxi/reports/tables/suggestion_rows.hpp>

namespace lianxi {

std::string outcome_text(const ReportCase& c, const Suggestion& suggestion) {
  const bool open = is_open_on(suggestion, c.as_of) || !suggestion.outcome;
  if (open) return c.wording.choice(SuggestionOutcome::open);
  const std::string word = c.wording.choice(*suggestion.outcome);
  if (!suggestion.settled) return word;
  return c.wording(say({"{} on {}", "{}（{}）"}, word, c.wording.date(suggestion.settled)));
}

/// An answer is known from the day on which the matter was settled, or with the suggestion where
/// no day is given.
bool is_answered(const ReportCase& c, const Suggestion& suggestion) {
  return suggestion.reply && !(suggestion.settled && *suggestion.settled > c.as_of);
}

static std::string text_of(const ReportCase& c, const Suggestion& suggestion) {
  std::string text = c.wording.ended(suggestion.text.value_or(dash));
  if (suggestion.by) text += c.wording(say({" ({})", "（{}）"}, c.wording.named(*suggestion.by)));
  text += c.wording(say({"\nOutcome: {}", "\n办理情况：{}"}, outcome_text(c, suggestion)));
  if (suggestion.handler)
    text +=
        c.wording(say({"; handled by {}", "；承办单位：{}"}, c.wording.named(*suggestion.handler)));
  if (is_answered(c, suggestion))
    text += c.wording(say({"; answer: {}", "；答复：{}"}, *suggestion.reply));
  return c.wording.ended(text);
}

std::optional<doc::Section> sections::suggestions(const ReportCase& c, const Meeting& meeting) {
  if (meeting.suggestions.empty()) return std::nullopt;
  doc::Items items{.items = {}, .numbered = true};
  for (const Suggestion& suggestion : meeting.suggestions)
    items.items.push_back(text_of(c, suggestion));
  return doc::Section{c.wording(Bilingual{"Suggestions", "意见建议"}), {std::move(items)}};
}

}  // namespace lianxi
