// How records come into figures: every contribution is added here, and noted here
// where somebody asks what a figure is made of, so that sums and sources agree.
#pragma once
#include <algorithm>

#include <lianxi/book/book.hpp>
#include <lianxi/figures/figure_paths.hpp>

namespace lianxi {

/// Adds contributions to figures and notes those to the one that is wanted.
class Adder {
 public:
  Adder() = default;
  /// `wanted`: the address of the figure whose sources are noted.
  explicit Adder(const void* wanted) : wanted_(wanted) {}

  /// Adds what a record contributes; `at` is the place of the value it comes from.
  template <class Figure, class Part, class Record>
  void operator()(Figure& figure, const Part& part, const Record& record, Place at) {
    add(figure, part);
    if (&figure == wanted_) note(hundredths_of(part), record, at);
  }
  /// Adds a value that a record gives, if it does.
  template <class Figure, class T, class Record>
  void operator()(Figure& figure, const Located<T>& value, const Record& record) {
    if (value) (*this)(figure, *value, record, value.at());
  }

  std::vector<FigureSource> take_sources() { return std::move(sources_); }

 private:
  struct Noted {
    std::int64_t hundredths = 0, whole = 0;
    Qualifier qualifier = Qualifier::exact;
  };
  static Noted hundredths_of(int number) { return {in_hundredths(number)}; }
  static Noted hundredths_of(Count count) {
    return {in_hundredths(count.value), 0, count.qualifier};
  }
  static Noted hundredths_of(Amount amount) { return {amount.hundredths}; }
  static Noted hundredths_of(Rate rate) {
    return {in_hundredths(rate.part), in_hundredths(rate.whole)};
  }

  template <class Figure, class Part>
  static void add(Figure& figure, const Part& part) {
    figure += part;
  }
  static void add(std::optional<Amount>& figure, Amount part) {
    figure = figure.value_or(Amount()) + part;
  }

  /// A record comes once, however many values of it contribute.
  template <class Record>
  void note(Noted noted, const Record& record, Place at) {
    if (noted.hundredths == 0 && noted.whole == 0) return;
    if (last_ != &record) sources_.push_back({name_of(record), at});
    last_ = &record;
    FigureSource& source = sources_.back();
    source.hundredths += noted.hundredths;
    source.whole += noted.whole;
    source.qualifier = std::max(source.qualifier, noted.qualifier);
  }

  const void* wanted_ = nullptr;
  const void* last_ = nullptr;  ///< The record noted last.
  std::vector<FigureSource> sources_;
};

}  // namespace lianxi
