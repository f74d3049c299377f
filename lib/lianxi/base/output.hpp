// Where output goes that was given a name: into a file, or into what is no file to be replaced.
#pragma once
#include <filesystem>
#include <string_view>

#include <lianxi/base/error.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// Whether a path leads to what is written into instead of being replaced: a pipe, a terminal or
/// the like, or something that this program has open (`/dev/stdout`, `/dev/fd/3`), be it a file.
bool is_stream(const std::filesystem::path& path);

/// Writes into such a one, at the place where it stands. That nobody reads a pipe any more is no
/// error. Throws Error.
void write_stream(const std::filesystem::path& path, std::string_view bytes);

/// Writes to a stream, or a file whole in place of what stands there.
void write_output(const std::filesystem::path& path, std::string_view bytes);

/// Writes to what is open under that number; errno's number of what went wrong, 0 where all is
/// well.
int write_open(int file, std::string_view bytes);

}  // namespace lianxi
