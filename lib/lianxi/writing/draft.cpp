#include <lianxi/writing/draft.hpp>

namespace lianxi LIANXI_EXPORT {

Drafts::Drafts() = default;
Drafts::Drafts(std::initializer_list<Draft> drafts)
    : all_(std::make_unique<std::vector<Draft>>(drafts)) {}
Drafts::Drafts(const Drafts& other)
    : all_(other.all_ ? std::make_unique<std::vector<Draft>>(*other.all_) : nullptr) {}
Drafts::Drafts(Drafts&&) noexcept = default;
Drafts& Drafts::operator=(const Drafts& other) { return *this = Drafts(other); }
Drafts& Drafts::operator=(Drafts&&) noexcept = default;
Drafts::~Drafts() = default;

bool Drafts::empty() const { return begin() == end(); }
const Draft& Drafts::front() const { return all_->front(); }
Draft& Drafts::front() { return all_->front(); }
const Draft* Drafts::begin() const { return all_ ? all_->data() : nullptr; }
const Draft* Drafts::end() const { return all_ ? all_->data() + all_->size() : nullptr; }

void Drafts::push_back(Draft draft) {
  if (!all_) all_ = std::make_unique<std::vector<Draft>>();
  all_->push_back(std::move(draft));
}

}  // namespace lianxi
