// Numbers in Chinese characters: for headings, and in capitals for money.
#pragma once
#include <cstdint>
#include <string>

#include <lianxi/base/quantity.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// 三, 十二, 二十, 一百零五.
std::string chinese_number(std::int64_t);

/// An amount in yuan in capital numerals (大写), as on receipts and statements, where a
/// stroke more must not make it another number: 4000.00 is 肆仟元整, 325.04 is
/// 叁佰贰拾伍元零肆分. Where the usage allows a 零 to be left out, it is.
std::string capital_amount(Amount);

}  // namespace lianxi
