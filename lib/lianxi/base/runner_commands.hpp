// What runs a job, such as GitHub's runner, reads the job's output for commands.
#pragma once
#include <string>
#include <string_view>

namespace lianxi {

/// Whether a line is one of GitHub's commands, `::set-env name=x::…`, with blanks before it or
/// none.
bool begins_command(std::string_view line);

/// What is written for a sign so that it is none to a runner, and yet the same to the reader.
struct SignsWritten {
  std::string_view sharp, colon;
};

/// No line of JSON begins with a text, so that its colons need no other writing.
inline constexpr SignsWritten signs_in_json{.sharp = "\\u0023", .colon = ":"};
inline constexpr SignsWritten signs_in_html{.sharp = "&#35;", .colon = "&#58;"};

/// The text without commands: of `##[group]`, `##vso[…]` and their like the second sign is
/// written otherwise, and the first one of a line that is a command.
std::string without_commands(std::string text, const SignsWritten& written);

}  // namespace lianxi
