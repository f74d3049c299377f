// Folders that are written whole or not at all.
#pragma once
#include <filesystem>
#include <string_view>

#include <lianxi/base/error.hpp>
#include <lianxi/base/signals_held_back.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// A folder in the making: hidden beside the one that it is to be, and gone again unless it takes
/// its name. What stands there is replaced in one step where the file system can exchange two
/// folders, else in two. Throws Error where something cannot be written; then what stood there
/// still does.
class WholeFolder {
 public:
  explicit WholeFolder(std::filesystem::path target);
  ~WholeFolder();
  WholeFolder(const WholeFolder&) = delete;
  WholeFolder& operator=(const WholeFolder&) = delete;

  /// Writes a file; its path is relative to the folder, folders on the way are made.
  void write(const std::filesystem::path& file, std::string_view bytes);
  /// Nothing is flushed: what a power cut takes has to be written again.
  void take_name();

 private:
  void replace();

  SignalsHeldBack held_;
  std::filesystem::path target_, path_;
  int open_ = -1;  ///< Held, so that nobody takes the folder for one that was left behind.
};

}  // namespace lianxi
