#include "record_argument.hpp"

#include <fmt/format.h>
#include <span>

#include <lianxi/base/places.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>

namespace lianxi::tool {
namespace {

/// The beginning of a title: it is only to be known again.
std::string short_title(std::string_view title) {
  constexpr std::size_t most = 24;
  const std::u32string letters = code_points_of(title);
  return letters.size() <= most ? std::string(title) : utf8_of(letters.substr(0, most)) + "…";
}

/// Each with its title, the first of them only.
std::string candidates_in(std::span<const MeantRecord> all, Language language) {
  constexpr std::size_t most = 12;
  std::string out;
  for (const MeantRecord& one : all.first(std::min(most, all.size()))) {
    if (!out.empty()) out += language == Language::zh ? "、" : ", ";
    out += one.name;
    if (!one.title.empty())
      out += fmt::format(fmt::runtime(language == Language::zh ? "（{}）" : " ({})"),
                         short_title(masked(one.title)));
  }
  return masked(all.size() > most ? out + " …" : out);
}

Message candidates(std::span<const MeantRecord> all) {
  return {candidates_in(all, Language::en), candidates_in(all, Language::zh)};
}

/// Records that share a name by mistake are told apart by where they stand.
Message places(const Book& book, std::span<const MeantRecord> all) {
  std::string out;
  for (const MeantRecord& one : all)
    out += (out.empty() ? "" : ", ") + file_and_line(book.sources(), one.path.part->at);
  return {out, out};
}

}  // namespace

std::optional<MeantRecord> record_argument(const Session& session, const Book& book,
                                           const std::string& written) {
  auto found = records_meant(book, written, session.as_of());
  if (found.size() == 1) return std::move(found.front());
  const std::string shown = printable(written);
  if (found.size() > 1) {
    const bool is_repeated = found[0].name == found[1].name;
    throw usage_error(say({"“{}” may mean several", "“{}”可指多个"}, shown),
                      is_repeated ? say({"the book has it more than once: {}", "账本中有多处：{}"},
                                        places(book, found))
                                  : say({"choose one: {}", "请选其一：{}"}, candidates(found)));
  }
  const auto near = nearest_records(book, written, session.as_of());
  const Message hint =
      near.empty() ? Message{} : say({"did you mean {}?", "是否想写：{}？"}, candidates(near));
  const Language language = session.language();
  complain(say({"there is no record “{}”", "没有记录“{}”"}, shown).in(language), hint.in(language));
  return std::nullopt;
}

}  // namespace lianxi::tool
