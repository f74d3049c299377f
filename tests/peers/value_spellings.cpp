// The spellings that the library declares, and what its codecs read, for tests in other languages.
//
//   value-spellings          {"date": {"read": [["2017-09-20", …], …], "refused": […]}, …}
//   value-spellings KIND     of each line of the input, as JSON, true or false: whether it is read
#include <iostream>
#include <nlohmann/json.hpp>

#include <lianxi/base/words.hpp>
#include <lianxi/schema/value_forms.hpp>

using namespace lianxi;
using Json = nlohmann::ordered_json;

static Json declared(const ValueForm& form) {
  Json json{{"read", Json::array()}, {"refused", single_spellings(form.refused)}};
  for (const Spellings& alike : form.examples) json["read"].push_back(single_spellings(alike.all));
  return json;
}

int main(int argc, char** argv) {
  Json all = Json::object();
  for (const ValueForm& form : value_forms()) {
    all[std::string(form.name.en)] = declared(form);
    if (argc != 2 || form.name.en != argv[1]) continue;
    for (std::string line; std::getline(std::cin, line);) {
      const auto text = Json::parse(line).get<std::string>();
      std::cout << (form.read(trimmed(text)) ? "true\n" : "false\n");
    }
    return 0;
  }
  std::cout << all.dump() << "\n";
  return argc == 1 ? 0 : 2;
}
