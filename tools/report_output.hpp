// Where a report goes: into a file, to standard output, or against a file of before.
#pragma once
#include <string>

#include <lianxi/documents/document.hpp>

#include "session.hpp"

namespace lianxi::tool {

/// What the command line says of the output; empty where it says nothing.
struct ReportOutput {
  std::string format, file, check, charts;

  bool is_given() const {
    return !(format.empty() && file.empty() && check.empty() && charts.empty());
  }
};

/// Declares --format, -o, --check and --charts.
void declare_output_options(Options&, ReportOutput&);

/// With the format that a report comes out in, by --format or the file's ending. Throws Error
/// where the options do not go together.
ReportOutput settled(ReportOutput);

/// Writes or compares; the exit status.
int put_out(const Session&, const ReportOutput&, const Document&);

}  // namespace lianxi::tool
