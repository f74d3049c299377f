// The figures of what units ask of each other, let each other know and are honored for.
#include <algorithm>
#include <unordered_set>

#include <lianxi/figures/figure_sections.hpp>
#include <lianxi/records/honors.hpp>
#include <lianxi/records/requests.hpp>
#include <lianxi/records/shares.hpp>

namespace lianxi {

/// Whether some unit has taken up a need by the period's end.
static bool is_taken_up(const Request& request, const Scope& scope) {
  return std::ranges::any_of(request.answers, [&](const Answer& answer) {
    return answer.accepted && *answer.accepted && is_by_end(scope, answer.date);
  });
}

/// Whether every unit asked has answered by the period's end; a name that is no unit's asks
/// nobody. A need put to all is answered by the one that takes it up.
static bool is_answered(const Request& request, const Book& book, const Scope& scope) {
  if (!request.to.given()) return is_taken_up(request, scope);
  std::unordered_set<const Unit*> answered;
  for (const Answer& answer : request.answers)
    if (answer.unit && is_by_end(scope, answer.date)) answered.insert(book.unit(*answer.unit));
  for (const auto& to : request.to) {
    const Unit* unit = book.unit(*to);
    if (unit && !answered.contains(unit)) return false;
  }
  return true;
}

void collect_requests(const Collecting& in) {
  RequestFigures& out = in.figures.requests;
  for (const Request& request : in.book.requests) {
    if (!is_in(in.scope, request.date)) continue;
    in.add(out.records, 1, request, request.date.at());
    if (is_answered(request, in.book, in.scope))
      in.add(out.answered, 1, request, request.answers.at());
    if (is_by_end(in.scope, request.closed)) in.add(out.closed, 1, request, request.closed.at());
  }
}

void collect_shares_and_honors(const Collecting& in) {
  for (const Share& share : in.book.shares)
    if (is_in(in.scope, share.date)) in.add(in.figures.shares, 1, share, share.date.at());
  for (const Honor& honor : in.book.honors)
    if (is_in(in.scope, honor.date)) in.add(in.figures.honors, 1, honor, honor.date.at());
}

}  // namespace lianxi
