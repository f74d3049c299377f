#include <fmt/format.h>

#include <lianxi/base/error.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/quantity.hpp>

namespace lianxi LIANXI_EXPORT {

void refuse_sum(std::int64_t largest) {
  const auto most = largest == largest_amount ? to_text(Amount{largest}) : with_thousands(largest);
  throw Error(say({"a sum of what the records say comes to more than {}, which is more than can be "
                   "counted",
                   "记录中的数值合计超过 {}，无法计算"},
                  most),
              say({"look for counts and amounts that cannot be right: `lianxi list` shows them",
                   "请用 lianxi list 查找明显有误的数量和金额"}),
              Error::Cause::records);
}

std::string with_thousands(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::size_t sign = number < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > sign + 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string to_text(Count count, Language language) {
  auto number = with_thousands(count.value);
  const bool zh = language == Language::zh;
  switch (count.qualifier) {
    case Qualifier::exact:
      break;
    case Qualifier::at_least:
      return number + (zh ? "余" : "+");
    case Qualifier::about:
      return (zh ? "约" : "about ") + number;
  }
  return number;
}

static std::string with_places(std::int64_t hundredths, const std::string& whole) {
  const auto rest = hundredths < 0 ? -(hundredths % 100) : hundredths % 100;
  const bool lost_sign = hundredths < 0 && hundredths / 100 == 0;
  return fmt::format("{}{}.{:02}", lost_sign ? "-" : "", whole, rest);
}

std::string plain(Amount amount) {
  return with_places(amount.hundredths, std::to_string(amount.hundredths / 100));
}

std::string to_text(Amount amount) {
  return with_places(amount.hundredths, with_thousands(amount.hundredths / 100));
}

}  // namespace lianxi
