// What the manual says of the spelling of values is what the codecs read.
#include <algorithm>
#include <doctest/doctest.h>
#include <set>

#include <lianxi/base/rule_names.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/book/record_sets.hpp>
#include <lianxi/rules/judge.hpp>
#include <lianxi/schema/count_words.hpp>
#include <lianxi/schema/value_forms.hpp>

namespace value_forms_test {

using namespace lianxi;
using Kind = ValueType::Kind;

TEST_CASE("every spelling that is shown is read as the value beside it") {
  for (const ValueForm& form : value_forms())
    for (const Spellings& alike : form.examples)
      for (const auto spelling : single_spellings(alike.all)) {
        CAPTURE(spelling);
        const auto read = form.read(spelling);
        REQUIRE(read);
        CHECK(read->en == alike.value.en);
        CHECK(read->zh == alike.value.zh);
      }
}

TEST_CASE("what is shown as refused is not read") {
  for (const ValueForm& form : value_forms())
    for (const auto spelling : single_spellings(form.refused)) {
      CAPTURE(spelling);
      CHECK_FALSE(form.read(spelling));
    }
}

/// A record with a field of that kind, up to its value and what comes after it.
static std::pair<std::string, std::string> record_around(Kind kind) {
  switch (kind) {
    case Kind::date:
      return {"meetings: [{id: m, kind: regular, date: ", "}]"};
    case Kind::time:
      return {"meetings: [{id: m, kind: regular, date: 2017-09-20, time: ", "}]"};
    case Kind::integer:
      return {"units: [{id: b, name: B, order: ", "}]"};
    case Kind::count:
      return {"units: [{id: b, name: B, party_members: ", "}]"};
    case Kind::amount:
      return {"budgets: [{id: b, year: 2017, amount: ", "}]"};
    case Kind::quantity:
      return {"claims: [{id: c, figure: shares, date: 2017-09-20, source: A, value: ", "}]"};
    case Kind::fraction:
      return {"alliance: {name: A, founded: 2013-04-28, office: a, policy: {quorum: ", "}}"};
    case Kind::id:
      return {"honors: [{date: 2017-09-20, unit: a, title: A, level: city, kind: model, id: ",
              "}]"};
    case Kind::ref:
      return {"waivers: [{rule: no-such, record: A, reason: A, approved: ", "}]"};
    case Kind::boolean:
      return {
          "meetings: [{id: m, kind: regular, date: 2017-09-20, resolutions: [{id: r, text: A, "
          "ongoing: ",
          "}]}]"};
    case Kind::choice:
      return {"meetings: [{id: m, date: 2017-09-20, kind: ", "}]"};
    case Kind::unit_or_name:
      return {"meetings: [{id: m, kind: regular, date: 2017-09-20, observers: ", "}]"};
    case Kind::path:
      return {"meetings: [{id: m, kind: regular, date: 2017-09-20, evidence: ", "}]"};
    default:
      return {"meetings: [{id: m, kind: regular, date: 2017-09-20, title: ", "}]"};
  }
}

static bool is_read(Kind kind, std::string_view spelling) {
  const auto [before, after] = record_around(kind);
  const Book book = Book::of(before + "\"" + std::string(spelling) + "\"" + after);
  const auto findings = validate({book, *Date::make(2017, 9, 30), false}).findings;
  return std::ranges::find(findings, rule_names::wrong_type, &Finding::rule) == findings.end();
}

TEST_CASE("records take what is shown and refuse what is shown as refused") {
  for (const ValueForm& form : value_forms()) {
    for (const Spellings& alike : form.examples)
      for (const auto spelling : single_spellings(alike.all))
        CHECK_MESSAGE(is_read(form.kind, spelling), spelling);
    for (const auto spelling : single_spellings(form.refused))
      CHECK_MESSAGE(!is_read(form.kind, spelling), spelling);
  }
}

/// Kinds of the fields of a record and of the parts in it.
static void collect(const RecordType& type, std::set<Kind>& kinds, std::set<const void*>& seen) {
  if (!seen.insert(&type).second) return;
  for (const Field& field : type.fields) {
    const ValueType* value = field.type;
    while (value->element) value = value->element;
    if (value->record)
      collect(*value->record, kinds, seen);
    else
      kinds.insert(value->kind);
  }
}

TEST_CASE("every type of value that a field has is told") {
  std::set<Kind> kinds;
  std::set<const void*> seen;
  for (const Collection& collection : all_collections()) collect(*collection.type, kinds, seen);
  for (const Kind kind : kinds) {
    if (kind == Kind::severities) continue;  // a mapping, told with its field
    CAPTURE(int(kind));
    CHECK(value_form(kind));
  }
}

TEST_CASE("every word of counts is shown") {
  std::string shown;
  for (const Spellings& alike : value_form(Kind::count)->examples) shown += alike.all;
  for (const std::span<const CountWord> words : {std::span<const CountWord>(words_before_counts),
                                                 std::span<const CountWord>(words_after_counts)})
    for (const CountWord& word : words) CHECK(shown.find(word.word) != shown.npos);
}

}  // namespace value_forms_test
