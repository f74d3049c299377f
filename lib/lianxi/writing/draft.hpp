// A record or part that is to be written, as fields with values: what `new`, `import` and sheets
// make.
#pragma once
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

struct Draft;

/// A list of drafts. A draft is made of values, and a value may hold a draft: this is what both
/// can be made of before the other is known.
class Drafts {
 public:
  Drafts();
  Drafts(std::initializer_list<Draft>);
  Drafts(const Drafts&);
  Drafts(Drafts&&) noexcept;
  Drafts& operator=(const Drafts&);
  Drafts& operator=(Drafts&&) noexcept;
  ~Drafts();

  bool empty() const;
  const Draft& front() const;
  Draft& front();
  const Draft* begin() const;
  const Draft* end() const;
  void push_back(Draft);

 private:
  std::unique_ptr<std::vector<Draft>> all_;  ///< Null as long as it holds none.
};

/// A value that is to be written: a text as it would stand in a record, a list, or a mapping.
struct DraftValue {
  enum class Kind : std::uint8_t { scalar, list, mapping };

  Kind kind = Kind::scalar;
  std::string text = {};               ///< Of a scalar; "" leaves a blank.
  std::vector<DraftValue> items = {};  ///< Of a list.
  Drafts mapping = {};                 ///< Of a mapping: one.
};

/// One line of a draft.
struct DraftField {
  const Field* field = nullptr;  ///< Null for an own field.
  std::string own_name = {};     ///< Of an own field.
  DraftValue value = {};
  std::string comment = {};                   ///< Written behind it, after `# `.
  std::vector<std::string> lines_below = {};  ///< Comments on lines of their own after it.
};

/// A record or part to be.
struct Draft {
  const RecordType* type = nullptr;
  std::vector<DraftField> fields = {};
  std::vector<std::string> comments = {};  ///< Whole lines above it, without the `# `.
};

}  // namespace lianxi
