// Who committed each report and each closure first.
#pragma once
#include <map>
#include <string>
#include <string_view>

#include <lianxi/export.hpp>
#include <lianxi/history/book_history.hpp>

namespace lianxi LIANXI_EXPORT {

class Book;
struct Closure;
struct Meeting;
struct Resolution;

/// Who brought a record into the history of the book, and when.
struct FirstCommit {
  std::string author, email, day, revision;
};

/// The first commits of follow-ups and closures, by their names. What is not committed yet, or came
/// before what a shallow clone has, is not there.
struct Authorship {
  std::map<std::string, FirstCommit, std::less<>> first = {};

  const FirstCommit* of(std::string_view name) const;
};

/// A closure's name here: those of a resolution are told apart by their days.
std::string name_of_closure(const Meeting&, const Resolution&, const Closure&);

/// One that was given another name or day, in a commit that leaves no doubt which it was, keeps its
/// first commit. O(commits + bytes of the files that changed and may hold any).
Authorship authorship_of(const BookHistory&, const Book& now);

}  // namespace lianxi
