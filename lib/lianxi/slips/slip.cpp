#include <lianxi/slips/slip.hpp>

namespace lianxi {

bool Slip::is_certain() const {
  switch (kind) {
    case Kind::colon:
    case Kind::comma:
    case Kind::list_comma:
    case Kind::quote:
    case Kind::bracket:
    case Kind::hyphen:
    case Kind::space_in_indentation:
    case Kind::space_before_key:
    case Kind::space_after_colon:
    case Kind::tab_in_indentation:
      return true;
    case Kind::too_deep:
    case Kind::not_as_deep:
    case Kind::tab_after_hyphen:
    case Kind::unclear_comma:
    case Kind::enumeration_comma:
    case Kind::no_space_after_colon:
    case Kind::no_space_after_hyphen:
    case Kind::first_sign:
    case Kind::colon_in_text:
    case Kind::text_after_quote:
    case Kind::text_after_bracket:
    case Kind::question_mark:
      break;
  }
  return false;
}

}  // namespace lianxi
