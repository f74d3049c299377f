// A roll-up for people, spreadsheets and programs.
#pragma once
#include <optional>
#include <string>

#include <lianxi/base/language.hpp>
#include <lianxi/exchange/rollup.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// A line a book, the totals, and below them what has to be known of them. Names give way where
/// the table is wider than that; figures never do.
std::string rollup_text(const Rollup&, Language, std::optional<int> width = {});

/// The same as a table of Markdown.
std::string rollup_markdown(const Rollup&, Language);

/// All figures, plain numbers; a figure that nobody recorded is an empty cell. The last line has
/// the totals.
std::string rollup_csv(const Rollup&, Language);

/// All figures; null where nobody recorded one.
std::string rollup_json(const Rollup&);

}  // namespace lianxi
