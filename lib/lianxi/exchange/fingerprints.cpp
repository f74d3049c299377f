#include <fmt/format.h>
#include <unordered_set>

#include <lianxi/base/places.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/fingerprints.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// FNV-1a: the same on every machine and in every version, unlike std::hash.
class Hash {
 public:
  void add(std::string_view text) {
    for (const char byte : text) add_byte(static_cast<unsigned char>(byte));
    add_byte(0);  // so that "ab", "c" is not "a", "bc"
  }
  std::uint64_t value() const { return value_; }

 private:
  void add_byte(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001b3U; }

  std::uint64_t value_ = 0xcbf29ce484222325U;
};

std::uint64_t fingerprint(const Sources& sources, const Finding& finding) {
  Hash hash;
  hash.add(finding.rule);
  // A record keeps its name wherever it lies; what has none is known by its file.
  hash.add(finding.record.empty() ? path_of(sources, finding.at) : finding.record);
  // Short numbers can be guessed from a hash, so personal ones are left out of it.
  if (!sources.empty()) hash.add(trimmed(masked_line_around(sources, finding.at)));
  return hash.value();
}

}  // namespace

std::string Fingerprints::next(const Finding& finding) {
  const std::uint64_t one = fingerprint(sources_, finding);
  return fmt::format("{:016x}:{}", one, ++seen_[one]);
}

Findings findings_not_among(const Sources& sources, Findings findings,
                            const Sources& earlier_sources, const Findings& earlier) {
  std::unordered_set<std::string> known;
  Fingerprints earlier_prints(earlier_sources), prints(sources);
  for (const Finding& finding : earlier) known.insert(earlier_prints.next(finding));
  Findings left;
  for (Finding& finding : findings)
    if (!known.contains(prints.next(finding))) left.push_back(std::move(finding));
  return left;
}

}  // namespace lianxi
