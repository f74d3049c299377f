// All records of a book, indexed; read-only once it has been read.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/date.hpp>
#include <lianxi/base/finding.hpp>
#include <lianxi/book/record_sets.hpp>

namespace lianxi LIANXI_EXPORT {

class Sources;
struct InputFile;
struct PartChain;
struct Policy;
struct Resolution;
struct Task;
struct Topic;

/// A resolution or topic together with the meeting that it belongs to.
template <class T>
struct OfMeeting {
  const Meeting* meeting = nullptr;
  const T* part = nullptr;
  explicit operator bool() const { return part != nullptr; }
};

/// A book as it stood at one moment. Judging it as of a day is a matter of its users.
class Book : public RecordSets {
 public:
  Book();
  Book(Book&&) noexcept;
  Book& operator=(Book&&) noexcept;
  ~Book();

  /// Reads the files with `jobs` threads; what is wrong with them is in `findings()`,
  /// and everything else that could be read is in the book.
  static Book read(std::vector<InputFile> files, unsigned jobs = 1);
  /// A book of one file, for tests.
  static Book of(std::string text, std::string path = "book.yaml");

  const Sources& sources() const;
  /// What reading found, each with its rule, in no order.
  const Findings& findings() const;
  /// How many documents, records and values could not be read at all. O(findings).
  int unread() const;
  /// The records of which a text holds eleven digits or more, in the order of the book: no others
  /// can hold a personal number.
  const std::vector<RecordOfType>& with_digits() const;
  /// How many files belong to the book, read or not.
  std::size_t files() const;

  /// The first alliance, or null.
  const Alliance* alliance() const { return alliances.empty() ? nullptr : &alliances[0]; }
  /// The alliance's name, or "".
  std::string_view name() const;
  /// Its policy on a day: what stands after all its entries whose `from` is not after that day,
  /// in the order of `from`, then of the list; defaults where nothing is said. O(log entries).
  const Policy& policy_on(Date) const;
  std::optional<Date> founded() const;

  /// The record of that id, the first where several have it, or null. O(1).
  const Unit* unit(std::string_view id) const;
  const Committee* committee(std::string_view id) const;
  const Meeting* meeting(std::string_view id) const;
  const Fund* fund(std::string_view id) const;
  const Series* series_of(std::string_view id) const;
  const Project* project(std::string_view id) const;
  const Plan* plan(std::int32_t year) const;
  /// `MEETING/RESOLUTION`; or `r1` where `within` says of which meeting.
  OfMeeting<Resolution> resolution(std::string_view id, std::string_view within = {}) const;
  /// `MEETING/TOPIC`.
  OfMeeting<Topic> topic(std::string_view id) const;
  /// `YEAR/TASK`.
  const Task* task(std::string_view id) const;
  /// The unit that a text names by its id (full-width letters as ASCII), or null.
  const Unit* unit_named(std::string_view id_or_name) const;

  /// The unit that people mean by an id, name, short name, alias or former name; null where it
  /// names none, or several. An id wins over a name. O(1).
  const Unit* unit_by_any_name(std::string_view) const;

  /// What the unit was called on a day: by the former name with the earliest `until` on or after
  /// that day, else by its present one.
  std::string_view name_on(const Unit&, Date) const;
  /// Likewise its short name; the full one where it had none.
  std::string_view short_name_on(const Unit&, Date) const;
  /// Who headed it on a day; "" where nobody is recorded.
  std::string_view head_on(const Unit&, Date) const;

  /// All units by `order`, those without one after, then as they stand in the book.
  const std::vector<const Unit*>& units_in_order() const;
  /// Whether the unit is a member on that day: its role is member, it has joined (by
  /// default with the founding) and has not left.
  bool is_member(const Unit&, Date) const;

  /// Whether a document that may have held records of this collection could not be
  /// read, so that nobody can say what is missing from it.
  bool is_incomplete(const RecordType& collection) const;

  /// A waiver's number in its file and the file's path name it.
  std::string name_of(const Waiver&) const;
  /// The name of the smallest part with an id around a value, see schema/walk.hpp.
  std::string name_of(const PartChain&) const;

 private:
  friend class FileReader;
  struct State;  // see book_state.hpp

  void index(unsigned jobs);

  State* state_;  ///< Owned. Null after a move.
};

/// The record's name in findings: `meetings/2017-q3`.
template <class T>
std::string name_of(const T& record) {
  return std::string(T::type.en) + "/" + T::type.identify(&record);
}
/// A part's name: `meetings/2017-q3/resolutions/r1`.
template <class T, class P>
std::string name_of(const T& record, const P& part) {
  return name_of(record) + "/" + name_of(part);
}

}  // namespace lianxi
