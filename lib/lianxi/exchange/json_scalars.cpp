#include <fmt/format.h>

#include <lianxi/exchange/json_patterns.hpp>
#include <lianxi/exchange/json_scalars.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi::json {
namespace {

using Kind = ValueType::Kind;

constexpr Bilingual an_id{"an id: letters or digits first, then also . _ -",
                          "编号：文字或数字开头，其后可有 . _ -"};
constexpr Bilingual a_quantity{"a number such as 220, 约5500 or 4000.50",
                               "数值，如 220、约5500 或 4000.50"};
constexpr Bilingual a_joint_id{"ids joined by /, such as 2017-q3/r1",
                               "以 / 连接的编号，如 2017-q3/r1"};

Scalar reference(Target target) {
  switch (target) {
    case Target::resolution:
    case Target::topic:
    case Target::task:
      return {"joint-id", {"string"}, of_ids(2, 2), a_joint_id};
    case Target::resolution_of_meeting:
    case Target::meeting_or_resolution:
      return {"id-or-joint-id", {"string", "number", "boolean"}, of_ids(1, 2), an_id, INT64_MAX};
    default:
      break;
  }
  return {"id", {"string", "number", "boolean"}, of_ids(1, 1), an_id, INT64_MAX};
}

Scalar plain_scalar(const ValueType& type) {
  switch (type.kind) {
    case Kind::date:
      return {"date", {"string"}, of_dates(), Spelling<Date>::expected};
    case Kind::time:
      return {"time", {"string"}, of_times(), Spelling<Time>::expected};
    case Kind::integer:
      return {type.range->name,     {"integer", "string"}, of_integers(*type.range),
              type.range->expected, type.range->most,      type.range->least};
    case Kind::count:
      return {"count",
              {"integer", "string"},
              of_counts(),
              Spelling<Count>::expected,
              1'000'000'000'000};
    case Kind::amount:
      return {"amount",
              {"number", "string"},
              of_amounts(),
              Spelling<Amount>::expected,
              10'000'000'000'000};
    case Kind::quantity:
      return {"quantity",
              {"number", "string"},
              of_counts() + "|" + of_amounts(),
              a_quantity,
              10'000'000'000'000};
    case Kind::fraction:
      return {"fraction", {"string"}, of_fractions(), Spelling<Fraction>::expected};
    case Kind::id:
      return {"id", {"string", "number", "boolean"}, of_ids(1, 1), an_id, INT64_MAX};
    case Kind::ref:
      return reference(type.target);
    default:
      break;
  }
  return {"text", {"string", "number", "boolean"}, "", {"text", "文字"}};
}

}  // namespace

Scalar scalar_of(const ValueType& type) {
  Scalar scalar = plain_scalar(type);
  if (type.words.empty() || scalar.pattern.empty()) return scalar;
  scalar.name += fmt::format("-or-{}", type.words.front().en);
  scalar.pattern += "|" + of_words(type.words);
  return scalar;
}

}  // namespace lianxi::json
