// How the scalars of records stand in JSON.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <lianxi/base/language.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi::json {

/// How a scalar stands in JSON.
struct Scalar {
  std::string name;                ///< Of its definition.
  std::vector<const char*> types;  ///< The first is the usual one.
  std::string pattern;             ///< Of a string without white space around it; "" is any.
  Bilingual expected;
  std::optional<std::int64_t> most = {};  ///< Of a number.
  std::int64_t least = 0;                 ///< Of what has a most.
};

/// Of a type that is neither a choice nor made of others.
Scalar scalar_of(const ValueType&);

}  // namespace lianxi::json
