#include <memory>

#include <lianxi/base/error.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/sheets/libzip.hpp>
#include <lianxi/sheets/limits.hpp>
#include <lianxi/sheets/office_archive.hpp>

namespace lianxi {
namespace {

struct CloseZipPart {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

Error damaged_archive() {
  return Error(
      say({"the file is damaged", "文件已损坏"}),
      say({"open it in a spreadsheet program and save it anew", "请用表格软件打开后另存一份"}));
}

Error too_large() {
  return Error(
      say({"the file is too large once unpacked", "文件解压后过大"}),
      say({"take the sheet out of it into a file of its own", "请把工作表单独另存为一个文件"}));
}

}  // namespace

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

OfficeArchive::OfficeArchive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  zip_error_fini(&error);
  if (!zip) {
    if (source) zip_source_free(source);  // what opening would have taken over
    throw damaged_archive();
  }
  zip_ = zip;
}

OfficeArchive::~OfficeArchive() { zip_discard(static_cast<zip_t*>(zip_)); }

std::optional<std::string> OfficeArchive::part(const std::string& name) const {
  auto* zip = static_cast<zip_t*>(zip_);
  const zip_int64_t index = zip_name_locate(zip, name.c_str(), ZIP_FL_NOCASE);
  if (index < 0) return std::nullopt;
  const std::unique_ptr<zip_file_t, CloseZipPart> file(
      zip_fopen_index(zip, zip_uint64_t(index), 0));
  if (!file) throw damaged_archive();
  std::string bytes, buffer(1 << 16, '\0');
  for (;;) {
    const zip_int64_t read = zip_fread(file.get(), buffer.data(), buffer.size());
    if (read < 0) throw damaged_archive();
    if (read == 0) return bytes;
    bytes.append(buffer.data(), std::size_t(read));
    if (bytes.size() > largest_sheet_part) throw too_large();
  }
}

}  // namespace lianxi
