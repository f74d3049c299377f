// The table of figures: one line for each drives the JSON, the table for people, and
// the paths of claims and `stats --explain`.
#pragma once
#include <span>
#include <string_view>

#include <lianxi/base/phrase.hpp>
#include <lianxi/figures/figure_value.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

/// One figure of a group of figures.
template <class Group>
struct FigureField {
  std::string_view key;  ///< In JSON and in paths.
  Bilingual label;
  FigureValue (*value)(const Group&);
  const void* (*address)(const Group&);  ///< Of the member, to tell figures apart.
};

template <auto Member>
constexpr auto figure(std::string_view key, Bilingual label) {
  using Group = typename MemberOf<decltype(Member)>::Record;
  return FigureField<Group>{key, label, [](const Group& group) { return value_of(group.*Member); },
                            [](const Group& group) -> const void* { return &(group.*Member); }};
}

inline constexpr FigureField<UnitFigures> unit_figures[] = {
    figure<&UnitFigures::members>("members", {"members", "成员单位"}),
};

inline constexpr FigureField<MeetingFigures> meeting_figures[] = {
    figure<&MeetingFigures::held>("held", {"held", "召开会议"}),
    figure<&MeetingFigures::regular>("regular", {"regular", "例会"}),
    figure<&MeetingFigures::special>("special", {"special", "临时会议"}),
    figure<&MeetingFigures::attendance>("attendance_rate", {"attendance rate", "出席率"}),
    figure<&MeetingFigures::suggestions>("suggestions", {"suggestions", "意见建议"}),
    figure<&MeetingFigures::suggestions_settled>("suggestions_settled",
                                                 {"suggestions settled", "已办结意见建议"}),
    figure<&MeetingFigures::resolutions>("resolutions", {"resolutions", "形成决议"}),
};

inline constexpr FigureField<EventFigures> event_figures[] = {
    figure<&EventFigures::records>("records", {"events", "活动"}),
    figure<&EventFigures::units>("units", {"units that took part", "参与单位（去重）"}),
    figure<&EventFigures::organizations>("organizations", {"organizations", "参与单位"}),
    figure<&EventFigures::sessions>("sessions", {"sessions", "场次"}),
    figure<&EventFigures::served>("served", {"served", "服务人次"}),
    figure<&EventFigures::volunteers>("volunteers", {"volunteers", "志愿者人次"}),
    figure<&EventFigures::hours>("hours", {"hours", "志愿时长"}),
    figure<&EventFigures::trained>("trained", {"trained", "培训人次"}),
    figure<&EventFigures::certified>("certified", {"certified", "持证人数"}),
};

inline constexpr FigureField<MaterialFigures> material_figures[] = {
    figure<&MaterialFigures::quantity>("quantity", {"quantity", "数量"}),
};

inline constexpr FigureField<DonationFigures> donation_figures[] = {
    figure<&DonationFigures::records>("records", {"donations", "捐赠笔数"}),
    figure<&DonationFigures::money>("money", {"money", "捐款"}),
    figure<&DonationFigures::goods_value>("goods_value", {"value of goods", "捐物估值"}),
};

inline constexpr FigureField<GoodsFigures> goods_figures[] = {
    figure<&GoodsFigures::quantity>("quantity", {"quantity", "数量"}),
    figure<&GoodsFigures::value>("value", {"value", "估值"}),
};

inline constexpr FigureField<FundFigures> fund_figures[] = {
    figure<&FundFigures::opening>("opening", {"opening", "期初余额"}),
    figure<&FundFigures::received>("received", {"received", "收入"}),
    figure<&FundFigures::granted>("granted", {"granted", "救助支出"}),
    figure<&FundFigures::beneficiaries>("beneficiaries", {"beneficiaries", "受助人数"}),
    figure<&FundFigures::closing>("closing", {"closing", "期末余额"}),
};

inline constexpr FigureField<ProjectFigures> project_figures[] = {
    figure<&ProjectFigures::records>("records", {"approved projects", "批准项目"}),
    figure<&ProjectFigures::approved>("approved", {"approved", "批准金额"}),
    figure<&ProjectFigures::spent>("spent", {"spent", "支出金额"}),
    figure<&ProjectFigures::reimbursed>("reimbursed", {"reimbursed", "报销金额"}),
};

inline constexpr FigureField<RequestFigures> request_figures[] = {
    figure<&RequestFigures::records>("records", {"requests", "请求"}),
    figure<&RequestFigures::answered>("answered", {"answered by all", "均已答复"}),
    figure<&RequestFigures::closed>("closed", {"closed", "已办结"}),
};

/// Those that stand beside the groups.
inline constexpr FigureField<Figures> other_figures[] = {
    figure<&Figures::shares>("shares", {"experience and information shared", "经验信息"}),
    figure<&Figures::honors>("honors", {"honours", "荣誉"}),
};

constexpr std::span<const FigureField<UnitFigures>> figures_in(const UnitFigures&) {
  return unit_figures;
}
constexpr std::span<const FigureField<MeetingFigures>> figures_in(const MeetingFigures&) {
  return meeting_figures;
}
constexpr std::span<const FigureField<EventFigures>> figures_in(const EventFigures&) {
  return event_figures;
}
constexpr std::span<const FigureField<MaterialFigures>> figures_in(const MaterialFigures&) {
  return material_figures;
}
constexpr std::span<const FigureField<DonationFigures>> figures_in(const DonationFigures&) {
  return donation_figures;
}
constexpr std::span<const FigureField<GoodsFigures>> figures_in(const GoodsFigures&) {
  return goods_figures;
}
constexpr std::span<const FigureField<FundFigures>> figures_in(const FundFigures&) {
  return fund_figures;
}
constexpr std::span<const FigureField<ProjectFigures>> figures_in(const ProjectFigures&) {
  return project_figures;
}
constexpr std::span<const FigureField<RequestFigures>> figures_in(const RequestFigures&) {
  return request_figures;
}
constexpr std::span<const FigureField<Figures>> figures_in(const Figures&) { return other_figures; }

}  // namespace LIANXI_EXPORT
