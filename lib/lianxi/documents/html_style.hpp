// How a page of HTML looks.
#pragma once
#include <string_view>

namespace lianxi::html {

/// On screen the contents stand beside a wide page. On paper rows are not torn apart, the
/// heads of tables come again on each page, and contents, which would have no page numbers,
/// are left out. A page that has a table too wide for upright paper lies on its side.
inline constexpr std::string_view style = R"(:root {
  color-scheme: light;
  --ink: #1c1f23; --soft: #5d6670; --paper: #ffffff; --shade: #f3f5f7; --rule: #cfd5db;
  --link: #1f5fa8; --bar: #3d7ab8; --done: #4f8f68; --open: #c9d3dc; --late: #c0483d;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --ink: #e4e7ea; --soft: #9aa4ae; --paper: #17191c; --shade: #22262b; --rule: #3d444c;
    --link: #8bb8ea; --bar: #5b93cd; --done: #62a57d; --open: #4a545f; --late: #d9695e;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; color: var(--ink); background: var(--paper); line-height: 1.65;
  font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
    "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif;
}
main { width: 100%; max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem 3rem; }
.wide main { max-width: 90rem; }
h1 { font-size: 1.7rem; line-height: 1.35; text-align: center; margin: 0.5rem 0 1.5rem; }
h2 { font-size: 1.3rem; margin: 2.2rem 0 0.8rem; }
.enclosure { break-inside: avoid; }
.enclosure h2 { text-align: center; }
h3 { font-size: 1.1rem; margin: 1.6rem 0 0.6rem; }
h4, h5, h6 { font-size: 1rem; margin: 1.2rem 0 0.5rem; }
h1, h2, h3, h4, h5, h6, p, li, td, th { overflow-wrap: anywhere; }
p { margin: 0.6rem 0; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
nav { font-size: 0.9rem; padding: 1rem 1.5rem; background: var(--shade); }
nav ul { list-style: none; margin: 0; padding: 0; }
nav ul ul { padding-left: 1em; }
nav li { margin: 0.25rem 0; }
@media screen and (min-width: 80rem) {
  body.contents { display: grid; grid-template-columns: 17rem minmax(0, 1fr); }
  nav { height: 100vh; position: sticky; top: 0; overflow-y: auto; padding-top: 2rem; }
}
.table { overflow-x: auto; margin: 0.8rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; line-height: 1.5; }
th, td { border: 1px solid var(--rule); padding: 0.3rem 0.55rem; vertical-align: top; text-align: left; }
th { background: var(--shade); font-weight: 600; vertical-align: bottom; }
td { min-width: 4.5em; }
th { overflow-wrap: break-word; min-width: 3.6em; } /* two characters of Chinese a line */
td.short, td.figure { min-width: 0; }
td.short { white-space: nowrap; }
.figure { font-variant-numeric: tabular-nums; }
@media screen {
  .wide td:not(.short, .figure) { min-width: 7.5em; }
}
td.pen { min-width: 6em; height: 2.8em; }
.center { text-align: center; }
.signature { text-align: right; padding-right: 2em; margin: 1.5rem 0; }
.signature p { margin: 0.2rem 0; }
figure { margin: 1rem 0; }
figcaption { color: var(--soft); font-size: 0.9rem; text-align: center; margin-bottom: 0.3rem; }
svg { display: block; width: 100%; max-width: 46rem; margin: 0 auto; }
svg text { font-size: 13px; fill: var(--ink); }
svg .lane { font-weight: 600; }
svg .grid { stroke: var(--rule); }
svg .bar { fill: var(--bar); }
svg .done { fill: var(--done); }
svg .open { fill: var(--open); stroke: var(--soft); }
svg .late { fill: var(--late); stroke: var(--ink); stroke-dasharray: 3 2; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--rule); color: var(--soft); font-size: 0.88rem; }
@page { size: A4; margin: 20mm 18mm; }
@page wide { size: A4 landscape; margin: 18mm; }
@media print {
  body {
    display: block; font-size: 11pt; line-height: 1.5;
    font-family: FangSong, STFangsong, "FangSong_GB2312", SimSun, "Songti SC", "Noto Serif CJK SC",
      "Noto Sans CJK SC", serif;
  }
  nav { display: none; }
  main { max-width: none; padding: 0; }
  h1, h2, h3, h4, h5, h6, th {
    font-family: SimHei, "Heiti SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  }
  h1 { font-size: 18pt; }
  h2 { font-size: 14pt; margin-top: 1.6rem; }
  h3 { font-size: 12pt; margin-top: 1.2rem; }
  h1, h2, h3, h4, h5, h6, figcaption { break-after: avoid; }
  p, li { orphans: 2; widows: 2; }
  .table { overflow: visible; padding-right: 1px; } /* the last border */
  table { font-size: 9.5pt; }
  body.wide { page: wide; }
  .wide table { font-size: 9pt; }
  .wide th, .wide td { padding: 0.25rem 0.35rem; }
  footer { break-before: avoid; break-inside: avoid; }
  thead { display: table-header-group; }
  tr, figure, .signature { break-inside: avoid; }
  th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  svg rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)";

}  // namespace lianxi::html
