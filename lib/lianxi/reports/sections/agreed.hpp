// What a meeting agreed on, and what not.
//
// Minutes say what the conference resolved by consensus, and nothing else: a resolution
// whose topic found none is left out, whatever else the record says of it.
#pragma once
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include <lianxi/reports/sections/sections.hpp>

namespace lianxi {

/// What a meeting resolved by consensus. A resolution without a topic stands for itself;
/// one whose topic cannot be found, or not be read, may lack what it needs and is left out.
class Agreed {
 public:
  explicit Agreed(const Meeting&);

  /// As written.
  const std::vector<const Resolution*>& resolutions() const { return resolutions_; }
  bool contains(const Resolution& resolution) const { return known_.contains(&resolution); }

 private:
  std::vector<const Resolution*> resolutions_;
  std::unordered_set<const Resolution*> known_;
};

namespace sections {

/// What was resolved, numbered, each with lead, support, due; or that nothing was.
doc::Section resolved(const ReportCase&, const Meeting&, const Agreed&);
/// The topics without consensus, with what was said; nothing where there are none.
std::optional<doc::Section> held_over(const ReportCase&, const Meeting&);
/// What was said of the topics on which all agreed; nothing where nothing is on record.
std::optional<doc::Section> discussions(const ReportCase&, const Meeting&);
/// Due dates moved, leads changed, matters dropped, plans and waivers that the meeting approved.
std::optional<doc::Section> approved(const ReportCase&, const Meeting&);
/// What was suggested, by whom, who handles it, what was answered by the as-of day.
std::optional<doc::Section> suggestions(const ReportCase&, const Meeting&);

}  // namespace sections
}  // namespace lianxi
