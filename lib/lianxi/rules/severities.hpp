// How grave what each rule finds is in a book.
#pragma once
#include <string_view>
#include <unordered_map>

#include <lianxi/base/finding.hpp>

namespace lianxi {

class Book;

/// The severity of each rule of both commands, as the alliance has it.
std::unordered_map<std::string_view, Severity> severities_of(const Book&);

}  // namespace lianxi
