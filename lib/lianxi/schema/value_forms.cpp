#include <algorithm>

#include <lianxi/base/words.hpp>
#include <lianxi/schema/codec.hpp>
#include <lianxi/schema/value_forms.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using Kind = ValueType::Kind;

Message same(std::string text) { return {text, text}; }

// ---- the codecs' reading, as text ----------------------------------------------------

std::optional<Message> date_in(std::string_view text) {
  const auto date = read_date(text);
  return date ? std::optional(same(iso(*date))) : std::nullopt;
}

std::optional<Message> time_in(std::string_view text) {
  const auto time = read_time(text);
  return time ? std::optional(same(iso(*time))) : std::nullopt;
}

std::optional<Message> integer_in(std::string_view text) {
  const auto value = read_int(text);
  return value ? std::optional(same(std::to_string(*value))) : std::nullopt;
}

std::optional<Message> count_in(std::string_view text) {
  const auto count = read_count(text);
  if (!count) return std::nullopt;
  return Message{to_text(*count, Language::en), to_text(*count, Language::zh)};
}

std::optional<Message> amount_in(std::string_view text) {
  const auto amount = read_amount(text);
  return amount ? std::optional(same(to_text(*amount))) : std::nullopt;
}

/// The fields of `quantity` read a count first, see records/claims.cpp.
std::optional<Message> quantity_in(std::string_view text) {
  const auto count = count_in(text);
  return count ? count : amount_in(text);
}

std::optional<Message> fraction_in(std::string_view text) {
  const auto fraction = read_fraction(text);
  if (!fraction) return std::nullopt;
  return same(std::to_string(fraction->over) + "/" + std::to_string(fraction->under));
}

std::optional<Message> ids_in(std::string_view text, std::size_t most) {
  std::string buffer;
  const auto id = mapped_id(text, buffer);
  return are_ids(id, 1, most) ? std::optional(same(std::string(id))) : std::nullopt;
}

std::optional<Message> word_in(std::string_view text, std::span<const Word> words) {
  for (const Word& word : words)
    if (is_word(text, word)) return Message{std::string(word.en), std::string(word.zh)};
  return std::nullopt;
}

/// `true` and 是 are told as yes, see `bool_words`.
std::optional<Message> bool_in(std::string_view text) {
  const auto word = word_in(text, bool_words);
  if (!word) return std::nullopt;
  return word->zh == "是" ? Message{"yes", "是"} : Message{"no", "否"};
}

std::optional<Message> text_in(std::string_view text) { return same(std::string(text)); }

// ---- the spellings -------------------------------------------------------------------

constexpr Spellings texts[] = {{"007", {"007", "007"}}, {"no", {"no", "no"}}};

constexpr Spellings ids[] = {
    {"2017-q3 | ２０１７－ｑ３", {"2017-q3", "2017-q3"}},
    {"地铁派出所", {"地铁派出所", "地铁派出所"}},
    {"a.b_c-d", {"a.b_c-d", "a.b_c-d"}},
};

constexpr Spellings references[] = {
    {"2017-q3 | ２０１７－ｑ３", {"2017-q3", "2017-q3"}},
    {"2017-q3/r1 | 2017-q3／r1 | ２０１７－ｑ３／ｒ１", {"2017-q3/r1", "2017-q3/r1"}},
    {"2017/t1", {"2017/t1", "2017/t1"}},
};

constexpr Spellings names[] = {{"地铁派出所", {"地铁派出所", "地铁派出所"}},
                               {"A publisher", {"A publisher", "A publisher"}}};

constexpr Spellings paths[] = {
    {"photos/2017-q3.jpg", {"photos/2017-q3.jpg", "photos/2017-q3.jpg"}},
    {"../佐证/签到表.pdf", {"../佐证/签到表.pdf", "../佐证/签到表.pdf"}}};

constexpr Spellings dates[] = {
    {"2017-09-20 | 2017-9-20 | 2017/9/20 | 2017.9.20 | 2017年9月20日 | 2017年09月20日 | "
     "二〇一七年九月二十日 | 二零一七年九月二十日 | ２０１７－０９－２０ | ２０１７年９月２０日 | "
     "２０１７．９．２０ | ２０１７／９／２０",
     {"2017-09-20", "2017-09-20"}},
    {"二〇二〇年十二月三十一日 | 二○二○年十二月三十一日", {"2020-12-31", "2020-12-31"}},
    {"2016-02-29", {"2016-02-29", "2016-02-29"}},
    {"1900-01-01", {"1900-01-01", "1900-01-01"}},
    {"2199-12-31", {"2199-12-31", "2199-12-31"}},
};

constexpr Spellings times[] = {
    {"9:00 | 09:00 | 9：00 | ９：００", {"09:00", "09:00"}},
    {"14:05 | 14：05", {"14:05", "14:05"}},
    {"00:00", {"00:00", "00:00"}},
    {"23:59", {"23:59", "23:59"}},
};

constexpr Spellings integers[] = {
    {"3 | ３ | 03", {"3", "3"}},
    {"0", {"0", "0"}},
    {"1000000000", {"1000000000", "1000000000"}},
};

constexpr Spellings counts[] = {
    {"220 | ２２０", {"220", "220"}},
    {"1600 | 1,600 | 1，600", {"1,600", "1,600"}},
    {"2万 | 2 万 | 20,000", {"20,000", "20,000"}},
    {"220余 | 220 余 | 220多 | 220+ | ２２０＋ | 220以上 | 逾220 | 超过220 | 至少220 | over 220 | "
     "Over 220 | more than 220 | at least 220 | 220 or more",
     {"220+", "220余"}},
    {"1.2万余 | 1.2 万余 | １．２万余 | over 1.2万", {"12,000+", "12,000余"}},
    {"约5500 | 约 5,500 | 近5500 | 大约5500 | 将近5500 | 5500左右 | ~5500 | ～5500 | about 5500 | "
     "About 5,500 | around 5500 | approx 5500 | approx. 5500 | approximately 5500 | roughly 5500 | "
     "nearly 5500 | almost 5500 | some 5500 | 约0.55万",
     {"about 5,500", "约5,500"}},
    {"0", {"0", "0"}},
    {"1000000000000 | 1,000,000,000,000 | 100000000万", {"1,000,000,000,000", "1,000,000,000,000"}},
};

constexpr Spellings amounts[] = {
    {"4000 | 4000.0 | 4,000.00 | ４０００ | ４，０００．００", {"4,000.00", "4,000.00"}},
    {"0.5 | 0.50", {"0.50", "0.50"}},
    {"0", {"0.00", "0.00"}},
    {"10000000000000", {"10,000,000,000,000.00", "10,000,000,000,000.00"}},
};

constexpr Spellings quantities[] = {
    {"220余 | over 220", {"220+", "220余"}},
    {"1.2万", {"12,000", "12,000"}},
    {"4000.50 | 4,000.5", {"4,000.50", "4,000.50"}},
};

constexpr Spellings fractions[] = {
    {"2/3 | ２／３", {"2/3", "2/3"}},
    {"50% | ５０％", {"50/100", "50/100"}},
    {"1/1", {"1/1", "1/1"}},
    {"100%", {"100/100", "100/100"}},
};

constexpr Spellings bools[] = {
    {"yes | Yes | YES | true | True | 是", {"yes", "是"}},
    {"no | No | NO | false | False | 否", {"no", "否"}},
};

constexpr Word example_words[] = {{"regular", "例会"}, {"special", "临时会议"}};
constexpr Spellings choices[] = {
    {"regular | Regular | REGULAR | 例会", {"regular", "例会"}},
    {"special | 临时会议", {"special", "临时会议"}},
};

constexpr ValueForm forms[] = {
    {Kind::date,
     {"date", "日期"},
     {"A real day of the years 1900 to 2199: year, month and day.",
      "1900 至 2199 年间真实存在的一天，依次写年、月、日。"},
     dates,
     "2017-02-29 | 2017-13-45 | 1899-12-31 | 2200-01-01 | 17-09-20 | 2017-9/20 | 20170920 | "
     "2017年9月20 | 2017-09 | 2017-09-20T00:00 | 二〇一七年九月三十一日 | abc",
     date_in},
    {Kind::time,
     {"time", "时间"},
     {"Hours and minutes, 00:00 to 23:59.", "时和分，00:00 至 23:59。"},
     times,
     "24:00 | 14:60 | 14:5 | 14 | 2pm | 14点 | 14:00:00",
     time_in},
    {Kind::integer,
     {"whole number", "整数"},
     {"Digits alone, 0 to 1000000000; days 0 to 3660, years 1900 to 2199.",
      "只写数字，0 至 1000000000；天数 0 至 3660，年份 1900 至 2199。"},
     integers,
     "1000000001 | 1,000 | -1 | 1.5 | 3天 | three | 三",
     integer_in},
    {Kind::count,
     {"count", "数量"},
     {"0 to 1,000,000,000,000, with or without commas for the thousands, or in 万. A word before "
      "or "
      "after it says how exact it is, and sums keep that: about, where a part is about, else at "
      "least, where a part is at least.",
      "0 至 1,000,000,000,000，千位逗号可有可无，也可以“万”计。前后可加表示约数的词，合计时予以"
      "保留：有一项为约数即为约数，否则有一项为至少即为至少。"},
     counts,
     "1000000000001 | -1 | 1.5 | 1,60 | 1,6000 | 22 0 | 约220余 | about 220+ | 余 | about | "
     "1.23456万 | 1,0万 | 0x10 | 200人 | 两百",
     count_in},
    {Kind::amount,
     {"amount", "金额"},
     {"0 to 10,000,000,000,000, with at most two decimal places and without a currency: that is "
      "the "
      "alliance's.",
      "0 至 10,000,000,000,000，最多两位小数，不写币种：币种由联盟统一规定。"},
     amounts,
     "4000元 | ¥4000 | ￥4000 | 1.2万 | 约4000 | 1.005 | 1. | .5 | -1 | 4,00 | 10000000000000.01",
     amount_in},
    {Kind::quantity,
     {"count or amount", "数量或金额"},
     {"Written as the one or the other.", "按数量或金额的写法。"},
     quantities,
     "4000元 | -1 | 1.005 | 约220余 | abc",
     quantity_in},
    {Kind::fraction,
     {"fraction", "比例"},
     {"A part of the whole: more than nothing, at most all of it.",
      "占全体的比例，大于 0，不超过 1。"},
     fractions,
     "0/3 | 4/3 | 2/0 | 0% | 101% | 0.5 | 2 | half | 三分之二",
     fraction_in},
    {Kind::id,
     {"id", "编号"},
     {"Letters, marks and digits of any script, from the second on also ., _ and -; at most 64 of "
      "them. Capital and small letters differ; letters, digits and these signs of full width are "
      "their ASCII twins.",
      "任何文字的字母、汉字和数字，第二个字符起还可用 .、_ 和 -，最多 64 个字符。区分大小写；全角的"
      "字母、数字和这些符号视同半角。"},
     ids,
     "-a | .a | a b | a/b | a，b | a:b | ①",
     [](std::string_view text) { return ids_in(text, 1); }},
    {Kind::ref,
     {"reference", "引用"},
     {"The id of another record. A resolution, a topic, a plan's task is named with what it "
      "belongs "
      "to before it: MEETING/RESOLUTION, MEETING/TOPIC, YEAR/TASK.",
      "另一条记录的编号。决议、议题、计划任务前面写明所属：会议/决议、会议/议题、年度/任务。"},
     references,
     "/r1 | 2017-q3/ | 2017-q3/r1/a | 2017 q3",
     [](std::string_view text) { return ids_in(text, 2); }},
    {Kind::boolean,
     {"yes or no", "是否"},
     {"In any case of the letters.", "英文不分大小写。"},
     bools,
     "1 | 0 | y | maybe | 对 | 有",
     bool_in},
    {Kind::choice,
     {"word", "限定用词"},
     {"One of the words that the field lists, in either language; English in any case of the "
      "letters. For a meeting's kind:",
      "该项所列的词之一，中英文皆可，英文不分大小写。如会议的类型："},
     choices,
     "annual | 年会 | regular例会",
     [](std::string_view text) { return word_in(text, example_words); }},
    {Kind::unit_or_name,
     {"a unit's id, or a name", "单位编号或名称"},
     {"The id of a unit of the book; any other text is the name of somebody outside.",
      "账本中单位的编号；其他文字即账本以外的名称。"},
     names,
     "",
     text_in},
    {Kind::path,
     {"path", "路径"},
     {"Of a file inside the book, from the folder of the file that names it.",
      "账本内的文件，从写下它的文件所在的文件夹算起。"},
     paths,
     "",
     text_in},
    {Kind::text,
     {"text", "文本"},
     {"Anything; numbers and words such as no stay as they are written.",
      "任何文字；数字和 no 之类的词也按原样保留。"},
     texts,
     "",
     text_in},
};

constexpr Bilingual rules[] = {
    {"White space around a value does not count. Digits and punctuation of full width are read as "
     "their ASCII twins in every date, time and number.",
     "内容前后的空白不计。日期、时间和各种数字中的全角数字、标点视同半角。"},
    {"A field with nothing after it, with only white space, with a plain ~ or null, or with an "
     "empty "
     "list counts as not given, whatever its type; so does such an item of a list. Quoted, "
     "\"null\" "
     "is text. An empty mapping {} is given.",
     "冒号后什么也没有、只有空白、只有不带引号的 ~ 或 null，或者是空列表，都视为未填，不论类型；"
     "列表中的一条亦然。带引号的 \"null\" 是文字。空映射 {} 视为已填。"},
    {"Where a list of texts, ids or words is expected, a single one stands for a list of one.",
     "应为文本、编号或词的列表处，单独写一个即为只有一条的列表。"},
    {"Inside { } and [ ] a value with a comma stands in quotes: \"1,600\".",
     "写在 { } 和 [ ] 之内的、含逗号的内容要加引号，如 \"1,600\"。"},
};

}  // namespace

std::span<const ValueForm> value_forms() { return forms; }

const ValueForm* value_form(Kind kind) {
  const auto found = std::ranges::find(forms, kind, &ValueForm::kind);
  return found == std::end(forms) ? nullptr : &*found;
}

std::vector<std::string_view> single_spellings(std::string_view all) {
  constexpr std::string_view bar = " | ";
  std::vector<std::string_view> singles;
  for (auto at = all.find(bar); at != all.npos; at = all.find(bar)) {
    singles.push_back(all.substr(0, at));
    all.remove_prefix(at + bar.size());
  }
  if (!all.empty()) singles.push_back(all);
  return singles;
}

std::span<const Bilingual> value_rules() { return rules; }

}  // namespace lianxi
