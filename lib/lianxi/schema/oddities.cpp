#include <string_view>
#include <unordered_map>

#include <lianxi/base/phrase.hpp>
#include <lianxi/schema/hand_slips.hpp>
#include <lianxi/schema/oddities.hpp>

namespace lianxi {

void report_oddity(const Node& node, Decoder& decoder) {
  switch (node.oddity) {
    case Oddity::none:
      return;
    case Oddity::anchor:
      show_quoted(
          decoder.fault(rule_names::yaml_subset, node.at,
                        say({"an anchor “&” is not part of the format", "本格式不使用锚点“&”"}),
                        say({"write the value out; quote text that begins with “&”",
                             "请直接写出内容；以“&”开头的文字要加引号"})),
          decoder);
      return;
    case Oddity::alias:
      show_quoted(
          decoder.fault(rule_names::yaml_subset, node.at,
                        say({"an alias “*” is not part of the format", "本格式不使用别名“*”"}),
                        say({"write the value out; quote text that begins with “*”",
                             "请直接写出内容；以“*”开头的文字要加引号"})),
          decoder);
      return;
    case Oddity::tag:
      show_quoted(decoder.fault(rule_names::yaml_subset, node.at,
                                say({"a tag “!” is not part of the format", "本格式不使用标签“!”"}),
                                say({"leave it out; quote text that begins with “!”",
                                     "请删去；以“!”开头的文字要加引号"})),
                  decoder);
      return;
    case Oddity::too_deep:
      decoder.fault(rule_names::yaml_subset, node.at,
                    say({"nested deeper than 16 levels", "嵌套超过 16 层"}),
                    say({"records need far fewer; is a bracket too many?",
                         "记录用不到这么多层，是否多写了括号？"}));
      return;
  }
}

bool report_oddities_below(const Node& node, Decoder& decoder) {
  bool any = false;
  for (const Node& child : node) {
    if (child.key && child.key->oddity != Oddity::none) {
      report_oddity(*child.key, decoder);
      any = true;
    }
    report_oddity(child, decoder);
    any = report_oddities_below(child, decoder) || child.oddity != Oddity::none || any;
  }
  return any;
}

void report_repeated(const Node& key, const Node& first, Decoder& decoder) {
  const bool same = key.text == first.text;
  auto& finding = decoder.fault(
      same ? rule_names::duplicate_key : rule_names::duplicate_field, key.at,
      same ? say({"“{}” is given twice", "“{}”写了两次"}, key.text)
           : say({"“{}” and “{}” are the same field", "“{}”和“{}”是同一项"}, first.text, key.text),
      say({"keep one of them; the first counts", "请只留一个；目前以第一个为准"}));
  finding.related.push_back({first.at, say({"first given here", "第一次写在这里"})});
}

static void report_repetitions_within(const Node& node, Decoder& decoder) {
  std::unordered_map<std::string_view, const Node*> keys;
  for (const Node& child : node) {
    if (child.key && child.key->kind == Node::Kind::scalar)
      if (const auto [first, is_new] = keys.emplace(child.key->text, child.key); !is_new)
        report_repeated(*child.key, *first->second, decoder);
    report_repetitions_within(child, decoder);
  }
}

void report_faults_within(const Node& node, Decoder& decoder) {
  report_oddity(node, decoder);
  report_oddities_below(node, decoder);
  report_repetitions_within(node, decoder);
}

}  // namespace lianxi
