// The parts of .xlsx and .ods files, which are zips of XML.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace lianxi {

/// Whether bytes begin as a zip does.
bool is_zip(std::string_view bytes);

/// A zip in memory; the bytes have to outlive it. Throws Error where it cannot be read.
class OfficeArchive {
 public:
  explicit OfficeArchive(std::string_view bytes);
  ~OfficeArchive();
  OfficeArchive(const OfficeArchive&) = delete;
  OfficeArchive& operator=(const OfficeArchive&) = delete;

  /// A part, nothing where there is none. Throws Error where it is damaged, encrypted or, unpacked,
  /// larger than any sheet: what its directory says of its size is not relied on.
  std::optional<std::string> part(const std::string& name) const;

 private:
  void* zip_ = nullptr;  // zip.h stays out of what includes this
};

}  // namespace lianxi
