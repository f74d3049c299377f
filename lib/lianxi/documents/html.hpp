// Documents as pages of HTML.
#pragma once
#include <string>

#include <lianxi/documents/document.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

struct HtmlOptions {
  bool charts = true;  ///< As pictures in the page; without, the tables say it all.
};

/// One page that needs nothing else: no script, no network, light or dark as the reader's
/// screen is, always light on A4 paper. Whatever a text holds, readers see just that text,
/// and nothing in it becomes a link.
std::string to_html(const Document&, const HtmlOptions& = {});

}  // namespace lianxi
