// Nothing is written for nothing: what people write into a book stands in some report.
#include <doctest/doctest.h>
#include <fstream>
#include <map>
#include <set>

#include <lianxi/book/book.hpp>
#include <lianxi/book/record_sets.hpp>
#include <lianxi/documents/markdown.hpp>
#include <lianxi/reports/report.hpp>
#include <lianxi/schema/walk.hpp>

#include "report_texts.hpp"

namespace every_text_test {

using namespace lianxi;
using test::day;

namespace {

/// Every text field with a word of its own, in records that reach every turn of their life.
std::string book_text() {
  std::ifstream in(LIANXI_TESTS_DIR "/every_text.yaml", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Texts that no report prints, and why.
const std::map<std::string, std::string> exceptions = {
    {"alliance/ignore", "says what is no part of the book"},
    {"alliance/currency", "stands beside amounts by the name that it has in the language"},
    {"units/aliases", "other words by which people may call the unit: for reading, not for print"},
    {"waivers/rule", "told in the rule's own words"},
    {"waivers/record", "told by the record's name"},
    {"reminders/about", "told by the records' names"},
    {"claims/figure", "told by the figure's name"},
    {"claims/period", "told as a report writes periods"},
    {"summaries/period", "decides in which report the summary stands"},
    {"summaries/report", "likewise"},
};

bool is_text(const ValueType& type) {
  return type.kind == ValueType::Kind::text || type.kind == ValueType::Kind::unit_or_name;
}

/// `units/former/name`.
std::string path_of(const PartChain& chain, const Field& field) {
  std::string path(chain.type.en);
  for (const PartChain* outer = chain.outer; outer; outer = outer->outer)
    path = std::string(outer->type.en) + "/" + path;
  return path + "/" + std::string(field.en);
}

/// Every text of the book by its field.
std::map<std::string, std::set<std::string>> texts_of(const Book& book) {
  std::map<std::string, std::set<std::string>> texts;
  for (const Collection& collection : all_collections())
    for (std::size_t i = 0; i < collection.size(book); ++i)
      walk_record(*collection.type, &collection.at(book, i),
                  [&](const PartChain& chain, const Field& field, const ValueType& type,
                      const void* value) {
                    if (!is_text(type)) return;
                    const auto& text = *static_cast<const Text*>(value);
                    auto& known = texts[path_of(chain, field)];
                    if (text) known.insert(std::string(*text));
                  });
  return texts;
}

/// Everything that can be printed of it.
std::string all_reports_of(const Book& book) {
  std::string all;
  const Date as_of = day("2017-12-31");
  for (const ReportKind* kind : all_reports()) {
    auto subjects = subjects_of(*kind, book);
    if (kind->subject == Subject::none) subjects = {""};
    for (const char* written : {"all", "2017-Q3", "2017-Q1", "2017", "2016"}) {
      const Period period = *read_period(written, as_of);
      if (!suits(*kind, period)) continue;
      for (const std::string& subject : subjects)
        for (const Audience audience : {Audience::the_public, Audience::members, Audience::office})
          all += to_markdown(
              make_report(*kind, {book, as_of, period, Language::zh, subject, audience}));
    }
  }
  return all;
}

}  // namespace

TEST_CASE("whatever text a book holds stands in some report for somebody") {
  const Book book = Book::of(book_text());
  for (const Finding& finding : book.findings()) MESSAGE(finding.record << finding.message.en);
  REQUIRE(book.findings().empty());
  const std::string printed = all_reports_of(book);
  for (const auto& [field, texts] : texts_of(book)) {
    CAPTURE(field);
    if (exceptions.contains(field)) continue;
    CHECK_FALSE(texts.empty());  // else this book would prove nothing of the field
    for (const std::string& text : texts) {
      CAPTURE(text);
      CHECK(printed.find(text) != std::string::npos);
    }
  }
}

}  // namespace every_text_test
