// Where a figure comes from: the records behind it, each with its file and line.
#pragma once
#include <string>

#include <lianxi/export.hpp>
#include <lianxi/figures/figure_paths.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

/// A figure and what it is made of.
struct ExplainedFigure {
  const Book& book;
  std::string_view path;
  std::string label;  ///< The canonical name of the period asked for.
  Scope period;
  FigureValue value;
  std::vector<FigureSource> sources;  ///< In book order; they add up to the value.
};

/// The figure of that path for a period; nothing where there is none of that path.
std::optional<ExplainedFigure> explain_figure(const Book&, Date as_of, const Period&,
                                              std::string_view path);

/// For a terminal: the figure, then a line for each record.
std::string explained_text(const ExplainedFigure&, Language);
/// `{"version", "book", "figure", "label", "record_errors", "unread", "period", "value",
/// "records": [{"record", "value", "file", "line",
/// "column"}]}`; of a rate a record's value is `{"part", "whole"}`. Values as in the JSON
/// of `stats`.
std::string explained_json(const ExplainedFigure&, const RecordFaults& = {});
/// record, value, qualifier, whole, file, line: only counts have a qualifier; of a rate the
/// value is the part, and only a rate has a whole.
std::string explained_csv(const ExplainedFigure&, Language);

}  // namespace lianxi
