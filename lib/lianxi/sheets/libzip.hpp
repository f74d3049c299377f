// libzip, loaded when a workbook is read or a document of an office program made. It draws in
// OpenSSL.
#pragma once
#include <zip.h>

#include <lianxi/base/on_demand.hpp>

namespace lianxi {

inline constinit const LibraryOnDemand zip_library(
    found::libzip, {"files of office programs cannot be read or made", "无法读取或生成办公文档"});

FUNCTION_ON_DEMAND(zip_library, zip_close)
FUNCTION_ON_DEMAND(zip_library, zip_discard)
FUNCTION_ON_DEMAND(zip_library, zip_error_fini)
FUNCTION_ON_DEMAND(zip_library, zip_error_init)
FUNCTION_ON_DEMAND(zip_library, zip_fclose)
FUNCTION_ON_DEMAND(zip_library, zip_file_add)
FUNCTION_ON_DEMAND(zip_library, zip_file_set_dostime)
FUNCTION_ON_DEMAND(zip_library, zip_fopen)
FUNCTION_ON_DEMAND(zip_library, zip_fopen_index)
FUNCTION_ON_DEMAND(zip_library, zip_fread)
FUNCTION_ON_DEMAND(zip_library, zip_get_name)
FUNCTION_ON_DEMAND(zip_library, zip_get_num_entries)
FUNCTION_ON_DEMAND(zip_library, zip_name_locate)
FUNCTION_ON_DEMAND(zip_library, zip_open_from_source)
FUNCTION_ON_DEMAND(zip_library, zip_source_buffer)
FUNCTION_ON_DEMAND(zip_library, zip_source_buffer_create)
FUNCTION_ON_DEMAND(zip_library, zip_source_close)
FUNCTION_ON_DEMAND(zip_library, zip_source_free)
FUNCTION_ON_DEMAND(zip_library, zip_source_keep)
FUNCTION_ON_DEMAND(zip_library, zip_source_open)
FUNCTION_ON_DEMAND(zip_library, zip_source_read)
FUNCTION_ON_DEMAND(zip_library, zip_source_stat)
FUNCTION_ON_DEMAND(zip_library, zip_stat)

}  // namespace lianxi
