// Projects of units that the alliance pays for, from application to reimbursement.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

enum class Grade : std::uint8_t { excellent, good, pass, fail };
inline constexpr Word grade_words[] = {
    {"excellent", "优秀"}, {"good", "良好"}, {"pass", "合格"}, {"fail", "不合格"}};
constexpr std::span<const Word> words_of(Grade) { return grade_words; }

/// What was applied for.
struct Application : Part {
  Located<Date> date;
  Located<Amount> amount;

  static const RecordType type;
};

/// What was approved.
struct Approval : Part {
  Located<Date> date;
  Located<Amount> amount;
  Ref<Target::unit> by;

  static const RecordType type;
};

/// A look at a project under way.
struct Inspection : Part {
  Located<Date> date;
  Ref<Target::unit> by;
  Text finding;

  static const RecordType type;
};

/// The judgement of a finished project.
struct Acceptance : Part {
  Located<Date> date;
  Ref<Target::unit> by;
  Located<Grade> grade;

  static const RecordType type;
};

/// Money that a project spent.
struct Expense : Part {
  Located<Date> date;
  Text item;
  Located<Amount> amount;
  Text voucher;

  static const RecordType type;
};

/// Money that was paid back to the applicant.
struct Reimbursement : Part {
  Located<Date> date;
  Located<Amount> amount;

  static const RecordType type;
};

/// A project of a unit.
struct Project : Part {
  Id id;
  Text title;
  Ref<Target::unit> applicant;
  Ref<Target::committee> committee;
  Year year;
  Nested<Application> applied;
  Nested<Approval> approved;
  List<Inspection> inspections;
  Nested<Acceptance> accepted;
  List<Expense> expenses;
  Nested<Reimbursement> reimbursed;

  static const RecordType type;
};

}  // namespace lianxi
