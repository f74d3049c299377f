// Where a report goes: into a file, to standard output, or against a file of before.
#pragma once
#include <string>

#include <lianxi/documents/document.hpp>

#include "session.hpp"

namespace lianxi::tool {

/// What the command line says of the output.
struct ReportOutput {
  std::string format, file, check, charts;
};

/// Declares --format, -o, --check and --charts.
void declare_output_options(Options&, ReportOutput&);

/// Throws Error where the options do not go together.
void check_usage(const ReportOutput&);

/// Writes or compares; the exit status.
int put_out(const Session&, const ReportOutput&, const Document&);

}  // namespace lianxi::tool
