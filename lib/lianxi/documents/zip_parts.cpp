#include <memory>

#include <lianxi/base/error.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/documents/zip_parts.hpp>
#include <lianxi/sheets/libzip.hpp>

namespace lianxi {
namespace {

constexpr zip_uint64_t largest_part = 64U << 20U;
/// 1 January 2020, 00:00, as zips write it, whatever the time zone.
constexpr zip_uint16_t day_of_parts = (40U << 9U) | (1U << 5U) | 1U, time_of_parts = 0;

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

[[noreturn]] void fail() {
  throw Error(say({"the file made is no zip", "生成的文件不是 zip 格式"}));
}

/// An archive in memory, opened for reading; null where the bytes are none.
struct Archive {
  explicit Archive(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source) {
      zip_source_keep(source);
      zip = zip_open_from_source(source, 0, &error);
      if (!zip) zip_source_free(source);  // what opening would have taken over
    }
    zip_error_fini(&error);
  }
  ~Archive() {
    if (zip) zip_discard(zip);
    if (source) zip_source_free(source);
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  zip_source_t* source = nullptr;
  zip_t* zip = nullptr;
};

void put(zip_t* zip, const std::string& name, const std::string& bytes) {
  zip_source_t* part = zip_source_buffer(zip, bytes.data(), bytes.size(), 0);
  const zip_int64_t at = zip_file_add(zip, name.c_str(), part, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8);
  if (at < 0) {
    zip_source_free(part);
    fail();
  }
  zip_file_set_dostime(zip, zip_uint64_t(at), time_of_parts, day_of_parts, 0);
}

std::string bytes_of(zip_source_t* source) {
  zip_stat_t status;
  if (zip_source_stat(source, &status) != 0 || zip_source_open(source) != 0) fail();
  std::string bytes(std::size_t(status.size), '\0');
  const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (read != zip_int64_t(bytes.size())) fail();
  return bytes;
}

}  // namespace

std::optional<std::string> zip_part(std::string_view zip, const std::string& name) {
  const Archive archive(zip);
  zip_stat_t status;
  if (!archive.zip || zip_stat(archive.zip, name.c_str(), 0, &status) != 0 ||
      !(status.valid & ZIP_STAT_SIZE) || status.size > largest_part)
    return std::nullopt;
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(archive.zip, name.c_str(), 0));
  std::string bytes(std::size_t(status.size), '\0');
  if (!file || zip_fread(file.get(), bytes.data(), bytes.size()) != zip_int64_t(bytes.size()))
    return std::nullopt;
  return bytes;
}

std::set<std::string> zip_names(std::string_view zip) {
  const Archive archive(zip);
  std::set<std::string> names;
  const zip_int64_t count = archive.zip ? zip_get_num_entries(archive.zip, 0) : 0;
  for (zip_int64_t i = 0; i < count; ++i)
    if (const char* name = zip_get_name(archive.zip, zip_uint64_t(i), 0)) names.insert(name);
  return names;
}

std::string with_parts(std::string_view zip, const std::map<std::string, std::string>& parts) {
  Archive archive(zip);
  if (!archive.zip) fail();
  for (const auto& [name, bytes] : parts) put(archive.zip, name, bytes);
  if (zip_close(archive.zip) != 0) fail();
  archive.zip = nullptr;
  return bytes_of(archive.source);
}

}  // namespace lianxi
