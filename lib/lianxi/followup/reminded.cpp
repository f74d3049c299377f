#include <algorithm>

#include <lianxi/followup/record_forms.hpp>
#include <lianxi/followup/reminded.hpp>
#include <lianxi/records/reminders.hpp>

namespace lianxi {

Reminded::Reminded(const Book& book, Date as_of) {
  for (const Reminder& reminder : book.reminders) {
    if (!reminder.date || *reminder.date > as_of) continue;
    std::vector<std::string> forms;
    for (const Text& about : reminder.about) forms.push_back(canonical_record(*about));
    std::ranges::sort(forms);
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    const bool wild = std::ranges::any_of(
        forms, [](const std::string& form) { return form.find('*') != form.npos; });
    if (wild)
      with_wildcards_.push_back(std::move(forms));
    else
      for (const std::string& form : forms) ++by_record_[form];
  }
}

int Reminded::naming(const std::string& record) const {
  const auto at = by_record_.find(record);
  const auto wild = std::ranges::count_if(with_wildcards_, [&](const auto& forms) {
    return std::ranges::any_of(forms,
                               [&](const std::string& form) { return names_record(form, record); });
  });
  return (at == by_record_.end() ? 0 : at->second) + int(wild);
}

}  // namespace lianxi
