#include <exception>
#include <new>
#include <variant>

#include <lianxi/base/parallel.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/exchange/rollup_fields.hpp>
#include <lianxi/exchange/rollup_reading.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using ReadBook = std::variant<RollupLine, BrokenBook>;

/// How severe a rule of `validate` is in this book.
Severity severity_in(const Book& book, std::string_view rule) {
  for (const SeverityEntry& entry : book.alliance()->severities)
    if (entry.rule && *entry.rule == rule && entry.level) return *entry.level;
  for (const auto* known : validate_rules())
    if (known->name == rule) return known->severity;
  return Severity::error;
}

/// The errors that reading met. To judge every record would take as long again.
int errors_of_reading(const Book& book) {
  int errors = 0;
  for (const Finding& finding : book.findings())
    errors += severity_in(book, finding.rule) == Severity::error;
  return errors;
}

/// Hands out the books to the threads one by one.
class BookReaders {
 public:
  BookReaders(std::span<const std::string> books, const RollupRequest& request)
      : books_(books), request_(request), results_(books.size()) {}

  std::vector<ReadBook> run() {
    in_parallel(request_.jobs, books_.size(),
                [&](std::size_t number, unsigned) { results_[number] = read(books_[number]); });
    return std::move(results_);
  }

 private:
  ReadBook read(const std::string& path) const {
    RollupLine line{.path = path, .book = {}, .figures = {}};
    std::optional<Book> book;
    try {
      const auto source = request_.source(path);
      book = Book::read(source->files(1));
      if (!book->alliance()) throw no_alliance();
      add_figures(*book, line);
    } catch (const Error& error) {
      return BrokenBook{path, error};
    } catch (const std::bad_alloc&) {
      throw;  // no fault of the book
    } catch (const std::exception& error) {
      return BrokenBook{path, Error(Message{error.what(), error.what()})};
    }
    if (request_.visit) request_.visit(*book, line);
    return line;
  }

  static Error no_alliance() {
    return Error(say({"its alliance could not be read", "其中的联盟信息无法读取"}));
  }

  void add_figures(const Book& book, RollupLine& line) const {
    line.book = book.name();
    line.record_errors = errors_of_reading(book);
    line.unread = book.unread();
    line.figures = rollup_figures_of(book, request_.as_of, request_.period);
  }

  std::span<const std::string> books_;
  const RollupRequest& request_;
  std::vector<ReadBook> results_;
};

}  // namespace

Rollup rollup_of(std::span<const std::string> books, const RollupRequest& request) {
  Rollup rollup{.as_of = request.as_of,
                .scope = Scope(request.period, request.as_of),
                .label = request.label,
                .lines = {},
                .broken = {},
                .totals = {}};
  for (ReadBook& result : BookReaders(books, request).run()) {
    if (auto* broken = std::get_if<BrokenBook>(&result)) {
      rollup.broken.push_back(std::move(*broken));
      continue;
    }
    auto& line = std::get<RollupLine>(result);
    rollup.totals += line.figures;
    rollup.record_errors += line.record_errors;
    rollup.unread += line.unread;
    rollup.lines.push_back(std::move(line));
  }
  return rollup;
}

}  // namespace lianxi
