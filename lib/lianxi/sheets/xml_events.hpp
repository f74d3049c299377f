// XML as a row of events.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lianxi {

/// The attributes of an element. Prefixes are taken off, as each of the names that are asked for
/// belongs to one namespace only; of two the first counts.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  /// "" where it is not given.
  std::string_view operator[](std::string_view name) const;
  /// A whole number, `otherwise` where it is none.
  std::size_t number(std::string_view name, std::size_t otherwise) const;

 private:
  const char** pairs_;
};

/// What is told of a document. Names come without their prefixes.
class XmlListener {
 public:
  virtual ~XmlListener() = default;
  virtual void open(std::string_view name, const XmlAttributes&) = 0;
  virtual void close(std::string_view name) = 0;
  virtual void text(std::string_view) = 0;
};

/// Tells a document. Throws Error where it is not well-formed, and what the listener throws.
void read_xml(std::string_view document, XmlListener&);

}  // namespace lianxi
