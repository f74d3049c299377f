#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/whole_folder.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/exchange/book_partition.hpp>
#include <lianxi/exchange/rollup_tables.hpp>
#include <lianxi/exchange/sql_tables.hpp>
#include <lianxi/tables/facts.hpp>

namespace fs = std::filesystem;

namespace lianxi LIANXI_EXPORT {
namespace {

/// The tables that the roll-up in SQL reads: every book has a file of each, if only an empty one.
constexpr std::string_view read_by_rollup[] = {
    "books",   "members", "intervals", "meetings_computed", "attendance", "resolutions_computed",
    "reports", "events",  "movements", "donations",         "expenses",   "findings"};

constexpr int no_year = 0;

// ---- lines -----------------------------------------------------------------------------

std::string json_text(std::string_view text) {
  using Json = nlohmann::json;
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string json_value(const sql::Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  const auto* text = std::get_if<std::string>(&value);
  return text ? json_text(std::string_view(*text)) : "null";
}

/// Writes the rows of a table, each into the lines of its year.
class YearLines {
 public:
  YearLines(const sql::Table& table, std::string_view key) : table_(table) {
    for (const sql::Column& column : table.columns)
      names_.push_back("," + json_text(column.name) + ":");
    front_ = R"({"book":)" + json_text(key) + R"(,"day":)";
  }

  std::map<int, std::string> write() {
    std::map<int, std::string> years;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const auto& day = table_.days[i];
      add(table_.rows[i], day, years[day ? day->calendar().year : no_year]);
    }
    return years;
  }

 private:
  void add(const std::vector<sql::Value>& row, const std::optional<Date>& day,
           std::string& out) const {
    out += front_ + (day ? '"' + iso(*day) + '"' : "null");
    for (std::size_t i = 0; i < row.size(); ++i) out += names_[i] + json_value(row[i]);
    out += "}\n";
  }

  const sql::Table& table_;
  std::vector<std::string> names_;
  std::string front_;
};

// ---- the partition ---------------------------------------------------------------------

fs::path file_of(int year, std::string_view table) {
  return "year=" + std::to_string(year) + "/" + std::string(table) + ".ndjson";
}

/// Writes the tables of a book, one after the other.
class PartitionWriter {
 public:
  PartitionWriter(const Book& book, const PartitionRequest& request)
      : request_(request),
        facts_(std::make_shared<BookFacts>(book, request.as_of)),
        folder_(folder_of(request)) {}

  void write() {
    for (const sql::Table& table : sql::rollup_tables_of(*facts_, request_.faults)) add(table);
    for (const TableKind& kind : all_tables()) {
      if (!is_open_to(request_.audience, kind)) continue;
      Table table = make_table(kind, facts_);
      narrow_to_audience(table, request_.audience);
      for (const sql::Table& one : sql::tables_of(table)) add(one);
    }
    for (const std::string_view name : read_by_rollup) add_empty(name);
    folder_.take_name();
  }

  static fs::path folder_of(const PartitionRequest& request) {
    return request.folder / ("book=" + request.key);
  }

 private:
  void add(const sql::Table& table) {
    for (const auto& [year, lines] : YearLines(table, request_.key).write()) {
      folder_.write(file_of(year, table.name), lines);
      written_.insert(year == no_year ? table.name : std::string());
    }
  }

  /// A table that no book has rows of would be a file that no database finds.
  void add_empty(std::string_view name) {
    if (!written_.contains(std::string(name))) folder_.write(file_of(no_year, name), "");
  }

  const PartitionRequest& request_;
  std::shared_ptr<BookFacts> facts_;
  WholeFolder folder_;
  std::set<std::string> written_;  ///< With a file in no year.
};

/// The alliance whose partition is there, or nothing.
std::optional<std::string> alliance_there(const PartitionRequest& request) {
  std::ifstream in(PartitionWriter::folder_of(request) / file_of(no_year, "books"),
                   std::ios::binary);
  const std::string line{std::istreambuf_iterator<char>(in), {}};
  const auto json = nlohmann::json::parse(line, nullptr, false);
  const auto name = json.find("name");
  if (name == json.end() || !name->is_string()) return std::nullopt;
  return name->get<std::string>();
}

bool is_kept(char32_t c) {
  if (c < 0x80)
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
           c == '_' || c == '-';
  const std::string text = utf8_of(std::u32string_view(&c, 1));
  return c != 0xFFFD && visible(text) == text && !trimmed(text).empty();
}

}  // namespace

std::string partition_key(const fs::path& book) {
  std::error_code error;
  fs::path real = fs::weakly_canonical(fs::absolute(book, error), error);
  if (!real.has_filename()) real = real.parent_path();
  std::u32string key = code_points_of(masked(real.filename().native()));
  for (char32_t& c : key)
    if (!is_kept(c)) c = '-';
  if (!key.empty() && key[0] == '.') key[0] = '-';
  return key.empty() ? "-" : utf8_of(key);
}

void export_partition(const Book& book, const PartitionRequest& request) {
  const auto there = alliance_there(request);
  if (there && *there != masked(book.name()))
    throw Error(say({"{} holds the records of {}, not of {}", "{} 中是{}的记录，而不是{}的"},
                    PartitionWriter::folder_of(request).native(), printable(*there),
                    printable(masked(book.name()))),
                say({"give one of the folders another name, or remove that partition first",
                     "请给其中一个文件夹改名，或先删除该分区"}));
  PartitionWriter(book, request).write();
}

}  // namespace lianxi
