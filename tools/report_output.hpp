// Where a report goes: into a file, to standard output, or against a file of before.
#pragma once
#include <string>
#include <vector>

#include <lianxi/documents/document.hpp>
#include <lianxi/documents/file_mark.hpp>

#include "session.hpp"

namespace lianxi::tool {

/// What the command line says of the output; empty where it says nothing.
struct ReportOutput {
  std::vector<std::string> formats, checks;
  std::string file, charts, style;
  bool force = false, provenance = false;

  bool is_given() const {
    return !(formats.empty() && file.empty() && checks.empty() && charts.empty() && style.empty() &&
             !force && !provenance);
  }
};

/// Declares --format, -o, --force, --check, --style, --charts and --provenance.
void declare_output_options(Options&, ReportOutput&);

/// One paper's way out.
struct PaperOutput {
  std::string format;
  std::string file;   ///< "" or - for standard output.
  std::string check;  ///< Compared with instead.
  bool charts = true;
  std::string style = {};  ///< Of a .docx, an office's own.
  bool force = false;      ///< Also over a file that was changed by hand.
};

/// Of a single paper: the format by --format or the file's ending. Throws Error where the options
/// do not go together.
PaperOutput settled(const ReportOutput&);

/// The formats of a folder's papers, Markdown where none is named.
std::vector<std::string_view> formats_for_folder(const ReportOutput&);

/// The format that a file's ending stands for; "" where it is none of them.
std::string_view format_of(const std::string& file);

/// What a file says that it is, see documents/file_mark.hpp.
std::optional<MarkedFile> mark_of_file(const std::string& path, const std::string& file);

/// What a file holds for whoever reads it: of an office program's the content of its parts.
std::string text_of_file(const std::string& path, const std::string& file);

/// The bytes of a file, which must be a regular one.
std::string read_file(const std::string& path);

/// The paper as a file has it, with the mark that says what it is.
std::string rendered(const Session&, const PaperOutput&, const Document&);

/// Throws Error where the file was changed by hand since it was written.
void refuse_changed_by_hand(const std::string& path);

/// Prints what of the file is no longer what the records give; whether anything is.
bool differs(const Session&, const std::string& path, const std::string& file,
             const std::string& now);

/// Writes or compares; the exit status.
int put_out(const Session&, const PaperOutput&, const Document&);

}  // namespace lianxi::tool
