// Text in another encoding than UTF-8: which it is, and what it says.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace lianxi {

/// The encoding of bytes that are not UTF-8, by iconv's name for it: `UTF-16` and `UTF-32`
/// with a byte order mark, `UTF-16LE`, … without, `GB18030`; "" where it is none of these.
std::string_view foreign_encoding(std::string_view bytes);

/// Whether some lines are Chinese in UTF-8 and the line at `bad` is in GB18030: no
/// conversion of the whole can be right then.
bool mixes_encodings(std::string_view bytes, std::size_t bad);

/// The text in UTF-8, without a byte order mark. Nothing where it is not certain: bytes
/// that do not come back the same, characters that no office writes.
std::optional<std::string> in_utf8(std::string_view bytes);

}  // namespace lianxi
