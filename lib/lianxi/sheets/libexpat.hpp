// Expat, loaded when a workbook is read.
#pragma once
#include <expat.h>

#include <lianxi/base/on_demand.hpp>

namespace lianxi {

inline constinit const LibraryOnDemand expat_library(found::libexpat,
                                                     {"the workbook cannot be read",
                                                      "无法读取表格文件"});

FUNCTION_ON_DEMAND(expat_library, XML_ErrorString)
FUNCTION_ON_DEMAND(expat_library, XML_GetCurrentLineNumber)
FUNCTION_ON_DEMAND(expat_library, XML_GetErrorCode)
FUNCTION_ON_DEMAND(expat_library, XML_Parse)
FUNCTION_ON_DEMAND(expat_library, XML_ParserCreate)
FUNCTION_ON_DEMAND(expat_library, XML_ParserFree)
FUNCTION_ON_DEMAND(expat_library, XML_SetCharacterDataHandler)
FUNCTION_ON_DEMAND(expat_library, XML_SetElementHandler)
FUNCTION_ON_DEMAND(expat_library, XML_SetStartDoctypeDeclHandler)
FUNCTION_ON_DEMAND(expat_library, XML_SetUserData)
FUNCTION_ON_DEMAND(expat_library, XML_StopParser)

}  // namespace lianxi
