// The tables that the JSON Schemas of the outputs are made from.
#pragma once
#include <span>
#include <string_view>

namespace lianxi::json {

/// A key of an object and what stands there, in a notation of its own:
///
///   text, date, amount …   a scalar, see output_schemas.cpp; meeting, COUNT … another shape
///   anything               what a record's field may hold
///   one of a b c           one of these words
///   = 2                    this very number
///   [X]  {X}               a list of X; an object whose keys the book gives, with an X each
///   X | Y                  the one or the other
///   X?                     or null
///
/// A key that ends in `?` may be left out.
struct OutputKey {
  std::string_view name, type;
};

/// An object with exactly these keys.
struct OutputShape {
  std::string_view name;
  std::span<const OutputKey> keys;
};

/// Every shape but those that the figures declare. A command's own has the command's name.
std::span<const OutputShape> output_shapes();

}  // namespace lianxi::json
