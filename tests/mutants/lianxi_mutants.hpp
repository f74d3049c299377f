// What a copy of the sources calls where a change can be switched on. No part of lianxi: only
// what tests/mutants/ builds includes it.
#pragma once
#include <type_traits>
#include <utility>

namespace lianxi_mutants {

/// Whether that change is the one that LIANXI_MUTANT names; notes that it was come to.
bool on(int number) noexcept;

struct less {
  static auto of(const auto& a, const auto& b) { return a < b; }
};
struct less_or_equal {
  static auto of(const auto& a, const auto& b) { return a <= b; }
};
struct more {
  static auto of(const auto& a, const auto& b) { return a > b; }
};
struct more_or_equal {
  static auto of(const auto& a, const auto& b) { return a >= b; }
};
struct equal {
  static auto of(const auto& a, const auto& b) { return a == b; }
};
struct unequal {
  static auto of(const auto& a, const auto& b) { return a != b; }
};
struct plus {
  static auto of(const auto& a, const auto& b) { return a + b; }
};
struct minus {
  static auto of(const auto& a, const auto& b) { return a - b; }
};
struct times {
  static auto of(const auto& a, const auto& b) { return a * b; }
};
struct over {
  static auto of(const auto& a, const auto& b) { return a / b; }
};
struct rest {
  static auto of(const auto& a, const auto& b) { return a % b; }
};

template <class Was, class Is, class A, class B>
auto either(int number, const A& a, const B& b) {
  return on(number) ? Is::of(a, b) : Was::of(a, b);
}

inline bool flipped(int number, bool value) { return value != on(number); }
inline bool always(int number, bool value) { return on(number) || value; }
inline bool never(int number, bool value) { return !on(number) && value; }

template <class T>
T next(int number, T value) {
  return on(number) ? T(value + 1) : value;
}
template <class T>
T without_sign(int number, T value) {
  return on(number) ? value : T(-value);
}
template <class T>
T* null(int number, T* value) {
  return on(number) ? nullptr : value;
}
template <class T>
T& increased(int number, T& value) {
  return on(number) ? --value : ++value;
}
template <class T>
T& decreased(int number, T& value) {
  return on(number) ? ++value : --value;
}
template <class T, class U>
decltype(auto) added(int number, T& value, const U& more) {
  return on(number) ? value -= more : value += more;
}
template <class T, class U>
decltype(auto) subtracted(int number, T& value, const U& less) {
  return on(number) ? value += less : value -= less;
}

}  // namespace lianxi_mutants
