// What pandoc is told to do between reading Markdown and writing a .docx.
#pragma once
#include <string_view>

namespace lianxi {

/// A filter in Lua, which every pandoc has built in. Line breaks in cells would be lost,
/// since Markdown has only HTML for them; and all columns would be of one width.
inline constexpr std::string_view docx_filter = R"lua(
local page = 84     -- what a line of a table has room for, in Latin letters
local short = 18    -- a column up to that width is not broken
local longest = 60  -- beyond that a column needs no more than others

function RawInline(inline)
  if inline.format == "html" and inline.text == "<br>" then return pandoc.LineBreak() end
end

-- Items are as large as other text; what pandoc does for short ones is what cells look like.
local function with_paragraphs(list)
  for _, item in ipairs(list.content) do
    for i, block in ipairs(item) do
      if block.t == "Plain" then item[i] = pandoc.Para(block.content) end
    end
  end
  return list
end
BulletList, OrderedList = with_paragraphs, with_paragraphs

-- A Chinese character has three bytes and takes two columns.
local function width(cell)
  local text = pandoc.utils.stringify(cell.contents)
  return math.min((#text + (utf8.len(text) or #text)) // 2 + 4, longest)
end

local function widths(tbl)
  local all = {}
  local function take(row)
    for i, cell in ipairs(row.cells) do all[i] = math.max(all[i] or 0, width(cell)) end
  end
  for _, row in ipairs(tbl.head.rows) do take(row) end
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do take(row) end
  end
  return all
end

-- Short columns keep what they need where enough is left for the others.
function Table(tbl)
  local needed, kept, rest = widths(tbl), 0, 0
  for _, n in ipairs(needed) do
    if n <= short then kept = kept + n else rest = rest + n end
  end
  local fits = kept + rest <= page or kept > page * 2 // 3 or rest == 0
  for i, spec in ipairs(tbl.colspecs) do
    local n = needed[i] or 1
    local share = n / (kept + rest)
    if not fits then share = n <= short and n / page or n / rest * (page - kept) / page end
    tbl.colspecs[i] = {spec[1], share}
  end
  return tbl
end
)lua";

}  // namespace lianxi
