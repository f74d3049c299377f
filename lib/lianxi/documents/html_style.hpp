// How a page of HTML looks.
#pragma once
#include <string_view>

namespace lianxi::html {

/// On screen the contents stand beside a wide page, and fold away on a narrow one, where rows of
/// wide tables become cards. On paper tables of few rows stay whole, rows are not torn apart, the
/// heads of tables come again on each page, and only what is too wide lies on its side.
inline constexpr std::string_view style = R"(:root {
  color-scheme: light;
  --ink: #1c1f23; --soft: #56606a; --paper: #ffffff; --shade: #f3f5f7; --rule: #d6dbe0;
  --link: #1f5fa8; --bar: #3d7ab8; --done: #3f7f5a; --open: #c9d3dc; --late: #b3372d;
  --late-ink: #8f241c; --late-back: #fbe9e7; --behind-ink: #7a4b00; --behind-back: #fdf0d8;
  --soon-ink: #174f8c; --soon-back: #e5f0fb; --done-ink: #1f5c3a; --done-back: #e4f3ea;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --ink: #e4e7ea; --soft: #a9b2bb; --paper: #17191c; --shade: #22262b; --rule: #3d444c;
    --link: #8bb8ea; --bar: #5b93cd; --done: #62a57d; --open: #4a545f; --late: #d9695e;
    --late-ink: #ffb4ab; --late-back: #4a1f1b; --behind-ink: #ffd694; --behind-back: #443110;
    --soon-ink: #b5d4f7; --soon-back: #1c344f; --done-ink: #a9ddbd; --done-back: #1c3b29;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; color: var(--ink); background: var(--paper); line-height: 1.65;
  font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
    "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif;
  overflow-wrap: break-word; text-spacing-trim: normal;
}
main { width: 100%; max-width: 62rem; margin: 0 auto; padding: 2rem 1.5rem 3rem; }
.broad main { max-width: 92rem; }
h1 { font-size: 1.8rem; line-height: 1.35; text-align: center; margin: 0.5rem 0 1.6rem; text-wrap: balance; }
h2 { font-size: 1.3rem; margin: 2.6rem 0 0.9rem; padding-top: 0.9rem; border-top: 2px solid var(--rule); }
.enclosure { break-inside: avoid; }
.enclosure h2 { text-align: center; }
h3 { font-size: 1.1rem; margin: 1.8rem 0 0.6rem; }
h4, h5, h6 { font-size: 1rem; margin: 1.2rem 0 0.5rem; }
p { margin: 0.6rem 0; }
li { margin: 0.35rem 0; }
.nb { white-space: nowrap; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
nav { font-size: 0.9rem; padding: 0.8rem 1.5rem; background: var(--shade); }
nav summary { cursor: pointer; font-weight: 600; padding: 0.3rem 0; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav ul ul { padding-left: 1em; }
nav li { margin: 0.4rem 0; }
@media screen and (min-width: 80rem) {
  body.contents { display: grid; grid-template-columns: 17rem minmax(0, 1fr); }
  nav { height: 100vh; position: sticky; top: 0; overflow-y: auto; padding-top: 2rem; }
  @supports selector(details::details-content) {
    nav details::details-content { content-visibility: visible; block-size: auto; }
    nav summary { pointer-events: none; list-style: none; }
  }
}
.table { overflow-x: auto; margin: 0.9rem 0 1.2rem; }
table { border-collapse: collapse; font-size: 0.92rem; line-height: 1.55; }
.full > table { width: 100%; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { border-bottom: 1px solid var(--rule); padding: 0.42rem 0.7rem; vertical-align: top; text-align: left; }
thead th { border-bottom: 2px solid var(--soft); font-weight: 600; vertical-align: bottom; color: var(--soft); }
tbody th { font-weight: 500; }
td, tbody th { min-width: 6.5em; }
thead th { min-width: 3.8em; } /* two characters of Chinese a line */
td.short, th.short, td.figure { min-width: 0; }
td.short, tbody th.short { white-space: nowrap; }
.figure { font-variant-numeric: tabular-nums; text-align: right; }
.middle { text-align: center; }
.nought { color: var(--soft); }
td.pen { min-width: 6em; height: 2.8em; }
@media screen and (min-width: 40.01rem) { .wide td:not(.short, .figure) { min-width: 11em; } }
.full tbody th { position: sticky; left: 0; background: var(--paper); }
.chip { display: inline-block; white-space: nowrap; border-radius: 0.8em; padding: 0 0.6em; font-size: 0.92em; }
.chip.late { color: var(--late-ink); background: var(--late-back); }
.chip.behind { color: var(--behind-ink); background: var(--behind-back); }
.chip.soon { color: var(--soon-ink); background: var(--soon-back); }
.chip.done { color: var(--done-ink); background: var(--done-back); }
.headlines { display: flex; flex-wrap: wrap; gap: 0.8rem 2.6rem; margin: 1.2rem 0 1.6rem; }
.headlines div { display: flex; flex-direction: column-reverse; }
.headlines dt { color: var(--soft); font-size: 0.9rem; }
.headlines dd { margin: 0; font-size: 2rem; line-height: 1.25; font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
.headlines small { font-size: 0.5em; font-weight: 400; color: var(--soft); }
@media screen and (max-width: 40rem) {
  main { padding: 1.2rem 1rem 2rem; }
  h1 { font-size: 1.4rem; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .cards thead th { min-width: max-content; }
  .cards table, .cards tbody, .cards tr, .cards th, .cards td { display: block; width: 100%; }
  .cards tr { border: 1px solid var(--rule); border-radius: 0.5rem; padding: 0.5rem 0.8rem; margin: 0 0 0.8rem; }
  .cards td, .cards tbody th { border: 0; padding: 0.2rem 0; min-width: 0; text-align: left; position: static; }
  .cards tbody th { font-weight: 600; white-space: normal; }
  .cards td { display: grid; grid-template-columns: 6.5em minmax(0, 1fr); gap: 0.6em; white-space: normal; }
  .cards td::before { content: attr(data-label); color: var(--soft); }
  .cards td:empty { display: none; }
  .cards .chip { justify-self: start; }
}
.center { text-align: center; }
.letterhead { text-align: center; color: var(--late); font-size: 1.5rem; letter-spacing: 0.1em; border-bottom: 2px solid var(--late); }
.signature { text-align: right; padding-right: 2em; margin: 1.5rem 0; }
.signature p { margin: 0.2rem 0; }
figure { margin: 1.2rem 0; overflow-x: auto; }
figcaption { color: var(--soft); font-size: 0.9rem; text-align: center; margin-bottom: 0.3rem; }
svg { display: block; width: 100%; min-width: 34rem; max-width: 46rem; margin: 0 auto; }
svg text { font-size: 13px; fill: var(--ink); }
svg .lane { font-weight: 600; }
svg .grid { stroke: var(--rule); }
svg .today { stroke: var(--late); stroke-width: 2; stroke-dasharray: 4 3; }
svg .bar { fill: var(--bar); }
svg .done { fill: var(--done); }
svg .open { fill: var(--open); stroke: var(--soft); }
svg .late { fill: var(--late); stroke: var(--ink); stroke-dasharray: 3 2; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--rule); color: var(--soft); font-size: 0.88rem; }
@page { size: A4; margin: 20mm 18mm; @bottom-center { content: counter(page); font-size: 9pt; } }
@page wide { size: A4 landscape; margin: 18mm; }
@media print {
  body {
    display: block; font-size: 11pt; line-height: 1.5;
    font-family: FangSong, STFangsong, "FangSong_GB2312", SimSun, "Songti SC", "Noto Serif CJK SC",
      "Noto Sans CJK SC", serif;
  }
  nav { display: none; }
  main { max-width: none; padding: 0; }
  h1, h2, h3, h4, h5, h6, thead th {
    font-family: SimHei, "Heiti SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  }
  h1 { font-size: 18pt; }
  h2 { font-size: 14pt; margin-top: 1.6rem; border-top: 0; }
  h3 { font-size: 12pt; margin-top: 1.2rem; }
  h1, h2, h3, h4, h5, h6, figcaption, .headlines { break-after: avoid; }
  p, li { orphans: 2; widows: 2; }
  .table { overflow: visible; }
  .table.whole { break-inside: avoid; }
  .lies { page: wide; }
  .full tbody th { position: static; }
  table { font-size: 9.5pt; }
  .wide table { font-size: 8.5pt; }
  th, td { padding: 0.25rem 0.35rem; }
  svg { min-width: 0; }
  footer { break-before: avoid; break-inside: avoid; }
  thead { display: table-header-group; }
  tr, figure, .signature { break-inside: avoid; }
  .chip, svg rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)";

}  // namespace lianxi::html
