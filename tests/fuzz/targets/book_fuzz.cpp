// A whole book, in memory: files in, then one of the things that commands do with a book. Whatever
// the files hold, what is printed can be read by those for whom it is meant.
#include <lianxi/book/book.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/documents/html.hpp>
#include <lianxi/documents/json.hpp>
#include <lianxi/documents/markdown.hpp>
#include <lianxi/exchange/book_tables.hpp>
#include <lianxi/exchange/calendar.hpp>
#include <lianxi/exchange/due_csv.hpp>
#include <lianxi/exchange/due_json.hpp>
#include <lianxi/exchange/due_text.hpp>
#include <lianxi/exchange/export_files.hpp>
#include <lianxi/exchange/figure_sources.hpp>
#include <lianxi/exchange/figures_csv.hpp>
#include <lianxi/exchange/figures_json.hpp>
#include <lianxi/exchange/figures_text.hpp>
#include <lianxi/exchange/findings_github.hpp>
#include <lianxi/exchange/findings_gitlab.hpp>
#include <lianxi/exchange/findings_json.hpp>
#include <lianxi/exchange/findings_sarif.hpp>
#include <lianxi/exchange/findings_text.hpp>
#include <lianxi/exchange/followup_csv.hpp>
#include <lianxi/exchange/followup_text.hpp>
#include <lianxi/exchange/record_text.hpp>
#include <lianxi/exchange/record_view_json.hpp>
#include <lianxi/exchange/table_json.hpp>
#include <lianxi/exchange/table_print.hpp>
#include <lianxi/figures/figure_paths.hpp>
#include <lianxi/figures/figures.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/record_meaning.hpp>
#include <lianxi/reports/followup_document.hpp>
#include <lianxi/reports/paper_list.hpp>
#include <lianxi/reports/report.hpp>
#include <lianxi/rules/due_items.hpp>
#include <lianxi/rules/judge.hpp>
#include <lianxi/rules/record_view.hpp>
#include <lianxi/tables/facts.hpp>
#include <lianxi/tables/table.hpp>

#include "input.hpp"

using namespace lianxi;

namespace {

struct Case {
  fuzz::Input& input;
  const Book& book;
  Date as_of;
  Language language;
  Period period;
};

template <class Print>
void must_print_readable(const Print& print) {
  fuzz::must_be_readable(gathered(print));
}

template <class Print>
void must_print_json(const Print& print) {
  fuzz::must_be_json(gathered(print));
}

void validate_book(Case& c) {
  const Verdict verdict = validate({c.book, c.as_of, true});
  switch (c.input.choice(5)) {
    case 0:
      return must_print_readable([&](const TextOutput& out) {
        findings_text(c.book, verdict, {.language = c.language, .all = true}, out);
      });
    case 1:
      return must_print_json([&](const TextOutput& out) { validate_json(c.book, verdict, out); });
    case 2:
      return must_print_json(
          [&](const TextOutput& out) { findings_sarif(c.book, verdict, c.language, "", out); });
    case 3:
      return must_print_json(
          [&](const TextOutput& out) { findings_gitlab(c.book, verdict, c.language, "", out); });
    default:
      return must_print_readable(
          [&](const TextOutput& out) { findings_github(c.book, verdict, c.language, "", out); });
  }
}

void follow_up(Case& c) {
  const Compliance compliance = compliance_of(c.book, c.as_of, c.period);
  const Verdict verdict = judge(compliance);
  switch (c.input.choice(4)) {
    case 0:
      return must_print_readable([&](const TextOutput& out) {
        followup_text(compliance, verdict, {.language = c.language, .all = true}, {}, out);
      });
    case 1:
      return must_print_json(
          [&](const TextOutput& out) { followup_json(compliance, verdict, {}, {}, out); });
    case 2:
      return fuzz::must_be_readable(
          to_markdown(followup_document(compliance, verdict, c.language)));
    default:
      return fuzz::must_be_readable(followup_csv(compliance, c.language));
  }
}

void figures(Case& c) {
  const Figures all = figures_of(c.book, c.as_of, c.period);
  fuzz::must_be_json(to_json(all));
  fuzz::must_be_readable(to_table(all, c.language));
  fuzz::must_be_readable(figures_csv(all, c.language));
}

std::string subject_for(Case& c, const ReportKind& kind) {
  const auto subjects = subjects_of(kind, c.book);
  return subjects.empty() ? "" : subjects[c.input.choice(subjects.size())];
}

void report(Case& c) {
  const auto kinds = all_reports();
  const ReportKind& kind = *kinds[c.input.choice(kinds.size())];
  const auto audience = Audience(c.input.choice(3));
  const std::string subject = subject_for(c, kind);
  if (kind.subject != Subject::none && subject.empty()) return;
  const Period period = suits(kind, c.period) ? c.period : default_period(kind, c.as_of);
  const Document document =
      make_report(kind, {c.book, c.as_of, period, c.language, subject, audience});
  fuzz::must_be_readable(to_markdown(document));
  fuzz::must_be_json(to_json(document));
}

void page(Case& c) {
  const auto kinds = all_reports();
  const ReportKind& kind = *kinds[c.input.choice(kinds.size())];
  const std::string subject = subject_for(c, kind);
  if (kind.subject != Subject::none && subject.empty()) return;
  const Document document =
      make_report(kind, {c.book, c.as_of, default_period(kind, c.as_of), c.language, subject});
  fuzz::must_be_readable(to_html(document));
}

void list(Case& c) {
  const auto& kinds = all_tables();
  Table table =
      make_table(kinds[c.input.choice(kinds.size())], std::make_shared<BookFacts>(c.book, c.as_of));
  narrow_to_period(table, c.period);
  const TableView view{table, usual_columns(table)};
  fuzz::must_be_readable(table_text(view, c.language, 80));
  fuzz::must_be_readable(table_csv(view, c.language));
  fuzz::must_be_readable(table_markdown(view, c.language));
}

void export_book(Case& c) {
  const BookTablesRequest request{c.book, c.as_of, c.period, Audience(c.input.choice(3))};
  fuzz::must_be_json(export_json(request, {"all", {}}));
}

void due(Case& c) {
  const Compliance compliance = compliance_of(c.book, c.as_of);
  const DueItems items = due_items(compliance, c.period);
  fuzz::must_be_readable(due_text(items, {.language = c.language}));
  fuzz::must_be_json(due_json(items, {}));
  fuzz::must_be_readable(due_csv(items, c.language));
}

/// Every record can be shown by the name that it is called by.
void show(Case& c) {
  const auto collections = all_collections();
  const Collection& collection = collections[c.input.choice(collections.size())];
  const std::size_t records = collection.size(c.book);
  if (records == 0) return;
  const RecordPath path = path_to(c.book, collection, c.input.choice(records));
  const RecordView view = view_of({c.book, c.as_of, true}, {path, name_of(c.book, path), ""});
  fuzz::must_be_readable(record_text(view, {.language = c.language}));
  fuzz::must_be_json(record_json(view, {}));
}

void trace_figures(Case& c) {
  const auto figures = all_figures(figures_of(c.book, c.as_of, c.period));
  for (std::size_t i = 0; i < 4 && !figures.empty(); ++i) {
    const std::string& path = figures[(i * 64 + c.input.choice(256)) % figures.size()].path;
    const auto explained = explain_figure(c.book, c.as_of, c.period, path);
    fuzz::must(explained.has_value(), "a figure that cannot be explained", path);
    fuzz::must_be_readable(explained_text(*explained, c.language));
    fuzz::must_be_json(explained_json(*explained));
  }
}

constexpr void (*actions[])(Case&) = {validate_book, follow_up, figures, report,        page,  list,
                                      export_book,   due,       show,    trace_figures, report};

std::vector<InputFile> files_in(const fuzz::Input& input) {
  static constexpr const char* paths[] = {"book.yaml", "meetings/2017.yaml", "会议.yml", "z.yaml"};
  std::vector<InputFile> files;
  for (std::string& part : input.parts())
    files.push_back({paths[files.size() % std::size(paths)] +
                         (files.size() < std::size(paths) ? "" : std::to_string(files.size())),
                     FileBytes(std::move(part))});
  return files;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  static const Date days[] = {*Date::make(2017, 9, 30), *Date::make(2018, 1, 1),
                              *Date::make(1900, 1, 1), *Date::make(2199, 12, 31)};
  const auto action = actions[input.choice(std::size(actions))];
  const Date as_of = days[input.choice(std::size(days))];
  const auto language = input.choice(2) == 0 ? Language::zh : Language::en;
  static constexpr const char* periods[] = {"all",     "2017-Q3",      "2017",
                                            "2017-09", "this-quarter", "..2017-08-15"};
  const Period period = *read_period(periods[input.choice(std::size(periods))], as_of);
  // What the action chooses further is read as the end of the last file too, which harms nobody.
  const Book book = Book::read(files_in(input));
  Case c{input, book, as_of, language, period};
  action(c);
  return 0;
}
