#include <algorithm>
#include <unordered_map>

#include <lianxi/book/book_source.hpp>

namespace fs = std::filesystem;

namespace lianxi LIANXI_EXPORT {
namespace {

class FolderSource : public BookSource {
 public:
  explicit FolderSource(const fs::path& root) : root_(root) {
    std::error_code error;
    real_root_ = fs::canonical(root_, error);
  }

  std::vector<InputFile> files(unsigned jobs) const override { return read_folder(root_, jobs); }

  Found find(const fs::path& relative) const override {
    const fs::path* folder = real_folder(relative.parent_path());
    if (!folder) return Found::missing;
    std::error_code error;
    const fs::path path = *folder / relative.filename();
    const auto status = fs::symlink_status(path, error);
    const fs::path real = fs::is_symlink(status) ? fs::canonical(path, error) : path;
    if (error) return Found::missing;
    if (!is_inside(real)) return Found::outside;
    return fs::is_regular_file(real, error) ? Found::file : Found::missing;
  }

 private:
  /// A folder of the book with all links followed, or null where there is none. Many
  /// paths name files of few folders.
  const fs::path* real_folder(const fs::path& relative) const {
    const auto [at, is_new] = folders_.try_emplace(relative.native());
    std::error_code error;
    if (is_new) at->second = fs::canonical(root_ / relative, error);
    return at->second.empty() ? nullptr : &at->second;
  }

  bool is_inside(const fs::path& real) const {
    const auto [end, ignored] =
        std::mismatch(real_root_.begin(), real_root_.end(), real.begin(), real.end());
    return end == real_root_.end();
  }

  fs::path root_, real_root_;
  mutable std::unordered_map<std::string, fs::path> folders_;
};

}  // namespace

std::unique_ptr<BookSource> folder_source(const fs::path& folder) {
  return std::make_unique<FolderSource>(folder);
}

}  // namespace lianxi
