// What a reader wants to know first of a record of some kinds, as of a day.
#pragma once
#include <vector>

#include <lianxi/base/language.hpp>
#include <lianxi/rules/record_view.hpp>

namespace lianxi {

struct RecordFact {
  Bilingual name;
  Message value;
};

/// Of a unit, meeting, fund, resolution or plan's task; of others none.
std::vector<RecordFact> facts_of(const RecordView&);

}  // namespace lianxi
