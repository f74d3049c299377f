// What is worked out of a book as of a day, each when it is first asked for.
#pragma once
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>

#include <lianxi/base/date.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

class AchievedByTasks;
class Book;
struct Compliance;
struct Figures;
struct FundFigures;
struct Meeting;
struct MeetingCompliance;
struct Resolution;
struct ResolutionCompliance;
struct Verdict;

/// BookFacts of one book; the book has to outlive them.
class BookFacts {
 public:
  BookFacts(const Book&, Date as_of);
  ~BookFacts();
  BookFacts(const BookFacts&) = delete;
  BookFacts& operator=(const BookFacts&) = delete;

  const Book& book() const { return book_; }
  Date as_of() const { return as_of_; }

  /// Of the whole book.
  const Compliance& compliance();
  /// Null where it was not held by the day.
  const MeetingCompliance* of(const Meeting&);
  /// Null where its meeting was not held by the day.
  const ResolutionCompliance* of(const Resolution&);
  /// What `followup` finds.
  const Verdict& findings();
  /// Null where the book has no such fund.
  const FundFigures* fund(std::string_view id);
  const AchievedByTasks& achieved();

 private:
  const Book& book_;
  Date as_of_;
  std::unique_ptr<Compliance> compliance_;
  std::unique_ptr<Verdict> findings_;
  std::unique_ptr<Figures> figures_;
  std::unique_ptr<AchievedByTasks> achieved_;
  std::unordered_map<const Meeting*, const MeetingCompliance*> meetings_;
  std::unordered_map<const Resolution*, const ResolutionCompliance*> resolutions_;
};

}  // namespace lianxi
