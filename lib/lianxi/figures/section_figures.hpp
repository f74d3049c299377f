// Figures for those who ask for one path at a time, of many days and periods.
#pragma once
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

#include <lianxi/figures/figure_sections.hpp>

namespace lianxi {

/// Works out what a path needs and nothing else, and each of that once.
class SectionFigures {
 public:
  explicit SectionFigures(const Book& book) : book_(book) {}

  /// The figures of the section that the path is of, with all others empty.
  /// Good as long as this is.
  const Figures& of(Date as_of, const Period&, std::string_view path);
  /// All figures.
  const Figures& all(Date as_of, const Period&);

  /// How often records were gone through so far.
  std::size_t passes() const { return of_sections_.size() + all_.size(); }

 private:
  using Days = std::tuple<std::optional<Date>, Date, std::optional<Date>>;

  const Book& book_;
  std::map<std::pair<const FigureSection*, Days>, Figures> of_sections_;
  std::map<std::tuple<Date, std::optional<Date>, std::optional<Date>>, Figures> all_;
};

}  // namespace lianxi
