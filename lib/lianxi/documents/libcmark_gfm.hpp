// cmark-gfm and its extensions, loaded when HTML is made.
#pragma once
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <lianxi/base/on_demand.hpp>

namespace lianxi {

inline constinit const LibraryOnDemand cmark_extensions_library(found::libcmark_gfm_extensions,
                                                                {"no HTML can be made",
                                                                 "无法生成 HTML"});

FUNCTION_ON_DEMAND(cmark_extensions_library, cmark_gfm_core_extensions_ensure_registered)

inline constinit const LibraryOnDemand cmark_library(found::libcmark_gfm,
                                                     {"no HTML can be made", "无法生成 HTML"});

FUNCTION_ON_DEMAND(cmark_library, cmark_find_syntax_extension)
FUNCTION_ON_DEMAND(cmark_library, cmark_node_free)
FUNCTION_ON_DEMAND(cmark_library, cmark_parser_attach_syntax_extension)
FUNCTION_ON_DEMAND(cmark_library, cmark_parser_feed)
FUNCTION_ON_DEMAND(cmark_library, cmark_parser_finish)
FUNCTION_ON_DEMAND(cmark_library, cmark_parser_free)
FUNCTION_ON_DEMAND(cmark_library, cmark_parser_get_syntax_extensions)
FUNCTION_ON_DEMAND(cmark_library, cmark_parser_new)
FUNCTION_ON_DEMAND(cmark_library, cmark_render_html)

}  // namespace lianxi
