#include <lianxi/base/error.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/rules/checking.hpp>

namespace lianxi {

void check(const ValidateRule& rule, const ValidateCase& c, Findings& findings) {
  if (!rule.check) return;
  FindingSink sink(rule, findings);
  try {
    rule.check(c, sink);
  } catch (const Error& error) {
    if (error.cause() != Error::Cause::records) throw;
    const Alliance* alliance = c.book.alliance();
    sink.add(alliance ? alliance->key : Place::none, "alliance", error.message(), error.hint());
  }
}

}  // namespace lianxi
