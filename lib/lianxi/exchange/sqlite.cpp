#include <lianxi/base/error.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/exchange/sqlite.hpp>

#ifdef LIANXI_SQLITE
#include <new>

#include <lianxi/base/words.hpp>
#include <lianxi/exchange/libsqlite3.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

[[noreturn]] void fail_in_sqlite(const char* why) {
  if (std::string_view(why) == "out of memory") throw std::bad_alloc();
  throw Error(say({"SQLite: {}", "SQLite：{}"}, printable(why)));
}

[[noreturn]] void refuse_query(std::string_view why) {
  throw Error(say({"the query cannot be answered: {}", "无法执行该查询：{}"}, printable(why)), {},
              Error::Cause::usage);
}

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
struct Free {
  void operator()(unsigned char* bytes) const { sqlite3_free(bytes); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

/// A database in memory.
class Database {
 public:
  Database() {
    sqlite3* opened = nullptr;
    const int status = sqlite3_open(":memory:", &opened);
    database_.reset(opened);
    if (status != SQLITE_OK) fail_in_sqlite(sqlite3_errstr(status));
  }

  sqlite3* get() const { return database_.get(); }

  void run(const std::string& statements) const {
    if (sqlite3_exec(get(), statements.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
      fail_in_sqlite(sqlite3_errmsg(get()));
  }

  void fill(const std::vector<sql::Table>& tables) const {
    run("PRAGMA encoding = 'UTF-8'; BEGIN");
    for (const sql::Table& table : tables) run(sql::create_statement(table));
    for (const sql::Table& table : tables) insert(table);
    run("COMMIT");
  }

  /// Nothing where the text holds no statement; what stands behind it goes to `rest`.
  Statement prepared(std::string_view text, std::string_view& rest, std::string& fault) const {
    sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
    const int status = sqlite3_prepare_v2(get(), text.data(), int(text.size()), &statement, &tail);
    if (status != SQLITE_OK) fault = sqlite3_errmsg(get());
    rest = tail ? text.substr(std::size_t(tail - text.data())) : std::string_view();
    return Statement(statement);
  }

 private:
  void insert(const sql::Table& table) const {
    std::string text = "INSERT INTO \"" + table.name + "\" VALUES (";
    for (std::size_t i = 0; i < table.columns.size(); ++i) text += i == 0 ? "?" : ", ?";
    std::string_view rest;
    std::string fault;
    const Statement statement = prepared(text + ")", rest, fault);
    if (!statement) fail_in_sqlite(fault.c_str());
    for (const auto& row : table.rows) {
      for (std::size_t i = 0; i < row.size(); ++i) bind(statement.get(), int(i) + 1, row[i]);
      if (sqlite3_step(statement.get()) != SQLITE_DONE) fail_in_sqlite(sqlite3_errmsg(get()));
      sqlite3_reset(statement.get());
    }
  }

  static void bind(sqlite3_stmt* statement, int number, const sql::Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      sqlite3_bind_int64(statement, number, *integer);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      // The text outlives the statement, so that SQLite need not copy it.
      sqlite3_bind_text(statement, number, text->data(), int(text->size()), SQLITE_STATIC);
    } else {
      sqlite3_bind_null(statement, number);
    }
  }

  std::unique_ptr<sqlite3, CloseDatabase> database_;
};

// ---- asking ----------------------------------------------------------------------------

/// Reading, and nothing else.
int allow_only_reading(void*, int action, const char*, const char* function, const char*,
                       const char*) {
  if (action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_RECURSIVE)
    return SQLITE_OK;
  const bool harmless =
      action == SQLITE_FUNCTION && function && std::string_view(function) != "load_extension";
  return harmless ? SQLITE_OK : SQLITE_DENY;
}

/// Some seconds of work: more than any book needs, less than forever.
constexpr int steps_at_once = 1'000'000, most_times = 100;
constexpr std::size_t most_rows = 1'000'000;
constexpr int longest_value = 16 << 20;
constexpr sqlite3_int64 most_memory = sqlite3_int64(1) << 30;

int count_steps(void* left) { return --*static_cast<int*>(left) < 0 ? 1 : 0; }

std::string in_hexadecimal(const unsigned char* bytes, int size) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (int i = 0; i < size; ++i) out += {digits[bytes[i] >> 4], digits[bytes[i] & 15]};
  return out;
}

QueryResult::Value value_of(sqlite3_stmt* statement, int column) {
  using Kind = QueryResult::Value::Kind;
  QueryResult::Value value;
  const int type = sqlite3_column_type(statement, column);
  if (type == SQLITE_NULL) return value;
  value.kind = type == SQLITE_INTEGER ? Kind::integer
               : type == SQLITE_FLOAT ? Kind::real
                                      : Kind::text;
  if (type == SQLITE_INTEGER) value.integer = sqlite3_column_int64(statement, column);
  if (type == SQLITE_FLOAT) value.real = sqlite3_column_double(statement, column);
  const auto* bytes =
      type == SQLITE_BLOB
          ? static_cast<const unsigned char*>(sqlite3_column_blob(statement, column))
          : sqlite3_column_text(statement, column);
  const int size = sqlite3_column_bytes(statement, column);
  if (!bytes || size == 0) return value;
  value.text = type == SQLITE_BLOB
                   ? in_hexadecimal(bytes, size)
                   : std::string(reinterpret_cast<const char*>(bytes), std::size_t(size));
  return value;
}

Statement the_one_statement(const Database& database, const std::string& written) {
  std::string_view rest;
  std::string fault;
  Statement statement = database.prepared(written, rest, fault);
  if (!fault.empty()) refuse_query(fault);
  if (!statement) refuse_query("there is no statement");
  std::string_view more;
  if (database.prepared(rest, more, fault) || !fault.empty())
    refuse_query("only one statement may be given");
  return statement;
}

QueryResult answer(const Database& database, sqlite3_stmt* statement) {
  QueryResult result;
  const int size = sqlite3_column_count(statement);
  for (int i = 0; i < size; ++i) {
    const char* name = sqlite3_column_name(statement, i);
    result.columns.emplace_back(name ? name : "");
  }
  int status = sqlite3_step(statement);
  for (; status == SQLITE_ROW; status = sqlite3_step(statement)) {
    if (result.rows.size() == most_rows) refuse_query("it gives more than a million rows");
    auto& row = result.rows.emplace_back();
    for (int i = 0; i < size; ++i) row.push_back(value_of(statement, i));
  }
  if (status == SQLITE_INTERRUPT) refuse_query("it takes too many steps");
  if (status != SQLITE_DONE) refuse_query(sqlite3_errmsg(database.get()));
  return result;
}

}  // namespace

std::string to_sqlite(const std::vector<sql::Table>& tables) {
  const Database database;
  database.fill(tables);
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, Free> bytes(
      sqlite3_serialize(database.get(), "main", &size, 0));
  if (!bytes) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(bytes.get()), std::size_t(size)};
}

QueryResult query(const std::vector<sql::Table>& tables, const std::string& statement) {
  const Database database;
  database.fill(tables);
  sqlite3_set_authorizer(database.get(), allow_only_reading, nullptr);
  sqlite3_limit(database.get(), SQLITE_LIMIT_LENGTH, longest_value);
  sqlite3_hard_heap_limit64(most_memory);
  int left = most_times;
  sqlite3_progress_handler(database.get(), steps_at_once, count_steps, &left);
  const Statement prepared = the_one_statement(database, statement);
  return answer(database, prepared.get());
}

}  // namespace lianxi

#else

namespace lianxi LIANXI_EXPORT {
namespace {

[[noreturn]] void there_is_no_sqlite() {
  throw Error(
      say({"there is no SQLite in this build: it was made without libsqlite3 "
           "(Debian, Ubuntu: apt install libsqlite3-dev, then build it again)",
           "本程序编译时没有 libsqlite3，不能使用 SQLite（Debian、Ubuntu："
           "apt install libsqlite3-dev 后重新编译）"}));
}

}  // namespace

std::string to_sqlite(const std::vector<sql::Table>&) { there_is_no_sqlite(); }
QueryResult query(const std::vector<sql::Table>&, const std::string&) { there_is_no_sqlite(); }

}  // namespace lianxi
#endif
