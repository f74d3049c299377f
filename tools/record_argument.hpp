// A RECORD that a command was given.
#pragma once
#include <optional>
#include <string>

#include <lianxi/followup/record_meaning.hpp>

#include "session.hpp"

namespace lianxi::tool {

/// The record or part that was written, in any of the ways of records_meant. Throws Error with the
/// candidates where it can mean several; where it means none, says so with the nearest on standard
/// error and gives nothing: the command then ends with found_errors.
std::optional<MeantRecord> record_argument(const Session&, const Book&, const std::string& written);

}  // namespace lianxi::tool
