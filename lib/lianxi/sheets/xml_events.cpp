#ifdef LIANXI_OFFICE_SHEETS
#include <charconv>
#include <exception>
#include <memory>

#include <lianxi/base/error.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/sheets/libexpat.hpp>
#include <lianxi/sheets/xml_events.hpp>

namespace lianxi {
namespace {

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

struct FreeXmlParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

/// Exceptions must not pass through a library written in C: the first is kept until it is done.
class XmlTelling {
 public:
  explicit XmlTelling(XmlListener& listener)
      : parser_(XML_ParserCreate(nullptr)), listener_(listener) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), open, close);
    XML_SetCharacterDataHandler(parser_.get(), text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), doctype);
  }

  void read(std::string_view document) {
    const auto status = XML_Parse(parser_.get(), document.data(), int(document.size()), XML_TRUE);
    if (thrown_) std::rethrow_exception(thrown_);
    if (status != XML_STATUS_OK)
      throw Error(
          say({"the file is damaged: line {} of its XML: {}", "文件已损坏：其 XML 第 {} 行：{}"},
              XML_GetCurrentLineNumber(parser_.get()),
              std::string_view(XML_ErrorString(XML_GetErrorCode(parser_.get())))));
  }

 private:
  template <class Tell>
  static void tell(void* self, Tell tell_it) {
    auto& telling = *static_cast<XmlTelling*>(self);
    if (telling.thrown_) return;
    try {
      tell_it(telling.listener_);
    } catch (...) {
      telling.thrown_ = std::current_exception();
      XML_StopParser(telling.parser_.get(), XML_FALSE);
    }
  }

  static void open(void* self, const char* name, const char** attributes) {
    tell(self, [&](XmlListener& listener) {
      listener.open(without_prefix(name), XmlAttributes(attributes));
    });
  }
  static void close(void* self, const char* name) {
    tell(self, [&](XmlListener& listener) { listener.close(without_prefix(name)); });
  }
  static void text(void* self, const char* text, int size) {
    tell(self, [&](XmlListener& listener) { listener.text({text, std::size_t(size)}); });
  }
  /// No spreadsheet declares entities; who does wants a bomb of them.
  static void doctype(void* self, const char*, const char*, const char*, int declares) {
    if (declares == 0) return;
    tell(self, [](XmlListener&) {
      throw Error(say({"the file declares XML entities, which no spreadsheet does",
                       "文件中声明了 XML 实体，表格文件不应如此"}));
    });
  }

  std::unique_ptr<XML_ParserStruct, FreeXmlParser> parser_;
  XmlListener& listener_;
  std::exception_ptr thrown_;
};

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
  for (const char** pair = pairs_; *pair; pair += 2)
    if (without_prefix(pair[0]) == name) return pair[1];
  return {};
}

std::size_t XmlAttributes::number(std::string_view name, std::size_t otherwise) const {
  const auto text = (*this)[name];
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : otherwise;
}

void read_xml(std::string_view document, XmlListener& listener) {
  XmlTelling(listener).read(document);
}

}  // namespace lianxi
#endif
