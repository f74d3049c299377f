// The pages of the manual that are made from declarations hold all that is declared.
#include <doctest/doctest.h>

#include <lianxi/base/words.hpp>
#include <lianxi/book/record_sets.hpp>
#include <lianxi/exchange/manual.hpp>
#include <lianxi/exchange/mdoc.hpp>
#include <lianxi/exchange/mdoc_text.hpp>
#include <lianxi/exchange/rule_pages.hpp>
#include <lianxi/schema/field.hpp>
#include <lianxi/schema/value_forms.hpp>

namespace manual_test {

using namespace lianxi;

static bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("every rule stands in the manual, in both languages") {
  const std::string en = rules_manual(Language::en), zh = rules_manual(Language::zh);
  for (const ListedRule& rule : listed_rules()) {
    CAPTURE(rule.info->name);
    CHECK(holds(en, fmt::format(".Ss \"{} (", rule.info->name)));
    CHECK(holds(zh, fmt::format(".Ss \"{} (", rule.info->name)));
    CHECK(holds(zh, rule.info->holds.zh));
  }
}

TEST_CASE("every collection and field stands in the manual under both names") {
  const std::string en = records_manual(Language::en), zh = records_manual(Language::zh);
  for (const Collection& collection : all_collections())
    for (const Field& field : collection.type->fields) {
      CAPTURE(field.en);
      CHECK(holds(en, fmt::format(".It \"{} {}", field.en, field.zh)));
      CHECK(holds(zh, fmt::format(".It \"{} {}", field.zh, field.en)));
    }
  CHECK(holds(en, ".Ss \"minutes 会议纪要\""));
  CHECK(holds(en, "(one of regular 例会, special 临时会议)"));
}

TEST_CASE("every type of value stands in the manual with all its spellings") {
  for (const Language language : {Language::en, Language::zh}) {
    const std::string page = records_manual(language), text = values_text(language);
    for (const ValueForm& form : value_forms()) {
      CAPTURE(form.name.en);
      CHECK(holds(page, fmt::format(".Ss \"{}\"", form.name.in(language))));
      for (const Spellings& alike : form.examples) {
        CHECK(holds(page, alike.all));
        for (const auto spelling : single_spellings(alike.all))
          CHECK(holds(text, spelling.substr(0, spelling.find(' '))));
      }
    }
  }
}

TEST_CASE("no line of the help on values is wider than a terminal") {
  const std::string text = values_text(Language::en);
  for (std::string_view rest = text; !rest.empty();) {
    const auto line = rest.substr(0, rest.find('\n'));
    CAPTURE(line);
    CHECK(display_width(line) <= 80);
    rest.remove_prefix(line.size() + 1);
  }
}

TEST_CASE("a collection's example is what stands below its key") {
  constexpr std::string_view book = "# about\nunits:\n  - id: a\n\n会议:\n  - 编号: m\n";
  CHECK(collection_in(book, {"units", "单位"}) == "units:\n  - id: a\n");
  CHECK(collection_in(book, {"meetings", "会议"}) == "会议:\n  - 编号: m\n");
  CHECK(collection_in(book, {"funds", "基金"}) == "");
  CHECK(holds(records_manual(Language::zh, book), "例如：\n.Bd -literal -offset indent\n会议:\n"));
}

TEST_CASE("whatever a text holds, it is no macro") {
  MdocWriter page("a-page", 7, "about", Language::en);
  page.line(".Sh not a heading");
  page.literal("'x\na \\fBb\n");
  page.item("say \"so\"");
  const std::string text = page.take();
  CHECK(holds(text, "\n\\&.Sh not a heading\n"));
  CHECK(holds(text, "\n\\&'x\na \\efBb\n"));
  CHECK(holds(text, ".It \"say \\(dqso\\(dq\"\n"));
}

TEST_CASE("a page as plain text says what was written, each part in its place") {
  MdocWriter page("a-page", 7, "what it tells", Language::en);
  page.heading("PARTS \"A\"");
  page.line("One. Two.");
  page.begin_list();
  page.item("name \\ *");
  page.line(".What it is.");
  page.end_list();
  page.subheading("sub");
  page.line("Three.");
  page.paragraph("Four:");
  page.literal("'a\n\n  .b\n");
  CHECK(text_of_mdoc(page.take()) ==
        "NAME\n"
        "  a-page: what it tells\n"
        "\n"
        "PARTS \"A\"\n"
        "  One. Two.\n"
        "  name \\ *\n"
        "      .What it is.\n"
        "\n"
        "  sub\n"
        "    Three.\n"
        "\n"
        "    Four:\n"
        "      'a\n"
        "\n"
        "        .b\n");
}

TEST_CASE("a page written by hand keeps what its macros mark") {
  const std::string page =
      ".Sh NAME\n.Nm a-page\n.Nd what it tells\n.Sh \"A B\"\nWith\n.Fl -format Cm json ,\n"
      "see\n.Pq Xr lianxi 1 , Ql a b ;\nelse\n.Op Fl q | Fl -quiet\n.Ev A Ns =1 .\n"
      ".Po\n.Pa x.md , y.md\n.Pc :\n.Fl\n.Dq it \\(aqs\\(aq .\n.Dl a \\e b\n"
      ".Bl -tag\n.It Fl C , Fl -book Ar dir\n.Em One .\n.It \"the Fl of old\"\nTwo.\n.El\nEnd.\n";
  CHECK(text_of_mdoc(page) ==
        "NAME\n"
        "  a-page: what it tells\n"
        "\n"
        "A B\n"
        "  With --format json, see (lianxi(1), `a b`); else [-q | --quiet] A=1. (x.md, y.md): - "
        "“it 's'”.\n"
        "    a \\ b\n"
        "  -C, --book dir\n"
        "      One.\n"
        "  the Fl of old\n"
        "      Two.\n"
        "  End.\n");
}

}  // namespace manual_test
