// Documents for word processors.
#pragma once
#include <stdexcept>
#include <string>

#include <lianxi/base/date.hpp>
#include <lianxi/documents/document.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// No .docx came about: pandoc is missing or failed. Exit status 3.
class DocxError : public std::runtime_error {
 public:
  explicit DocxError(Message message)
      : std::runtime_error(message.en), message_(std::move(message)) {}
  const Message& message() const { return message_; }

 private:
  Message message_;
};

/// The bytes of a .docx, made from the document's Markdown by pandoc, which must be
/// installed, in the styles of an office's papers. Charts are left out. `day` is when it
/// says it was written, so that the same document gives the same bytes. Throws DocxError.
std::string to_docx(const Document&, Date day);

}  // namespace lianxi
