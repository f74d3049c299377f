// The figures of a book for a period: what `lianxi stats` prints, reports show and
// claims are held against.
//
// All of them are sums over records, made in one pass over each collection. The names
// in them (categories, items, ids) are views into the book, which has to outlive them.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/period.hpp>
#include <lianxi/base/quantity.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/export.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/events.hpp>

namespace lianxi LIANXI_EXPORT {

/// A part of a whole, kept as both, so that rates of several periods can be added.
struct Rate {
  std::int64_t part = 0, whole = 0;

  /// Tenths of a percent, halves up; nothing where there is no whole.
  std::optional<std::int64_t> tenths() const {
    return whole > 0 ? std::optional(rate(part, whole)) : std::nullopt;
  }
  constexpr Rate& operator+=(Rate other) {
    part += other.part;
    whole += other.whole;
    return *this;
  }
};

struct CategoryFigures {
  std::string_view category;
  std::int64_t members = 0;
};

/// Members on the last day of the period.
struct UnitFigures {
  std::int64_t members = 0;
  std::vector<CategoryFigures> by_category;  ///< In the order of the units.
};

/// Of the meetings held in the period.
struct MeetingFigures {
  std::int64_t held = 0, regular = 0, special = 0;
  Rate attendance;  ///< Members present of all members, over meetings with a sign-in.
  std::int64_t suggestions = 0;
  std::int64_t suggestions_settled = 0;  ///< By the period's end.
  std::int64_t resolutions = 0;
};

/// Of the events whose last day lies in the period: of one kind, or of all.
struct EventFigures {
  std::int64_t records = 0;
  std::int64_t units = 0;  ///< Distinct units that led or took part, those of its series else.
  Count organizations, sessions, served, volunteers;
  Amount hours;
  Count trained, certified;
};

/// Things given out, by what they are and to whom.
struct MaterialFigures {
  std::string_view item, uom, to;  ///< The last two are empty where not given.
  Count quantity = {};
};

struct EventsFigures {
  EventFigures total;
  /// By kind, in the order of the table; records is 0 for a kind without events.
  std::array<EventFigures, std::size(event_kind_words)> by_kind;
  std::vector<MaterialFigures> materials;  ///< By item, uom, to in code point order.
  /// The same over all recipients (`to` is empty), in the same order.
  std::vector<MaterialFigures> materials_to_all;
};

struct GoodsFigures {
  std::string_view item, uom;  ///< The uom is empty where not given.
  Count quantity = {};
  std::optional<Amount> value = {};  ///< Nothing where none of them was valued.
};

struct DonationFigures {
  std::int64_t records = 0;
  Amount money, goods_value;
  std::vector<GoodsFigures> goods;  ///< By item, uom in code point order.
};

struct FundFigures {
  std::string_view id;
  Amount opening = {};  ///< Before the period's first day; without one, the fund's own.
  Amount received = {}, granted = {};
  Count beneficiaries = {};
  Amount closing = {};  ///< At the period's end.
};

struct ProjectFigures {
  std::int64_t records = 0;            ///< Approved in the period.
  Amount approved, spent, reimbursed;  ///< Each by its own day.
};

struct RequestFigures {
  std::int64_t records = 0;
  std::int64_t answered = 0;  ///< By every unit asked, by the period's end.
  std::int64_t closed = 0;    ///< By the period's end.
};

/// All figures of a book.
struct Figures {
  std::string_view book;  ///< The alliance's name.
  std::string label;      ///< The canonical name of the period asked for.
  Scope period;           ///< Ends on the as-of day where that is earlier.
  UnitFigures units = {};
  MeetingFigures meetings = {};
  EventsFigures events = {};
  DonationFigures donations = {};
  std::vector<FundFigures> funds = {};  ///< In book order.
  ProjectFigures projects = {};
  RequestFigures requests = {};
  std::int64_t shares = 0, honors = 0;
};

/// Works them all out as of a day. O(records), and what compliance_of takes.
Figures figures_of(const Book&, Date as_of, const Period& = {});
/// The same for the period of a compliance that is at hand.
Figures figures_of(const Compliance&);

}  // namespace LIANXI_EXPORT
