// The inputs of the fuzzer: each follows from a seed and its number alone, on any machine.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "mutator.hpp"
#include "random_soup.hpp"
#include "random_yaml.hpp"
#include "seeds.hpp"

namespace lianxi::fuzz {

struct Input {
  std::string bytes;
  std::optional<Form> form = {};  ///< Of its one strange value, where it was made for that.
};

class Inputs {
 public:
  /// `files` are mutated too, beside those that are made up.
  explicit Inputs(std::uint64_t seed, std::vector<std::string> files = {})
      : seed_(seed), files_(std::move(files)) {
    files_.insert(files_.end(), std::begin(seeds), std::end(seeds));
  }

  const std::vector<std::string>& files() const { return files_; }

  Input operator[](std::uint64_t number) const {
    Dice dice(seed_, number);
    RandomYaml yaml(dice);
    switch (dice.below(10)) {
      case 0:
      case 1: {
        const auto form = some_form(dice);
        return {yaml.file_with(form), form};
      }
      case 2:
      case 3:
        return {mutated(yaml.file_with(some_form(dice)), dice)};
      case 4:
        return {yaml.file()};
      case 5:
      case 6:
        return {mutated(yaml.file(), dice)};
      case 7:
        return {mutated(dice.pick(files_), dice)};
      default:
        return {random_soup(dice)};
    }
  }

 private:
  /// Records are read in the most ways.
  static Form some_form(Dice& dice) {
    return dice.one_in(3) ? Form::items : Form(dice.below(forms));
  }

  std::string mutated(std::string bytes, Dice& dice) const {
    const auto other = dice.one_in(2) ? dice.pick(files_) : RandomYaml(dice).file();
    return Mutator(dice).mutate(std::move(bytes), other);
  }

  std::uint64_t seed_;
  std::vector<std::string> files_;
};

}  // namespace lianxi::fuzz
