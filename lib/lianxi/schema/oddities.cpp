#include <lianxi/schema/hand_slips.hpp>
#include <lianxi/schema/oddities.hpp>

namespace lianxi {

void report_oddity(const Node& node, Decoder& decoder) {
  switch (node.oddity) {
    case Oddity::none:
      return;
    case Oddity::anchor:
      show_quoted(
          decoder.fault("yaml-subset", node.at,
                        say({"an anchor “&” is not part of the format", "本格式不使用锚点“&”"}),
                        say({"write the value out; quote text that begins with “&”",
                             "请直接写出内容；以“&”开头的文字要加引号"})),
          decoder);
      return;
    case Oddity::alias:
      show_quoted(
          decoder.fault("yaml-subset", node.at,
                        say({"an alias “*” is not part of the format", "本格式不使用别名“*”"}),
                        say({"write the value out; quote text that begins with “*”",
                             "请直接写出内容；以“*”开头的文字要加引号"})),
          decoder);
      return;
    case Oddity::tag:
      show_quoted(decoder.fault("yaml-subset", node.at,
                                say({"a tag “!” is not part of the format", "本格式不使用标签“!”"}),
                                say({"leave it out; quote text that begins with “!”",
                                     "请删去；以“!”开头的文字要加引号"})),
                  decoder);
      return;
    case Oddity::too_deep:
      decoder.fault("yaml-subset", node.at, say({"nested deeper than 16 levels", "嵌套超过 16 层"}),
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

}  // namespace lianxi
