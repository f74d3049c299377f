#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include <lianxi/base/phrase.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

/// Read from a mapping whose keys are not fields but names of rules.
template <>
struct Codec<Severities> {
  static constexpr ValueType type{.kind = ValueType::Kind::severities,
                                  .words = severity_words,
                                  .standing = standing_of_located<Severities>};
  static Severities decode(const Node&, Decoder&);
};

/// Likewise, its keys being e-mail addresses. The units are walked like those of a list.
template <>
struct Codec<Authors> {
  static constexpr ValueType type{
      .kind = ValueType::Kind::severities,
      .element = &Codec<Ref<Target::unit>>::type,
      .count = [](const void* map) { return static_cast<const Authors*>(map)->size(); },
      .item = [](const void* map, std::size_t i) -> const void* {
        return &(*static_cast<const Authors*>(map))[i].unit;
      },
      .standing = standing_of_located<Authors>};
  static Authors decode(const Node&, Decoder&);
};

std::string written(const Quorum& quorum, Writing how) {
  return quorum.least ? written(*quorum.least, how) : written(quorum_words[0], how);
}

/// A part of the whole, or the word that takes the rule away.
template <>
struct Spelling<Quorum> {
  static constexpr auto kind = ValueType::Kind::fraction;
  static constexpr std::span<const Word> words = quorum_words;
  static std::optional<Quorum> read(std::string_view text) {
    for (const Word& word : quorum_words)
      if (is_word(text, word)) return Quorum{};
    if (const auto fraction = read_fraction(text)) return Quorum{fraction};
    return std::nullopt;
  }
  static constexpr Bilingual expected{"a part of the whole such as 2/3 or 50%, or none",
                                      "比例，如 2/3 或 50%；取消此项规定写“无”"};
};

// ---- severities and authors ------------------------------------------------------------------

static constexpr Bilingual a_severity_map{"a mapping from rules to severities",
                                          "“规则: 级别”的映射"};
static constexpr Bilingual a_rule_name{"write the name of a rule", "请写规则的名称"};
static constexpr Bilingual an_author_map{"a mapping from e-mail addresses to units",
                                         "“邮箱: 单位”的映射"};
static constexpr Bilingual an_email{"write an e-mail address", "请写邮箱"};

/// Whether the key can be one; reports it where it cannot.
static bool accept_key(const Node& key, Bilingual hint, Decoder& decoder) {
  const bool merge = key.style == Style::plain && key.text == "<<";
  if (key.kind == Node::Kind::scalar && key.oddity == Oddity::none && !merge) return true;
  decoder.fault(rule_names::yaml_subset, key.at,
                say({"a key must be a plain word", "键必须是普通文字"}), say({"{}", "{}"}, hint));
  return false;
}

static void report_repeated(const Node& key, const Node& first, Decoder& decoder) {
  auto& finding = decoder.fault(
      rule_names::duplicate_key, key.at, say({"“{}” is given twice", "“{}”写了两次"}, key.text),
      say({"keep one of them; the first counts", "请只留一个；目前以第一个为准"}));
  finding.related.push_back({first.at, say({"first given here", "第一次写在这里"})});
}

std::string compared_email(std::string_view email) {
  std::string out(email);
  for (char& letter : out)
    if (letter >= 'A' && letter <= 'Z') letter = char(letter - 'A' + 'a');
  return out;
}

/// Reads each entry with `read(entry, key, value)`; keys are the same where `compared` makes them
/// so.
template <class Entry, class Compared, class Read>
static List<Entry> decode_mapping(const Node& map, Bilingual expected, Bilingual key_hint,
                                  Decoder& decoder, const Compared& compared, const Read& read) {
  if (!accept(map, Node::Kind::map, expected, decoder)) return List<Entry>::unreadable(map.at);
  std::size_t most = 0;
  for ([[maybe_unused]] const Node& value : map) ++most;
  auto* entries = decoder.keep().make<Entry>(most);
  std::size_t size = 0;
  std::unordered_map<std::string, const Node*> keys;
  for (const Node& value : map) {
    const Node& key = *value.key;
    if (!accept_key(key, key_hint, decoder)) continue;
    if (const auto [first, fresh] = keys.emplace(compared(key.text), &key); !fresh) {
      report_repeated(key, *first->second, decoder);
      continue;
    }
    if (!is_given(value)) continue;
    Entry& entry = entries[size++];
    entry.at = key.at;
    read(entry, key, value);
  }
  return List<Entry>{entries, size, map.at};
}

Severities Codec<Severities>::decode(const Node& map, Decoder& decoder) {
  return decode_mapping<SeverityEntry>(
      map, a_severity_map, a_rule_name, decoder,
      [](std::string_view rule) { return std::string(rule); },
      [&](SeverityEntry& entry, const Node& key, const Node& value) {
        entry.rule = {key.text, key.at};
        entry.level = Codec<Located<Severity>>::decode(value, decoder);
      });
}

Authors Codec<Authors>::decode(const Node& map, Decoder& decoder) {
  return decode_mapping<AuthorEntry>(map, an_author_map, an_email, decoder, compared_email,
                                     [&](AuthorEntry& entry, const Node& key, const Node& value) {
                                       entry.email = {key.text, key.at};
                                       entry.unit =
                                           Codec<Ref<Target::unit>>::decode(value, decoder);
                                     });
}

std::vector<MappingEntry> mapping_entries(const ValueType& type, const void* mapping) {
  std::vector<MappingEntry> all;
  if (!mapping || type.kind != ValueType::Kind::severities) return all;
  if (type.element) {
    for (const AuthorEntry& entry : *static_cast<const Authors*>(mapping))
      all.push_back({entry.email.value_or(""), type.element, &entry.unit});
  } else {
    for (const SeverityEntry& entry : *static_cast<const Severities*>(mapping))
      all.push_back({entry.rule.value_or(""), &Codec<Located<Severity>>::type, &entry.level});
  }
  return all;
}

// ---- tables ------------------------------------------------------------------------

static constexpr Field policy_fields[] = {
    optional<&Policy::from>("from", "起",
                            {"In a list: the first day on which this entry holds; all but the "
                             "first entry need it.",
                             "写成列表时，本条自哪一天起生效；除第一条外都要写明。"}),
    optional<&Policy::interval>("interval", "例会周期",
                                {"How often a regular meeting is held; quarter where not given.",
                                 "例会召开的周期；不填即每季度。"}),
    optional<&Policy::notice_days>(
        "notice_days", "通知提前天数",
        {"Days before a meeting by which notice is given; 3 where not given.",
         "会议通知应提前的天数；不填即 3 天。"}),
    optional<&Policy::minutes_days>(
        "minutes_days", "纪要印发天数",
        {"Days after a meeting within which minutes are issued; 7 where not given.",
         "会后印发纪要的天数；不填即 7 天。"}),
    optional<&Policy::report_days_before>(
        "report_days_before", "报告提前天数",
        {"Days before the next meeting by which reports are due; 0, its own day, where not given.",
         "落实报告应早于下次会议的天数；不填即 0，下次会议当日提交仍为按时。"}),
    optional<&Policy::reporters>(
        "reporters", "报告范围",
        {"Who reports: all members, or those assigned a resolution; all where not given.",
         "应提交落实报告的单位：全体成员或承办单位；不填即全体。"}),
    optional<&Policy::quorum>("quorum", "法定人数",
                              {"Part of the members that must be present, such as 2/3, or none; no "
                               "rule where not given.",
                               "到会成员单位的最低比例，如 2/3；写“无”或不填即不作要求。"}),
    optional<&Policy::publish_days>(
        "publish_days", "公示期限",
        {"Days within which a fund's accounts are made public; 90 where not given.",
         "基金收支应予公示的期限，以天计；不填即 90 天。"}),
    optional<&Policy::topics_days>(
        "topics_days", "议题提前天数",
        {"Days before a meeting by which topics are asked for; 0 where not given.",
         "会前征集议题应提前的天数；不填即 0 天。"}),
    optional<&Policy::suggestion_days>(
        "suggestion_days", "意见办理期限",
        {"Days within which a suggestion is dealt with; 90 where not given.",
         "办理意见建议的期限，以天计；不填即 90 天。"}),
    optional<&Policy::warn_days>(
        "warn_days", "预警天数",
        {"Days before a due date from which it is announced; 7 where not given.",
         "距完成时限多少天起预警；不填即 7 天。"}),
    optional<&Policy::closing>("closing", "办结认定",
                               {"Whether the lead's report closes a resolution or the office "
                                "verifies it; reported where not given.",
                                "决议办结以牵头单位自报为准，还是经办公室核定；不填即自报。"}),
};
constinit const RecordType Policy::type{
    "policy",
    "制度",
    {"What the alliance agreed on meetings, reports and publication.",
     "联盟关于会议、报告和公示的制度规定。"},
    policy_fields};

static constexpr Field alliance_fields[] = {
    required<&Alliance::name>("name", "名称", {"Its full name.", "联盟全称。"}),
    optional<&Alliance::short_name>("short_name", "简称", {"Its short name.", "联盟简称。"}),
    required<&Alliance::founded>("founded", "成立日期",
                                 {"The day it was founded.", "联盟成立之日。"})
        .also("date", "日期", "成立时间"),
    required<&Alliance::office>(
        "office", "办公室", {"Id of the unit that runs its office.", "承担办公室职责单位的编号。"}),
    optional<&Alliance::brand>(
        "brand", "品牌",
        {"The name under which it is known to the public.", "对外使用的品牌名称。"}),
    optional<&Alliance::lang>("lang", "语言",
                              {"Language of reports and documents; zh where not given.",
                               "报表和文书使用的语言；不填即中文。"}),
    optional<&Alliance::currency>("currency", "币种",
                                  {"Currency of all amounts; CNY where not given.",
                                   "全部金额的币种；不填即 CNY（人民币）。"}),
    optional<&Alliance::policy>(
        "policy", "制度",
        {"What it agreed on meetings, reports and publication; a list "
         "where it changed, each entry from a day on.",
         "关于会议、报告和公示的制度规定；有变动时写成列表，逐条注明起始日期。"}),
    optional<&Alliance::letterhead>(
        "letterhead", "版头",
        {"The heading of its official papers.", "正式文件的版头（发文机关标志）。"}),
    optional<&Alliance::ignore>(
        "ignore", "忽略",
        {"Globs of paths that are not part of the book.", "不属于账本的文件路径，可用通配符。"}),
    optional<&Alliance::severities>("severities", "规则级别",
                                    {"Rules by name, and how severe each is here: off, info, "
                                     "warning or error.",
                                     "按规则名称设定级别：错误、警告、提示或关闭。"}),
    optional<&Alliance::authors>(
        "authors", "填报人",
        {"Who commits reports for which unit, by the e-mail address in git.",
         "在 git 中提交记录的人代表哪个单位填报，按邮箱对应。"}),
};
constinit const RecordType Alliance::type{
    "alliance",
    "联盟",
    {"The alliance that keeps the book; one mapping, not a list.",
     "联盟的基本情况；只写一份，不是列表。"},
    alliance_fields};

}  // namespace lianxi
