#include <lianxi/base/phrase.hpp>

namespace lianxi {

Message detail::fill(fmt::string_view en, fmt::format_args en_args, fmt::string_view zh,
                     fmt::format_args zh_args) {
  return {fmt::vformat(en, en_args), fmt::vformat(zh, zh_args)};
}

}  // namespace lianxi
