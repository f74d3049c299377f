#include <doctest/doctest.h>
#include <string>

#include <lianxi/base/error.hpp>
#include <lianxi/base/on_demand.hpp>

namespace lianxi::on_demand_test {
namespace {

const LibraryOnDemand arithmetic({"libm.so.6", "libc6"}, {"no roots", "无法开方"});
const LibraryOnDemand missing({"libnowhere.so.3", "libnowhere3"}, {"no roots", "无法开方"});

/// Under the very name of the function, as all that are loaded on demand.
const OnDemand<double (*)(double)> sqrt(arithmetic, "sqrt");
const OnDemand<double (*)(double)> of_missing(missing, "sqrt");
const OnDemand<double (*)(double)> of_no_library(arithmetic, "no_such_root");

Error thrown_by(const OnDemand<double (*)(double)>& function) {
  try {
    function(49);
  } catch (const Error& error) {
    return error;
  }
  return Error({});
}

TEST_CASE("a function of a library that is there is found, once and again") {
  CHECK(sqrt(49) == 7);
  CHECK(sqrt(64) == 8);
}

TEST_CASE("of a library that is not there it is said what to install") {
  const Error error = thrown_by(of_missing);
  CHECK(error.message().en == "no roots: libnowhere is not installed");
  CHECK(error.message().zh == "无法开方：没有安装 libnowhere");
  CHECK(error.hint().en == "on Debian: apt install libnowhere3");
  CHECK(error.hint().zh == "Debian 上请运行 apt install libnowhere3");
  CHECK(error.cause() == Error::Cause::circumstances);
}

TEST_CASE("a library of another version may lack a function") {
  CHECK(thrown_by(of_no_library).message().en == "no roots: this libm.so.6 has no no_such_root");
}

}  // namespace
}  // namespace lianxi::on_demand_test
