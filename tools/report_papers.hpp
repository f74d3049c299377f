// Several papers at once: a folder of them, and files held against the records.
#pragma once
#include <optional>

#include <lianxi/reports/report.hpp>

#include "report_output.hpp"

namespace lianxi::tool {

/// Writes into the folder -o every paper of the request's period and their list; with a kind one
/// of it for each unit. None is written where one of the files was changed by hand. The audience is
/// each kind's own where none is named. The exit status.
int put_out_folder(const Session&, const ReportOutput&, const ReportRequest&,
                   std::optional<Audience>, const ReportKind*);

/// Makes each file again as its mark says, a .docx in an office's own style where one is named, and
/// shows what differs; the exit status.
int check_files(Session&, const std::vector<std::string>& files, const std::string& style);

}  // namespace lianxi::tool
