// Slips of the hand that YAML accepts, so that they show only as faults of a record.
#pragma once
#include <span>

#include <lianxi/schema/decoder.hpp>
#include <lianxi/slips/mending_edits.hpp>
#include <lianxi/slips/slip.hpp>

namespace lianxi {

/// Says in the finding which slip of the hand lies where the node was written, and shows
/// the mended line; false, and nothing changed, where there is none.
bool blame_hand(Finding&, const Node&, Doubts, Decoder&, const Widths& = {});
/// The same where the node, an item of a list, is a mapping only for the colon within its text.
bool blame_colon(Finding&, const Node&, Decoder&);
/// The same where the node is a mapping only because its lines stand one column too deep.
bool blame_indentation(Finding&, const Node&, Decoder&);
/// The same for a key that is no name: the colon, hyphen, space or quotes around it. What
/// wide spaces before it stand for is said by `widths`.
bool blame_key(Finding&, const Node& key, Decoder&, const Widths& widths);
/// Adds to a hint how the text at the finding's place is written in quotes.
void show_quoted(Finding&, Decoder&);

/// The name within a key that a slip made unknown: `－　编号：c` is 编号.
std::string_view meant_name(std::string_view key);

/// Whether the key goes on with a number that a thousands comma cut off from the value
/// before it, as in `{served: 1,200余}`.
bool continues_number(const Node& key, const Node* before, Decoder&);
/// Says so, `before` being the value and `key` what was cut off.
void blame_number(Finding&, const Node& before, const Node& key, Decoder&);

/// The text, with what a comma cut off from it, that the key goes on with, as in
/// `{text: by bus, on foot}`; "" where it does not, or has a value of its own.
std::string_view text_cut_by_comma(const Node& key, const Node* before, Decoder&);

/// The text of a flow mapping into which a full-width comma drew the field of that name,
/// or null.
const Node* text_that_swallowed(const Node& map, Bilingual name);

/// Offers to mend a misspelt word where one word only is but a letter away and its sense
/// cannot be the opposite.
void offer_word(Finding&, const Node& written, std::string_view near, std::span<const Word>,
                Decoder&);

}  // namespace lianxi
