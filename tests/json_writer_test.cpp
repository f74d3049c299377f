// JSON that is written straight to an output is byte for byte that of a tree.
#include <doctest/doctest.h>
#include <random>

#include <lianxi/exchange/json_writer.hpp>

namespace json_writer_test {

using namespace lianxi;
using json::Json;
using json::JsonWriter;
using json::Masking;

namespace {

constexpr std::string_view texts[] = {
    "",         "plain",          "“字”\u3000",  "a\"b\\c", "\b\f\n\r\t\x01\x1f\x7f",
    "\xff bad", "cut \xe5\xad",   "13812345678", "tel ١",   "问 １３８１２３４５６７８",
    "\u2028",   "\xed\xa0\x80 x", "/",           "null",    "6222020200112233"};
constexpr std::string_view names[] = {"a", "file", "name", "uri", "键", "path", "b"};

Json random_tree(std::mt19937& random, int depth) {
  switch (random() % (depth > 3 ? 3 : 6)) {
    case 0:
      return Json(texts[random() % std::size(texts)]);
    case 1:
      return Json(int(random() % 2000) - 1000);
    case 2:
      return Json();
    case 3: {
      Json list = Json::array();
      for (auto n = random() % 4; n > 0; --n) list.push_back(random_tree(random, depth + 1));
      return list;
    }
    default: {
      Json mapping = Json::object();
      for (auto n = random() % 5; n > 0; --n)
        mapping[std::string(names[random() % std::size(names)])] = random_tree(random, depth + 1);
      return mapping;
    }
  }
}

/// Writes it piece by piece, and some of it as a tree.
void write(JsonWriter& writer, const Json& json, std::mt19937& random) {
  if (random() % 4 == 0) return writer.value(json);
  if (json.is_string()) return writer.value(json.get_ref<const std::string&>());
  if (json.is_number()) return writer.value(json.get<int>());
  if (json.is_null()) return writer.value_or_null("");
  if (json.is_array()) {
    writer.begin_array();
    for (const Json& item : json) write(writer, item, random);
    return writer.end_array();
  }
  writer.begin_object();
  for (const auto& [name, value] : json.items()) {
    writer.key(name);
    write(writer, value, random);
  }
  writer.end_object();
}

}  // namespace

TEST_CASE("what is written piece by piece is the tree's own text") {
  std::mt19937 random(20170930);
  for (int i = 0; i < 3000; ++i) {
    const Json tree = random_tree(random, 0);
    for (const Masking masking : {Masking::on, Masking::off}) {
      const std::string meant = masking == Masking::on ? json::dump_masked(tree) : json::dump(tree);
      CHECK(gathered([&](const TextOutput& out) {
              JsonWriter writer(out, masking);
              write(writer, tree, random);
              writer.finish();
            }) == meant);
    }
  }
}

TEST_CASE("a long list is handed on in pieces, of which none is large") {
  std::size_t pieces = 0, largest = 0;
  JsonWriter writer(
      [&](std::string_view piece) {
        ++pieces;
        largest = std::max(largest, piece.size());
      },
      Masking::on);
  writer.begin_array();
  for (int i = 0; i < 100'000; ++i) {
    writer.begin_object();
    writer.member("text", "some twenty characters");
    writer.end_object();
  }
  writer.end_array();
  writer.finish();
  CHECK(pieces > 50);
  CHECK(largest < 70'000);
}

}  // namespace json_writer_test
