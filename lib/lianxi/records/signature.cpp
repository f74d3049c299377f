#include <lianxi/records/signature.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field signature_fields[] = {
    required<&Signature::by>("by", "签发人", {"Who signed it.", "签发人姓名或职务。"}),
    optional<&Signature::date>("date", "日期", {"The day it was signed.", "签发之日。"}),
};
constinit const RecordType Signature::type{
    "signed",
    "签发",
    {"Who signed the paper, and when.", "文件的签发人和日期。"},
    signature_fields};

}  // namespace lianxi
