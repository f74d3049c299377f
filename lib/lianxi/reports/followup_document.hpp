// Follow-up as a document, to hand on as Markdown.
#pragma once
#include <lianxi/documents/document.hpp>
#include <lianxi/reports/row_filter.hpp>

namespace lianxi LIANXI_EXPORT {

/// What needs doing and by whom, the sums, who reported on which meeting, and every
/// resolution. The verdict holds what is to be shown of the findings, see `narrow`.
Document followup_document(const Compliance&, const Verdict&, Language, const RowFilter& = {});

}  // namespace lianxi
