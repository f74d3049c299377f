#include <fmt/format.h>
#include <unordered_map>
#include <unordered_set>

#include <lianxi/base/places.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/fingerprints.hpp>

namespace lianxi {
namespace {

/// FNV-1a: the same on every machine and in every version, unlike std::hash.
class Hash {
 public:
  void add(std::string_view text) {
    for (const char byte : text) add_byte(static_cast<unsigned char>(byte));
    add_byte(0);  // so that "ab", "c" is not "a", "bc"
  }
  std::string hex() const { return fmt::format("{:016x}", value_); }

 private:
  void add_byte(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001b3U; }

  std::uint64_t value_ = 0xcbf29ce484222325U;
};

std::string fingerprint(const Sources& sources, const Finding& finding) {
  Hash hash;
  hash.add(finding.rule);
  // A record keeps its name wherever it lies; what has none is known by its file.
  hash.add(finding.record.empty() ? path_of(sources, finding.at) : finding.record);
  // Short numbers can be guessed from a hash, so personal ones are left out of it.
  if (!sources.empty()) hash.add(masked(trimmed(sources.line_around(finding.at).text)));
  return hash.hex();
}

}  // namespace

std::vector<std::string> fingerprints(const Sources& sources, const Findings& findings) {
  std::unordered_map<std::string, int> seen;
  std::vector<std::string> all;
  for (const Finding& finding : findings) {
    const std::string one = fingerprint(sources, finding);
    all.push_back(fmt::format("{}:{}", one, ++seen[one]));
  }
  return all;
}

Findings findings_not_among(const Sources& sources, Findings findings,
                            const Sources& earlier_sources, const Findings& earlier) {
  const auto names = fingerprints(sources, findings);
  const auto known = fingerprints(earlier_sources, earlier);
  const std::unordered_set<std::string_view> all_known(known.begin(), known.end());
  Findings left;
  for (std::size_t i = 0; i < findings.size(); ++i)
    if (!all_known.contains(names[i])) left.push_back(std::move(findings[i]));
  return left;
}

}  // namespace lianxi
