#include "options.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/words.hpp>

namespace lianxi::tool {
namespace {

std::string joined(const std::vector<std::string_view>& words, std::string_view between) {
  std::string out;
  for (const auto word : words)
    out += (out.empty() ? "" : std::string(between)) + std::string(word);
  return out;
}

std::vector<std::string> parted(const std::vector<std::string>& written) {
  std::vector<std::string> parts;
  for (std::string_view rest : written) {
    for (auto comma = rest.find(','); comma != std::string_view::npos; comma = rest.find(',')) {
      parts.emplace_back(rest.substr(0, comma));
      rest.remove_prefix(comma + 1);
    }
    parts.emplace_back(rest);
  }
  return parts;
}

void refuse_other_words(const Option& option, const std::vector<std::string>& values) {
  if (option.words.empty()) return;
  for (const auto& value : values)
    if (std::ranges::find(option.words, value) == option.words.end())
      throw usage_error(say({"“{}” is not one of {}", "“{}”不是 {} 之一"}, printable(value),
                            joined(option.words, ", ")),
                        did_you_mean(value, option.words));
}

unsigned number_in(const Option& option, const std::string& written) {
  unsigned number = 0;
  const char* const end = written.data() + written.size();
  const auto read = std::from_chars(written.data(), end, number);
  if (read.ec == std::errc() && read.ptr == end && number >= 1 && number <= option.most)
    return number;
  throw usage_error(say({"{}: “{}” is not a number from 1 to {}", "{}：“{}”不是 1 到 {} 的整数"},
                        option.names, printable(written), option.most));
}

}  // namespace

Error usage_error(Message message, Message hint) {
  return Error(std::move(message), std::move(hint), Error::Cause::usage);
}

Error empty_value(std::string_view names) {
  return usage_error(say({"{} is empty", "{} 为空"}, names),
                     say({"leave it out where nothing is meant", "不需要时请整个略去"}));
}

Message did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  const auto near = nearest(word, candidates);
  return near.empty() ? Message{} : say({"did you mean {}?", "是不是 {}？"}, near);
}

void Option::take(const std::vector<std::string>& written) const {
  const auto values = parted_by_commas ? parted(written) : written;
  // A script's variable that was never set must not pass for an option that was not given.
  if (std::ranges::find(values, "") != values.end()) throw empty_value(names);
  refuse_other_words(*this, values);
  if (const auto* flag = std::get_if<bool*>(&target)) {
    **flag = true;
    return;
  }
  if (const auto* list = std::get_if<std::vector<std::string>*>(&target)) {
    **list = values;
    return;
  }
  if (values.size() > 1)
    throw usage_error(say({"{} is given more than once", "{} 给了不止一次"}, names));
  if (const auto* text = std::get_if<std::string*>(&target)) **text = values.front();
  if (const auto* number = std::get_if<unsigned*>(&target)) **number = number_in(*this, values[0]);
}

Option& Options::add(std::string_view names, std::string_view value_name, Option::Target target,
                     Bilingual doc) {
  return all_.emplace_back(Option{std::string(names), std::string(value_name), target, doc});
}

Option& Options::argument(std::string_view name, std::string& value, Bilingual doc) {
  return add(name, "TEXT", &value, doc);
}

Option& Options::arguments(std::string_view name, std::vector<std::string>& values, Bilingual doc) {
  return add(name, "TEXT", &values, doc);
}

Option& Options::option(std::string_view names, std::string_view value_name, std::string& value,
                        Bilingual doc) {
  return add(names, value_name, &value, doc);
}

Option& Options::choice(std::string_view names, std::vector<std::string_view> words,
                        std::string& value, Bilingual doc) {
  Option& option = add(names, {}, &value, doc);
  option.words = std::move(words);
  option.value = joined(option.words, "|");
  return option;
}

Option& Options::list(std::string_view names, std::string_view value_name,
                      std::vector<std::string>& values, Bilingual doc) {
  Option& option = add(names, value_name, &values, doc);
  option.parted_by_commas = true;
  return option;
}

Option& Options::each(std::string_view names, std::string_view value_name,
                      std::vector<std::string>& values, Bilingual doc) {
  return add(names, value_name, &values, doc);
}

Option& Options::several(std::string_view names, std::string_view value_name,
                         std::vector<std::string>& values, Bilingual doc) {
  Option& option = add(names, value_name, &values, doc);
  option.takes_all_that_follow = true;
  return option;
}

Option& Options::number(std::string_view names, std::string_view value_name, unsigned most,
                        unsigned& value, Bilingual doc) {
  Option& option = add(names, value_name, &value, doc);
  option.most = most;
  return option;
}

Option& Options::flag(std::string_view names, bool& given, Bilingual doc) {
  return add(names, {}, &given, doc);
}

}  // namespace lianxi::tool
