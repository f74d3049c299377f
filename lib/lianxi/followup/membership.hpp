// Since when and until when units are members.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include <lianxi/base/date.hpp>

namespace lianxi {

class Book;

/// A unit is a member on all days from `since` on and before `until`; of what is not given there is
/// no end on that side.
struct Membership {
  std::string_view unit;  ///< Its id.
  std::optional<Date> since, until;
};

/// Of all units with an id that are a member on any day at all, as Book::is_member has it.
std::vector<Membership> memberships_in(const Book&);

}  // namespace lianxi
