#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <new>
#include <optional>
#include <string>
#include <vector>
#include <zlib.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/git/libgit2.hpp>
#include <lianxi/git/loose_objects.hpp>

namespace fs = std::filesystem;

namespace lianxi {
namespace {

/// The folders that a repository has objects in: its own, and those it borrows from.
class ObjectFolders {
 public:
  explicit ObjectFolders(const fs::path& own) {
    for (const char* name : {"GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"})
      if (const char* named = std::getenv(name)) add_parted(named);
    add(own, 0);
  }

  const std::vector<fs::path>& all() const { return all_; }

 private:
  void add_parted(std::string_view named) {
    while (!named.empty()) {
      const auto one = named.substr(0, named.find(':'));
      named.remove_prefix(std::min(one.size() + 1, named.size()));
      if (!one.empty()) add(one, 0);
    }
  }

  void add(const fs::path& folder, int depth) {
    constexpr int deepest = 5;  // as git goes
    all_.push_back(folder);
    std::ifstream borrowed(folder / "info" / "alternates");
    for (std::string line; depth < deepest && std::getline(borrowed, line);)
      if (!line.empty() && line.front() != '#') add(folder / line, depth + 1);
  }

  std::vector<fs::path> all_;
};

constexpr std::size_t all_of_it = ~std::size_t(0);

/// The bytes of a file, or as many of its first as are enough.
std::string packed_bytes(const fs::path& path, std::size_t enough = all_of_it) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error) return {};
  std::string bytes(std::min<std::size_t>(size, enough), '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), std::streamsize(bytes.size()));
  bytes.resize(std::size_t(file.gcount()));
  return bytes;
}

/// The bytes that a file holds packed; `enough` of them do. Nothing where they are cut off, or no
/// such bytes at all.
std::optional<std::string> unpacked(std::string packed, std::size_t enough) {
  z_stream stream = {};
  const int begun = inflateInit(&stream);
  if (begun == Z_MEM_ERROR) throw std::bad_alloc();
  if (begun != Z_OK) return std::nullopt;
  stream.next_in = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_in = uInt(packed.size());
  std::string out;
  int result = Z_OK;
  while (result == Z_OK && out.size() < enough) {
    char piece[16384];
    stream.next_out = reinterpret_cast<Bytef*>(piece);
    stream.avail_out = sizeof piece;
    result = inflate(&stream, Z_NO_FLUSH);
    out.append(piece, sizeof piece - stream.avail_out);
  }
  inflateEnd(&stream);
  if (result == Z_MEM_ERROR) throw std::bad_alloc();
  return result == Z_STREAM_END || out.size() >= enough ? std::optional(std::move(out))
                                                        : std::nullopt;
}

struct Header {
  git_object_t type = GIT_OBJECT_INVALID;
  std::size_t size = 0, length = 0;  ///< Of the object, and of the header itself.
};

/// `blob 12` and a NUL.
std::optional<Header> header_of(std::string_view bytes) {
  constexpr std::pair<std::string_view, git_object_t> types[] = {{"commit ", GIT_OBJECT_COMMIT},
                                                                 {"tree ", GIT_OBJECT_TREE},
                                                                 {"blob ", GIT_OBJECT_BLOB},
                                                                 {"tag ", GIT_OBJECT_TAG}};
  const auto end = bytes.find('\0');
  for (const auto& [word, type] : types) {
    if (end == bytes.npos || !bytes.starts_with(word)) continue;
    Header header{type, 0, end + 1};
    const auto [last, error] =
        std::from_chars(bytes.data() + word.size(), bytes.data() + end, header.size);
    if (error == std::errc() && last == bytes.data() + end) return header;
  }
  return std::nullopt;
}

/// What libgit2 asks before it looks itself: first comes its own part, as in C.
struct LooseObjects {
  git_odb_backend base = {};
  std::vector<fs::path> folders = {};

  std::optional<fs::path> file(const git_oid& id) const {
    const std::string hex = hex_of(id);
    std::error_code error;
    for (const fs::path& folder : folders)
      if (auto path = folder / hex.substr(0, 2) / hex.substr(2); fs::is_regular_file(path, error))
        return path;
    return std::nullopt;
  }

  /// The only file whose name begins so.
  std::optional<fs::path> file_that_begins(const git_oid& id, std::size_t digits) const {
    const std::string hex = hex_of(id).substr(0, digits);
    std::optional<fs::path> found;
    std::error_code error;
    for (const fs::path& folder : folders)
      for (fs::directory_iterator entry(folder / hex.substr(0, 2), error), end;
           !error && entry != end; entry.increment(error)) {
        if (!entry->path().filename().native().starts_with(hex.substr(2))) continue;
        if (found) return std::nullopt;
        found = entry->path();
      }
    return found;
  }

  static std::string hex_of(const git_oid& id) {
    std::string hex;
    for (const unsigned char byte : id.id) hex += fmt::format("{:02x}", byte);
    return hex;
  }
};

int cut_off() {
  git_error_set_str(GIT_ERROR_ODB, "the object is cut off or no object at all");
  return GIT_ERROR;
}

/// No exception may go through libgit2.
template <class Work>
int within_memory(const Work& work) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    git_error_set_oom();
    return GIT_ERROR;
  }
}

int read_object(void** data, std::size_t* size, git_object_t* type, git_odb_backend* base,
                const git_oid* id) {
  return within_memory([&] {
    const auto path = reinterpret_cast<const LooseObjects*>(base)->file(*id);
    if (!path) return int(GIT_PASSTHROUGH);
    const auto bytes = unpacked(packed_bytes(*path), all_of_it);
    const auto header = bytes ? header_of(*bytes) : std::nullopt;
    if (!header || bytes->size() - header->length != header->size) return cut_off();
    *data = git_odb_backend_data_alloc(base, header->size + 1);
    if (!*data) throw std::bad_alloc();
    std::memcpy(*data, bytes->c_str() + header->length, header->size + 1);
    *size = header->size;
    *type = header->type;
    return int(GIT_OK);
  });
}

int read_header(std::size_t* size, git_object_t* type, git_odb_backend* base, const git_oid* id) {
  constexpr std::size_t longest = 64, packed = 4096;
  return within_memory([&] {
    const auto path = reinterpret_cast<const LooseObjects*>(base)->file(*id);
    if (!path) return int(GIT_PASSTHROUGH);
    const auto bytes = unpacked(packed_bytes(*path, packed), longest);
    const auto header = bytes ? header_of(*bytes) : std::nullopt;
    if (!header) return cut_off();
    *size = header->size;
    *type = header->type;
    return int(GIT_OK);
  });
}

/// Only looks whether libgit2 may: how a short name is told apart is left to it.
// NOLINTNEXTLINE(readability-function-size): libgit2 says what it is given
int read_by_prefix(git_oid*, void**, std::size_t*, git_object_t*, git_odb_backend* base,
                   const git_oid* id, std::size_t digits) {
  return within_memory([&] {
    const auto path = reinterpret_cast<const LooseObjects*>(base)->file_that_begins(*id, digits);
    return !path || unpacked(packed_bytes(*path), all_of_it) ? int(GIT_PASSTHROUGH) : cut_off();
  });
}

void free_objects(git_odb_backend* base) { delete reinterpret_cast<LooseObjects*>(base); }

}  // namespace

void read_loose_objects(git_repository* repository) {
  git_odb* objects = nullptr;
  check_git(git_repository_odb(&objects, repository),
            say({"the git repository cannot be read", "无法读取 git 仓库"}));
  const GitOdb owned(objects);
  auto own = std::make_unique<LooseObjects>();
  own->folders = ObjectFolders(fs::path(git_repository_commondir(repository)) / "objects").all();
  git_odb_init_backend(&own->base, GIT_ODB_BACKEND_VERSION);
  own->base.read = read_object;
  own->base.read_header = read_header;
  own->base.read_prefix = read_by_prefix;
  own->base.free = free_objects;
  constexpr int before_all_others = 10;
  check_git(git_odb_add_backend(objects, &own->base, before_all_others),
            say({"the git repository cannot be read", "无法读取 git 仓库"}));
  own.release();  // NOLINT(bugprone-unused-return-value): the repository frees it
}

}  // namespace lianxi
