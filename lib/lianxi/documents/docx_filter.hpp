// What pandoc is told to do between reading Markdown and writing a .docx.
#pragma once
#include <string_view>

namespace lianxi {

/// A filter in Lua, which every pandoc has built in. Line breaks in cells would be lost, since
/// Markdown has only HTML for them; all columns would be of one width, and all pages upright. In
/// Chinese, paragraphs and points are laid out as GB/T 9704 asks. `@ODD@` and `@EVEN@` stand for
/// the footers, whose names only the finished file tells.
inline constexpr std::string_view docx_filter = R"lua(
-- What a line of a table has room for, in Latin letters, by the style of its text.
local upright = {{"Table Text", 73}, {"Table Text Small", 84}, {"Table Text Smallest", 98}}
local sideways = {{"Table Text", 106}, {"Table Text Small", 121}, {"Table Text Smallest", 141}}
local whole = 12    -- what is no longer is not broken at all
local with_date = 36  -- nor is a line with a date in it, up to that width
local least = 14    -- of what is longer, that much is always left
local longest = 60  -- beyond that a column needs no more than others
local around = 3    -- what stands around a text in its cell

local chinese, own_style = false, false

function Meta(meta)
  chinese = meta.chinese ~= nil
  meta.chinese = nil
  own_style = meta.ownstyle ~= nil
  meta.ownstyle = nil
  return meta
end

function RawInline(inline)
  if inline.format == "html" and inline.text == "<br>" then return pandoc.LineBreak() end
end

-- ---- widths ----

-- A Chinese character has three bytes and takes two columns; figures take up to
-- 1.3, as in the fonts that stand in for Times.
local function text_width(text)
  local _, figures = text:gsub("%d", "")
  return ((#text + (utf8.len(text) or #text)) // 2 * 10 + 3 * figures + 9) // 10
end

-- The widest of what is never broken in a text: dates in their brackets, figures, words.
local function atom_width(text)
  local widest = 0
  local function take(atom, more) widest = math.max(widest, text_width(atom) + (more or 0)) end
  for open, date, close in text:gmatch("([（(]?)(%d+年%d+月%d+日)([）)]?)") do
    take(date, (open ~= "" and 2 or 0) + (close ~= "" and 2 or 0))
  end
  for figure in text:gmatch("[%+%-]?%d[%d,%.%%]*") do take(figure) end
  for word in text:gmatch("[%w%-/%.]+") do
    if #word < 24 then take(word) end
  end
  return widest
end

-- The least and the natural width of a cell: of what must not be broken, and of its widest line.
local function cell_widths(cell)
  local natural, atom, line = 0, 0, {}
  local function take()
    local text = pandoc.utils.stringify(pandoc.Inlines(line))
    local n = text_width(text)
    natural = math.max(natural, n)
    local dated = text:find("%d年%d+月%d+日") and n <= with_date
    atom = math.max(atom, (n <= whole or dated) and n or math.max(atom_width(text), least))
    line = {}
  end
  for _, block in ipairs(cell.contents) do
    for _, inline in ipairs(block.content or {}) do
      if inline.t == "LineBreak" then take() else line[#line + 1] = inline end
    end
    take()
  end
  return atom + around, math.min(natural + around, longest)
end

local function dated(cell) return pandoc.utils.stringify(cell.contents):find("%d年%d+月%d+日") end

local function rows_of(tbl)
  local rows = {}
  for _, row in ipairs(tbl.head.rows) do rows[#rows + 1] = {row = row, head = true} end
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do rows[#rows + 1] = {row = row} end
  end
  return rows
end

-- Of each column the least and the natural width. Titles may take two lines.
local function widths(tbl)
  local all = {}
  for _, each in ipairs(rows_of(tbl)) do
    for i, cell in ipairs(each.row.cells) do
      local atom, natural = cell_widths(cell)
      if each.head then
        local half = (natural - around + 1) // 2 + around
        local words = atom_width(pandoc.utils.stringify(cell.contents)) * 13 // 10 + around -- bold
        atom = math.max(dated(cell) and atom or 0, math.min(atom, half), words)
        natural = math.max(half, atom)
      end
      local known = all[i] or {0, 0}
      all[i] = {math.max(known[1], atom), math.max(known[2], natural)}
    end
  end
  for _, each in ipairs(all) do each[2] = math.max(each[1], each[2]) end
  return all
end

local function sum(needed, which)
  local all = 0
  for _, each in pairs(needed) do all = all + each[which] end
  return all
end

-- Every column has its least width; what is left goes to those that need more.
local function shares(needed, room)
  local atoms, natural = sum(needed, 1), sum(needed, 2)
  local all = {}
  for i, each in ipairs(needed) do
    if natural <= room then all[i] = each[2] / natural
    elseif atoms >= room then all[i] = each[1] / atoms
    else all[i] = (each[1] + (room - atoms) * (each[2] - each[1]) / (natural - atoms)) / room end
  end
  return all
end

-- The style and the room for a table, upright where it fits.
local function fitting(needed, places)
  local wanted = sum(needed, 1)
  for _, place in ipairs(places) do
    if wanted <= place[2] then return place end
  end
end

local function set_style(tbl, name)
  for _, each in ipairs(rows_of(tbl)) do
    for _, cell in ipairs(each.row.cells) do
      for i, block in ipairs(cell.contents) do
        if block.t == "Plain" then cell.contents[i] = pandoc.Para(block.content) end
      end
      cell.contents = {pandoc.Div(cell.contents, {["custom-style"] = name})}
    end
  end
end

-- ---- tables of very many columns ----

-- The columns of longer texts that have to leave the rows, the longest first, until the others fit.
local function leaving(needed)
  local gone, left = {}, {}
  for i, each in ipairs(needed) do left[i] = each end
  while sum(left, 1) > sideways[#sideways][2] do
    local longest_at
    for i, each in pairs(left) do
      if i > 1 and each[2] > whole + around and (not longest_at or each[2] > left[longest_at][2] or
                    (each[2] == left[longest_at][2] and i > longest_at)) then longest_at = i end
    end
    if not longest_at then break end
    gone[longest_at] = true
    left[longest_at] = nil
  end
  return next(gone) and gone
end

local function kept(list, gone)
  local all = {}
  for i, each in ipairs(list) do if not gone[i] then all[#all + 1] = each end end
  return all
end

-- What left a row stands below it, each under its title.
local function row_below(cells, titles, gone, columns)
  local blocks = {}
  for i, cell in ipairs(cells) do
    local text = pandoc.utils.stringify(cell.contents)
    if gone[i] and text ~= "" and text ~= "—" then
      local line = {pandoc.Strong({pandoc.Str(titles[i] .. (chinese and "：" or ": "))})}
      for _, block in ipairs(cell.contents) do
        for _, inline in ipairs(block.content or {}) do line[#line + 1] = inline end
      end
      blocks[#blocks + 1] = pandoc.Para(line)
    end
  end
  if #blocks > 0 then return pandoc.Row({pandoc.Cell(blocks, "AlignLeft", 1, columns)}) end
end

local function with_rows_below(tbl, gone)
  local titles = {}
  for i, cell in ipairs(tbl.head.rows[1].cells) do titles[i] = pandoc.utils.stringify(cell.contents) end
  tbl.colspecs = kept(tbl.colspecs, gone)
  for _, row in ipairs(tbl.head.rows) do row.cells = kept(row.cells, gone) end
  for _, body in ipairs(tbl.bodies) do
    local rows = {}
    for _, row in ipairs(body.body) do
      local below = row_below(row.cells, titles, gone, #tbl.colspecs)
      row.cells = kept(row.cells, gone)
      rows[#rows + 1] = row
      if below then rows[#rows + 1] = below end
    end
    body.body = rows
  end
end

-- Lays a table out; whether it needs a page that lies on its side.
local function lay_out(tbl)
  local needed = widths(tbl)
  local gone = not own_style and leaving(needed)
  if gone then
    with_rows_below(tbl, gone)
    needed = kept(needed, gone)
  end
  local place = fitting(needed, upright)
  local wide = not place
  if wide then place = fitting(needed, sideways) or sideways[#sideways] end
  if own_style then place, wide = upright[2], false end
  for i, share in ipairs(shares(needed, place[2])) do
    if tbl.colspecs[i] then tbl.colspecs[i] = {tbl.colspecs[i][1], share} end
  end
  if not own_style then set_style(tbl, place[1]) end
  return wide
end

-- ---- points ----

-- Items are as large as other text; what pandoc does for short ones is what cells look like.
local function with_paragraphs(list)
  for _, item in ipairs(list.content) do
    for i, block in ipairs(item) do
      if block.t == "Plain" then item[i] = pandoc.Para(block.content) end
    end
  end
  return list
end

-- Each line of a point as a paragraph of its own, its number typed before the first.
local function as_paragraphs(list)
  local all = {}
  for number, item in ipairs(list.content) do
    local line = list.t == "OrderedList" and {pandoc.Str(number .. ".")} or {}
    local function take()
      if #line > 0 then all[#all + 1] = pandoc.Para(line) end
      line = {}
    end
    for _, block in ipairs(item) do
      for _, inline in ipairs(block.content or {}) do
        if inline.t == "LineBreak" then take() else line[#line + 1] = inline end
      end
      take()
    end
  end
  return all
end

local function points(list)
  if chinese and not own_style then return as_paragraphs(list) end
  return with_paragraphs(list)
end

-- ---- letterhead, imprint ----

local function style_of(block)
  return block.t == "Div" and block.attributes["custom-style"] or ""
end

local function escaped(text)
  return (text:gsub("&", "&amp;"):gsub("<", "&lt;"):gsub(">", "&gt;"):gsub('"', "&quot;"))
end

-- As large as fits on one line of 442 points, up to 48 points.
local function letterhead(block, ruled)
  local text = pandoc.utils.stringify(block)
  local points = math.max(22, math.min(48, 2 * 430 // math.max(text_width(text), 1)))
  local rule = ruled and "" or '<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="6" ' ..
    'w:color="FF0000"/></w:pBdr>'
  return pandoc.RawBlock("openxml", '<w:p><w:pPr><w:pStyle w:val="Letterhead"/>' .. rule ..
    '</w:pPr><w:r><w:rPr><w:sz w:val="' .. 2 * points .. '"/><w:szCs w:val="' .. 2 * points ..
    '"/></w:rPr><w:t xml:space="preserve">' .. escaped(text) .. '</w:t></w:r></w:p>')
end

-- The first and the last line of a signature: who issues it, and when.
local function issued(signature)
  local lines = {{}}
  for _, inline in ipairs(signature.content[1].content) do
    if inline.t == "LineBreak" then lines[#lines + 1] = {} else table.insert(lines[#lines], inline) end
  end
  local function text(line) return escaped(pandoc.utils.stringify(pandoc.Inlines(line))) end
  local after = chinese and "印发" or ""
  return pandoc.RawBlock("openxml", '<w:p><w:pPr><w:pStyle w:val="Imprint"/></w:pPr>' ..
    '<w:r><w:t xml:space="preserve">' .. text(lines[1]) .. '</w:t></w:r><w:r><w:tab/></w:r>' ..
    '<w:r><w:t xml:space="preserve">' .. text(lines[#lines]) .. after .. '</w:t></w:r></w:p>')
end

-- A paper with an imprint says there who issues it, and has no signature.
local function with_parts(blocks)
  local signature, last, number = nil, nil, false
  for i, block in ipairs(blocks) do
    local style = style_of(block)
    if style == "Imprint" then last = i end
    if style == "Number" then number = true end
    if style == "Signature" then signature = block end
  end
  local all = {}
  for i, block in ipairs(blocks) do
    local style = style_of(block)
    if style == "Letterhead" and not own_style then all[#all + 1] = letterhead(block, number)
    elseif style == "Number" and not own_style and style_of(blocks[i - 1] or pandoc.Null()) ~= "Letterhead" then
      block.attributes["custom-style"] = "Centered"
      all[#all + 1] = block
    elseif not (style == "Signature" and last and not own_style) then all[#all + 1] = block end
    if i == last and signature and not own_style then all[#all + 1] = issued(signature) end
  end
  return all
end

-- ---- pages ----

local function section(wide)
  local size = wide and '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' ..
    '<w:pgMar w:top="1588" w:right="2098" w:bottom="1474" w:left="1985" w:header="851" w:footer="794" w:gutter="0"/>'
    or '<w:pgSz w:w="11906" w:h="16838"/>' ..
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="1304" w:gutter="0"/>'
  return pandoc.RawBlock("openxml", '<w:p><w:pPr><w:pStyle w:val="Compact"/><w:sectPr>' ..
    '<w:footerReference w:type="default" r:id="@ODD@"/><w:footerReference w:type="even" r:id="@EVEN@"/>' ..
    size .. '</w:sectPr></w:pPr></w:p>')
end

-- Parts of the document from heading to heading, each with whether it has a wide table.
local function parts_of(blocks)
  local parts, headings = {}, true
  local part = {wide = false}
  for _, block in ipairs(blocks) do
    if block.t == "Header" and not headings then
      parts[#parts + 1] = part
      part = {wide = false}
    end
    headings = block.t == "Header"
    if block.t == "Table" and lay_out(block) then part.wide = true end
    part[#part + 1] = block
  end
  parts[#parts + 1] = part
  return parts
end

-- What stands before and after the last wide part stays upright, but for a title with a line or
-- two, which stays with what follows.
local function with_sections(blocks)
  local all, wide = {}, false
  local parts = parts_of(blocks)
  if #parts > 1 and #parts[1] <= 3 and parts[2].wide then
    parts[1].wide, wide = true, true
  end
  for _, part in ipairs(parts) do
    if part.wide ~= wide then
      if #all > 0 then all[#all + 1] = section(wide) end
      wide = part.wide
    end
    for _, block in ipairs(part) do all[#all + 1] = block end
  end
  if wide then all[#all + 1] = section(true) end
  return all
end

-- ---- titles ----

-- A title too long for a line of 20 characters is broken where it makes sense.
local function broken(header)
  local text = pandoc.utils.stringify(header)
  local long = utf8.len(text) or 0
  if not chinese or own_style or header.level ~= 1 or long <= 20 then return header end
  local best, middle = nil, #text / 2
  local function offer(at)
    if at > 6 and at < #text - 6 and (not best or math.abs(at - middle) < math.abs(best - middle)) then
      best = at
    end
  end
  for _, after in ipairs({"联盟", "联席会", "委员会", "关于"}) do
    local from = 1
    while true do
      local s, e = text:find(after, from, true)
      if not s then break end
      offer(e)
      from = e + 1
    end
  end
  for at in text:gmatch("()%d%d%d%d年") do offer(at - 1) end
  if not best then return header end
  return pandoc.Header(header.level, {pandoc.Str(text:sub(1, best)), pandoc.LineBreak(),
                                      pandoc.Str(text:sub(best + 1))}, header.attr)
end

-- Lines of a paragraph as paragraphs: a justified line that is broken by hand would be drawn out.
local function lines_of(block)
  local all, line = {}, {}
  for _, inline in ipairs(block.content) do
    if inline.t == "LineBreak" then
      all[#all + 1] = pandoc.Para(line)
      line = {}
    else line[#line + 1] = inline end
  end
  all[#all + 1] = pandoc.Para(line)
  return all
end

function Pandoc(document)
  local blocks = {}
  for _, block in ipairs(with_parts(document.blocks)) do
    if block.t == "BulletList" or block.t == "OrderedList" then
      local made = points(block)
      if made.t then made = {made} end
      for _, each in ipairs(made) do blocks[#blocks + 1] = each end
    elseif block.t == "Para" and chinese and not own_style then
      for _, each in ipairs(lines_of(block)) do blocks[#blocks + 1] = each end
    elseif block.t == "Header" then blocks[#blocks + 1] = broken(block)
    elseif block.t ~= "HorizontalRule" or own_style then blocks[#blocks + 1] = block end
  end
  document.blocks = with_sections(blocks)
  return document
end

return {{Meta = Meta}, {RawInline = RawInline}, {Pandoc = Pandoc}}
)lua";

}  // namespace lianxi
