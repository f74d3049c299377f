// SQLite, loaded when a book is exported to it or asked in its language.
#pragma once
#include <sqlite3.h>

#include <lianxi/base/on_demand.hpp>

namespace lianxi {

inline constinit const LibraryOnDemand sqlite_library(found::libsqlite3,
                                                      {"SQLite cannot be used", "无法使用 SQLite"});

FUNCTION_ON_DEMAND(sqlite_library, sqlite3_bind_int64)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_bind_null)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_bind_text)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_close)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_column_blob)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_column_bytes)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_column_count)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_column_double)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_column_int64)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_column_name)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_column_text)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_column_type)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_errmsg)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_errstr)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_exec)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_finalize)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_free)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_hard_heap_limit64)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_limit)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_open)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_prepare_v2)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_progress_handler)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_reset)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_serialize)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_set_authorizer)
FUNCTION_ON_DEMAND(sqlite_library, sqlite3_step)

}  // namespace lianxi
