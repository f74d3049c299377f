// Slips of the hand and what becomes of them, for mending_test.cpp.
#pragma once

/// `after` is "" for what stays as it is.
struct MadeSlip {
  const char *what, *before, *after;
};

inline const MadeSlip slips[] = {
    {"a full-width colon after a key",
     "单位:\n"
     "  - 编号：c\n"
     "    名称: 丙\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: 丙\n"},
    {"one in every line, so that YAML sees a single text",
     "单位：\n"
     "  - 编号：c\n"
     "    名称：丙\n"
     "    负责人：x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: 丙\n"
     "    负责人: x\n"},
    {"full-width signs in flow style",
     "单位:\n"
     "  - {编号：c，名称: 丙｝\n"
     "  - {编号: d, 名称：丁，负责人： x}\n",
     "单位:\n"
     "  - {编号: c, 名称: 丙}\n"
     "  - {编号: d, 名称: 丁, 负责人: x}\n"},
    {"full-width braces",
     "单位:\n"
     "  - ｛编号: c, 名称: 丙｝\n",
     "单位:\n"
     "  - {编号: c, 名称: 丙}\n"},
    {"full-width braces, colons and commas",
     "单位:\n"
     "  - ｛编号：c，名称：丙｝\n",
     "单位:\n"
     "  - {编号: c, 名称: 丙}\n"},
    {"a full-width hyphen",
     "单位:\n"
     "  － 编号: c\n"
     "    名称: 丙\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: 丙\n"},
    {"an em dash right before the key",
     "单位:\n"
     "  —编号: c\n"
     "    名称: 丙\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: 丙\n"},
    {"an ideographic space after the colon",
     "单位:\n"
     "  - 编号: c\n"
     "    名称:\u3000丙\n"
     "    负责人: x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: 丙\n"
     "    负责人: x\n"},
    {"full-width quotes that hide a colon",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: “a: b”\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: \"a: b\"\n"},
    {"a full-width closing quote",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: \"a”\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: \"a\"\n"},
    {"full-width quotes around a key, and around commas",
     "单位:\n"
     "  - {“编号”: c, 名称: “甲, 乙, 丙”}\n",
     "单位:\n"
     "  - {\"编号\": c, 名称: \"甲, 乙, 丙\"}\n"},
    {"no space after a colon is shown, not mended",
     "单位:\n"
     "  - 编号: c\n"
     "    名称:丙\n"
     "    负责人: x\n",
     ""},
    {"a text that must be quoted is shown, not mended",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: @丙\n",
     ""},
    {"signs in a block text and in a comment stay",
     "单位:\n"
     "  - 编号: c\n"
     "    备注: |\n"
     "      会议：x\n"
     "      \u3000y，z\n"
     "    名称：x # 注：y\n",
     "单位:\n"
     "  - 编号: c\n"
     "    备注: |\n"
     "      会议：x\n"
     "      \u3000y，z\n"
     "    名称: x # 注：y\n"},
    {"ideographic spaces before a list item",
     "单位:\n"
     "\u3000- 编号: c\n"
     "\u3000  名称: x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"},
    {"ideographic spaces before a key",
     "单位:\n"
     "  - 编号: c\n"
     "\u3000\u3000名称: x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"},
    {"non-breaking spaces",
     "单位:\n"
     "  - 编号: c\n"
     "\u00A0\u00A0\u00A0\u00A0名称: x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"},
    {"an ideographic space too many",
     "单位:\n"
     "  - 编号: c\n"
     "    \u3000名称: x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"},
    {"a tab of the one width that can be read",
     "单位:\n"
     "  - 编号: c\n"
     "\t名称: x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"},
    {"a tab of any width stays",
     "单位:\n"
     "\t- 编号: c\n"
     "\t  名称: x\n",
     ""},
    {"tabs, one for each level",
     "单位:\n"
     "\t- 编号: c\n"
     "\t\t名称: x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"},
    {"a key one letter away from one other",
     "单位:\n"
     "  - 编号: c\n"
     "    名你: x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"},
    {"a collection likewise",
     "单畏:\n"
     "  - 编号: c\n"
     "    名称: x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"},
    {"a word of a choice likewise, within its quotes",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"
     "    role: \"membr\"\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"
     "    role: \"member\"\n"},
    {"a key whose sense is the opposite stays",
     "会议:\n"
     "  - {编号: m, 类型: 例会, 日期: 2017-01-01, 签到: {缺席: [a]}}\n",
     ""},
    {"a key that the format has elsewhere stays",
     "会议:\n"
     "  - {编号: m, 类型: 例会, 日期: 2017-01-01, 签到: {列席: [a]}}\n",
     ""},
    {"a word with a negation stays",
     "落实报告:\n"
     "  - {会议: m, 单位: a, 日期: 2017-01-01, 事项: [{决议: r, 状态: 未完成}]}\n",
     ""},
    {"full-width signs in a list of references, not in one of names",
     "会议:\n"
     "  - {编号: m, 类型: 例会, 日期: 2017-01-01, 签到: {出席: ［a，b］}, 列席: [甲，乙]}\n",
     "会议:\n"
     "  - {编号: m, 类型: 例会, 日期: 2017-01-01, 签到: {出席: [a, b]}, 列席: [甲，乙]}\n"},
    {"a reference is never corrected",
     "会议:\n"
     "  - {编号: m, 类型: 例会, 日期: 2017-01-01, 主持单位: b}\n",
     ""},
    {"byte order mark, line breaks and a missing one at the end stay",
     "\xEF\xBB\xBF"
     "单位:\r\n"
     "  - 编号: c\r\n"
     "    名称：丙",
     "\xEF\xBB\xBF"
     "单位:\r\n"
     "  - 编号: c\r\n"
     "    名称: 丙"},
    {"each document on its own",
     "# 注：一\n"
     "单位:\n"
     "  - 编号: c\n"
     "    名称：丙\n"
     "---\n"
     "# 二：\n"
     "单位:\n"
     "  - 编号: d\n"
     "    名称: \"x\n"
     "...\n"
     "---\n"
     "单位:\n"
     "  - {编号：e, 名称: y}\n",
     "# 注：一\n"
     "单位:\n"
     "  - 编号: c\n"
     "    名称: 丙\n"
     "---\n"
     "# 二：\n"
     "单位:\n"
     "  - 编号: d\n"
     "    名称: \"x\n"
     "...\n"
     "---\n"
     "单位:\n"
     "  - {编号: e, 名称: y}\n"},
    {"quotes and brackets of a text stay",
     "单位:\n"
     "  - {编号: c, 名称: “丙”：【重要】，好, 负责人：x}\n",
     "单位:\n"
     "  - {编号: c, 名称: “丙”：【重要】，好, 负责人: x}\n"},
    {"tabs and signs in comments stay",
     "单位:\n"
     "\t# 注\n"
     "  - 编号: c\n"
     "    名称：x\t# 注：tab\n",
     "单位:\n"
     "\t# 注\n"
     "  - 编号: c\n"
     "    名称: x\t# 注：tab\n"},
    {"full-width quotes around a day",
     "会议:\n"
     "  - {编号: m, 类型: 例会, 日期: “2017-01-01”}\n",
     "会议:\n"
     "  - {编号: m, 类型: 例会, 日期: \"2017-01-01\"}\n"},
    {"a field that another one swallowed",
     "单位:\n"
     "  - {名称: 丙，编号：c}\n",
     "单位:\n"
     "  - {名称: 丙, 编号: c}\n"},
    {"a mapping over several lines",
     "单位:\n"
     "  - {\n"
     "      编号：c，\n"
     "      名称: 丙，\n"
     "      负责人: x｝\n",
     "单位:\n"
     "  - {\n"
     "      编号: c,\n"
     "      名称: 丙,\n"
     "      负责人: x}\n"},
    {"a thousands comma is shown, not mended",
     "活动:\n"
     "  - {编号: e, 标题: E, 类型: 其他, 日期: 2017-01-01, 牵头单位: a, 服务人次: 1,200余}\n",
     ""},
    {"signs in a quoted text stay",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: \"丙\u3000：，\"\n"
     "    负责人：x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: \"丙\u3000：，\"\n"
     "    负责人: x\n"},
    {"signs in a quoted text of several lines stay",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: \"丙\n"
     "      会议：y\n"
     "      z\"\n"
     "    负责人：x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: \"丙\n"
     "      会议：y\n"
     "      z\"\n"
     "    负责人: x\n"},
    {"signs in a plain text of several lines stay",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: 丙\n"
     "      会议：y\n"
     "    负责人：x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: 丙\n"
     "      会议：y\n"
     "    负责人: x\n"},
    {"signs, wide spaces and tabs in a block text stay",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    小结: |\n"
     "      会议：一\n"
     "      \u3000二\n"
     "      \t三，［四］\n"
     "    服务成效：x\n",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    小结: |\n"
     "      会议：一\n"
     "      \u3000二\n"
     "      \t三，［四］\n"
     "    服务成效: x\n"},
    {"signs in a block text that is a list item stay",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    服务内容:\n"
     "      - |\n"
     "        会议：一\n"
     "      - 讲座：二\n"
     "    服务成效：x\n",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    服务内容:\n"
     "      - |\n"
     "        会议：一\n"
     "      - 讲座：二\n"
     "    服务成效: x\n"},
    {"commas between texts of a list stay",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    服务内容: [义诊，讲座, “咨询”]\n"
     "    服务成效：x\n",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    服务内容: [义诊，讲座, “咨询”]\n"
     "    服务成效: x\n"},
    {"commas in texts of flow style stay",
     "活动:\n"
     "  - {编号：e, 标题: 大会，主题日, 类型: 其他, 服务内容: [义诊，讲座], 日期: 2017-01-01, "
     "牵头单位: a}\n",
     "活动:\n"
     "  - {编号: e, 标题: 大会，主题日, 类型: 其他, 服务内容: [义诊，讲座], 日期: 2017-01-01, "
     "牵头单位: a}\n"},
    {"full-width brackets of a text stay",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    小结: 【重要】［一］\n"
     "    服务成效：x\n",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    小结: 【重要】［一］\n"
     "    服务成效: x\n"},
    {"a plain text of several lines before two slips stays",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    小结: 第一段\n"
     "      注意：安全，\n"
     "      \u3000\u3000第三段\n"
     "    服务成效：x\n"
     "    地点：y\n",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    小结: 第一段\n"
     "      注意：安全，\n"
     "      \u3000\u3000第三段\n"
     "    服务成效: x\n"
     "    地点: y\n"},
    {"one after two slips stays",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    服务成效：x\n"
     "    地点：y\n"
     "    小结: 第一段\n"
     "      注意：安全\n",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    服务成效: x\n"
     "    地点: y\n"
     "    小结: 第一段\n"
     "      注意：安全\n"},
    {"a quoted text with an empty line stays",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    小结: \"一：二，\n"
     "      三：四\n"
     "\n"
     "      五\"\n"
     "    服务成效：x\n",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    小结: \"一：二，\n"
     "      三：四\n"
     "\n"
     "      五\"\n"
     "    服务成效: x\n"},
    {"a text in single quotes stays",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    小结: '它''s：二，\n"
     "      三'\n"
     "    服务成效：x\n",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    小结: '它''s：二，\n"
     "      三'\n"
     "    服务成效: x\n"},
    {"a key is not corrected into one that is there already",
     "单位:\n"
     "  - {编号: c, 名你: x, 名称: y}\n",
     ""},
    {"a letter too many",
     "会议:\n"
     "  - {编号: m, 类型: 例会, 日期: 2017-01-01, 会议记录表: x}\n",
     "会议:\n"
     "  - {编号: m, 类型: 例会, 日期: 2017-01-01, 会议记录: x}\n"},
    {"a word with another number stays",
     "联盟: {名称: A, 成立日期: 2013-04-28, 办公室: a, 制度: {例会周期: 双月}}\n"
     "单位: [{编号: a, 名称: A, 负责人: H}]\n",
     ""},
    {"an id is never corrected",
     "单位:\n"
     "  - {编号: c：d, 名称: x}\n",
     ""},
    {"a reference with a comma outside brackets stays",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a，b\n",
     ""},
    {"“、” is shown, not mended",
     "会议:\n"
     "  - {编号: m, 类型: 例会, 日期: 2017-01-01, 签到: {出席: [a、b]}}\n",
     ""},
    {"wide spaces that hide a comment",
     "# 单位：\n"
     "\u3000\u3000# 注\n"
     "单位:\n"
     "  - {编号：c, 名称: x}\n",
     "# 单位：\n"
     "    # 注\n"
     "单位:\n"
     "  - {编号: c, 名称: x}\n"},
    {"dashes of a text stay",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    小结: 一——二\n"
     "    服务成效：—\n",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    小结: 一——二\n"
     "    服务成效: —\n"},
    {"full-width hyphens before references",
     "会议:\n"
     "  - 编号: m\n"
     "    类型: 例会\n"
     "    日期: 2017-01-01\n"
     "    签到:\n"
     "      出席:\n"
     "        － a\n"
     "        － a\n",
     "会议:\n"
     "  - 编号: m\n"
     "    类型: 例会\n"
     "    日期: 2017-01-01\n"
     "    签到:\n"
     "      出席:\n"
     "        - a\n"
     "        - a\n"},
    {"an address and its colons stay",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    小结: http://x.cn:80/a，b\n"
     "    服务成效：http：//x\n",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    小结: http://x.cn:80/a，b\n"
     "    服务成效: http：//x\n"},
    {"a full-width colon in a time stays",
     "会议:\n"
     "  - 编号: m\n"
     "    类型: 例会\n"
     "    日期: 2017-01-01\n"
     "    时间：14：00\n"
     "    地点: x\n",
     "会议:\n"
     "  - 编号: m\n"
     "    类型: 例会\n"
     "    日期: 2017-01-01\n"
     "    时间: 14：00\n"
     "    地点: x\n"},
    {"wide spaces of a text stay",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    小结: 一\u3000二\u3000\n"
     "    服务成效：\u3000x\n",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    小结: 一\u3000二\u3000\n"
     "    服务成效: x\n"},
    {"quotes of a text with a colon stay",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    小结: 他说：“好: 的”，走了\n",
     ""},
    {"a pair of quotes in a text closes no other",
     "活动:\n"
     "  - 编号: e\n"
     "    标题: E\n"
     "    类型: 其他\n"
     "    日期: 2017-01-01\n"
     "    牵头单位: a\n"
     "    小结: \"甲“乙”\n"
     "    服务成效: x\n",
     ""},
    {"a tab after a hyphen stays where its width is unclear",
     "单位:\n"
     "  -\t编号: c\n"
     "\t名称: x\n",
     ""},
    {"what stands on lines of markers stays",
     "--- # 一：二\n"
     "单位:\n"
     "  - {编号：c, 名称: x}\n"
     "... # 三：四\n",
     "--- # 一：二\n"
     "单位:\n"
     "  - {编号: c, 名称: x}\n"
     "... # 三：四\n"},
    {"line breaks of both kinds stay",
     "单位:\n"
     "  - 编号: c\r\n"
     "    名称：x\r\n"
     "    负责人: y\n",
     "单位:\n"
     "  - 编号: c\r\n"
     "    名称: x\r\n"
     "    负责人: y\n"},
    {"a full-width comma in a list of texts that may have others stays",
     "活动:\n"
     "  - {编号: e, 标题: E, 类型: 其他, 日期: 2017-01-01, 牵头单位: a, 服务内容: "
     "[\"甲\"，乙，丙]}\n",
     ""},
    {"one that can only separate does not",
     "活动:\n"
     "  - {编号: e, 标题: E, 类型: 其他, 日期: 2017-01-01, 牵头单位: a, 服务内容: [\"甲\"，乙]}\n",
     "活动:\n"
     "  - {编号: e, 标题: E, 类型: 其他, 日期: 2017-01-01, 牵头单位: a, 服务内容: [\"甲\", 乙]}\n"},
};
