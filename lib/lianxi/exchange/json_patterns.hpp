// Regular expressions for what the codecs read, for the JSON Schema.
//
// Written for ECMAScript with the flag u and for Python alike: no \s, whose meaning differs, and no
// \p{…}. A digit may be of full width, and so may what joins digits. They say what a value may look
// like, not whether a day exists.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/language.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi::json {

std::string of_dates();
std::string of_times();
std::string of_integers(const Range&);
std::string of_counts();
std::string of_amounts();
std::string of_fractions();
/// `least` to `most` ids joined by `/`; at most three.
std::string of_ids(int least, int most);
/// The words in both languages, ASCII letters in any case.
std::string of_words(std::span<const Word>);

/// The words of one language and then of the other, each once: yes and true are the same in
/// Chinese.
std::vector<std::string_view> both_languages(std::span<const Word>, Language first);

/// The pattern with white space around it; where nothing is required also white space alone.
std::string whole(std::string_view pattern, bool required);
/// White space alone, or nothing.
std::string only_blank();
/// Anything that is not white space alone.
std::string not_blank();

}  // namespace lianxi::json
