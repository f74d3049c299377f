// Files of many shapes that mutations begin with.
#pragma once
#include <string_view>

namespace lianxi::fuzz {

/// Files of many shapes to begin with.
inline constexpr std::string_view seeds[] = {
    R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    time: 14:00
    topics:
      - id: t1
        title: 春运：志愿服务 # 议题
        by: 团区委
      - {id: t2, title: "a, b", stances: [{unit: x, stance: support}]}
    attendance: {present: [甲, '乙', {unit: 丙, person: x y}], leave: []}
    record: ~
)",
    R"(---
# 捐赠
donations:
- id: d-1
  amount: 4,000.00
  date: 2017-9-1

- id: d-2
  goods:
  - item: 水
    quantity: 220余
    uom: "箱"
  - item: 'x'
    value:
  purpose: null
-
-
  id: d3
funds: []
units:
...
grants: {}
)",
    R"(alliance:
  name: 南京南站 党建联盟
  policy: {interval: quarter, quorum: 2/3}
  ignore: [a/*.yaml, b]
  note: |
    one line

      two: "#

   # c
  office: |-
      deep

联盟: "x"
none: Null
list:
    -   a: 1
        b: -5
    -   -x
    - y:z
)",
    R"(ｋey: 1
"quoted key": 'text # not a comment'
url: http://a.b/c#d?e=f
q: "[x]: {y}"
flow: [14:00, a#b, -5, http://x, x - y, a'b"c, {k: {l: [m]}, 'n': ""}]
end:   # c
)",   "\r\na:\r\n  - b: 1\r\n    c: \"d\"\r\n  -\r\n    e: ~\r\n# f\r\n\r\ng: [h, i]\r\n",
    R"( a: 1
 b:
   c:
     d:
       - e
       - f: g
         h:
         - i
   j: k
 l: m)",
    R"(a:
  b:
    c:
d:
- e:
- f
-
- ~
- null
- Null
- nullx
g: |
  ~
h:
)",
    R"(a:
  b:
    c:
NULL: x
~: y
null: z
? q
: !t &u >-
  w

  x
:y: *u
)",
};

}  // namespace lianxi::fuzz
