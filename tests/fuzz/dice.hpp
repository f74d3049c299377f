// Chance that is the same on any machine.
#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <string_view>

namespace lianxi::fuzz {

/// Throws the same from the same seed. Making one costs nothing, so every input has its own,
/// and can be had again by its number alone.
class Dice {
 public:
  Dice(std::uint64_t seed, std::uint64_t number)
      : state_(seed * 0xD1342543DE82EF95U + number * 0x2545F4914F6CDD1DU) {}

  std::uint64_t next() {
    auto mixed = state_ += 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31);
  }
  std::size_t below(std::size_t bound) { return std::size_t(next() % bound); }
  bool one_in(std::size_t count) { return below(count) == 0; }
  template <class Items>
  const auto& pick(const Items& items) {
    return std::data(items)[below(std::size(items))];
  }
  std::string_view pick(std::initializer_list<std::string_view> items) {
    return std::data(items)[below(std::size(items))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace lianxi::fuzz
