// Places in a book, and values that know theirs.
//
// A book of a million records holds tens of millions of values, so both are
// kept small: a place is 4 bytes, a text with its place 16.
#pragma once
#include <cstdint>
#include <string_view>

namespace lianxi {

/// A byte of the book: its files laid end to end, counted from 1 (see Sources,
/// which turns it into file, line and column). Zero is no place at all. Only 31
/// bits are used, so that a value can say in the 32nd whether it could be read.
enum class Place : std::uint32_t { none = 0 };

constexpr Place operator+(Place place, std::size_t bytes) {
  return Place(std::uint32_t(place) + std::uint32_t(bytes));
}

/// Where a value stands and whether it could be read. There are three states:
/// not given, given but unreadable (a finding has been made of it), and readable.
class Standing {
 public:
  constexpr Standing() = default;
  constexpr explicit Standing(Place at) : bits_(std::uint32_t(at) | readable_bit) {}
  static constexpr Standing unreadable(Place at) {
    Standing standing;
    standing.bits_ = std::uint32_t(at);
    return standing;
  }

  constexpr Place at() const { return Place(bits_ & ~readable_bit); }
  constexpr bool given() const { return bits_ != 0; }
  constexpr explicit operator bool() const { return (bits_ & readable_bit) != 0; }

 private:
  static constexpr std::uint32_t readable_bit = 0x8000'0000U;
  std::uint32_t bits_ = 0;
};

/// A value together with the place it was read from; true when it is readable.
template <class T>
class Located {
 public:
  constexpr Located() = default;
  constexpr Located(T value, Place at) : value_(value), standing_(at) {}
  static constexpr Located unreadable(Place at) {
    Located located;
    located.standing_ = Standing::unreadable(at);
    return located;
  }

  constexpr const T& operator*() const { return value_; }
  constexpr const T* operator->() const { return &value_; }
  constexpr T value_or(T fallback) const { return *this ? value_ : fallback; }
  constexpr Place at() const { return standing_.at(); }
  constexpr bool given() const { return standing_.given(); }
  constexpr explicit operator bool() const { return bool(standing_); }

 private:
  T value_{};
  Standing standing_;
};

/// A text: a view into the bytes of the book, or into its arena where it had to
/// be put together (escapes, folded lines, full-width letters of an id).
template <>
class Located<std::string_view> {
 public:
  constexpr Located() = default;
  constexpr Located(std::string_view text, Place at)
      : data_(text.data()), size_(std::uint32_t(text.size())), standing_(at) {}
  static constexpr Located unreadable(Place at) {
    Located located;
    located.standing_ = Standing::unreadable(at);
    return located;
  }

  constexpr std::string_view operator*() const { return {data_, size_}; }
  constexpr std::string_view value_or(std::string_view fallback) const {
    return *this ? **this : fallback;
  }
  constexpr Place at() const { return standing_.at(); }
  constexpr bool given() const { return standing_.given(); }
  constexpr explicit operator bool() const { return bool(standing_); }

 private:
  const char* data_ = nullptr;
  std::uint32_t size_ = 0;
  Standing standing_;
};

/// A list of values in the book's arena. Items that could not be read are left
/// out of it (each has a finding), so a list may be given and still be empty.
template <class T>
class List {
 public:
  constexpr List() = default;
  constexpr List(const T* items, std::size_t size, Place at)
      : items_(items), size_(std::uint32_t(size)), standing_(at) {}
  static constexpr List unreadable(Place at) {
    List list;
    list.standing_ = Standing::unreadable(at);
    return list;
  }

  constexpr const T* begin() const { return items_; }
  constexpr const T* end() const { return items_ + size_; }
  constexpr const T& operator[](std::size_t i) const { return items_[i]; }
  constexpr std::size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr Place at() const { return standing_.at(); }
  constexpr bool given() const { return standing_.given(); }
  constexpr explicit operator bool() const { return bool(standing_); }

 private:
  const T* items_ = nullptr;
  std::uint32_t size_ = 0;
  Standing standing_;
};

/// A list of parts for which a single mapping may stand.
template <class T>
struct OneOrMore : List<T> {
  constexpr OneOrMore() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): meant, as it says
  constexpr explicit(false) OneOrMore(List<T> list) : List<T>(list) {}
};

/// A value that few records give: it lies in the book's arena, and a record without it pays for a
/// pointer alone. Reads like the value itself.
template <class T>
class Rare {
 public:
  constexpr Rare() = default;
  constexpr explicit Rare(const T* value) : value_(value) {}

  constexpr const T& value() const { return value_ ? *value_ : not_given; }
  // NOLINTNEXTLINE(google-explicit-constructor): it stands for the value
  constexpr explicit(false) operator const T&() const { return value(); }
  constexpr decltype(auto) operator*() const { return *value(); }
  constexpr auto value_or(std::string_view fallback) const { return value().value_or(fallback); }
  constexpr Place at() const { return value().at(); }
  constexpr bool given() const { return value().given(); }
  constexpr explicit operator bool() const { return bool(value()); }
  constexpr auto begin() const { return value().begin(); }
  constexpr auto end() const { return value().end(); }
  constexpr bool empty() const { return value().empty(); }

 private:
  static constexpr T not_given{};
  const T* value_ = nullptr;
};

/// A mapping inside a record, in the book's arena; true when it is readable.
template <class T>
class Nested {
 public:
  constexpr Nested() = default;
  constexpr Nested(const T* part, Place at) : part_(part), standing_(at) {}
  static constexpr Nested unreadable(Place at) {
    Nested nested;
    nested.standing_ = Standing::unreadable(at);
    return nested;
  }

  constexpr const T& operator*() const { return *part_; }
  constexpr const T* operator->() const { return part_; }
  constexpr Place at() const { return standing_.at(); }
  constexpr bool given() const { return standing_.given(); }
  constexpr explicit operator bool() const { return bool(standing_); }

 private:
  const T* part_ = nullptr;
  Standing standing_;
};

}  // namespace lianxi
