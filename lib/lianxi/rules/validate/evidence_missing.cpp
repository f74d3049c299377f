#include <filesystem>

#include <lianxi/base/source.hpp>
#include <lianxi/book/book_source.hpp>
#include <lianxi/records/events.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::evidence_missing_rule {
namespace {

namespace fs = std::filesystem;

using Found = BookSource::Found;

/// Whether the file that `written` names is there, as seen from the folder of `file`, a path in the
/// book.
Found find(const BookSource& files, std::string_view file, std::string_view written) {
  const fs::path named(written);
  const fs::path relative = (fs::path(file).parent_path() / named).lexically_normal();
  if (named.is_absolute() || relative.empty() || *relative.begin() == "..") return Found::outside;
  return files.find(relative);
}

class Evidence {
 public:
  Evidence(const ValidateCase& c, FindingSink& out)
      : sources_(c.book.sources()), files_(*c.files), out_(out) {}

  template <class Record>
  void check(const List<Path>& paths, const Record& record) {
    for (const Path& path : paths) {
      const Found found = find(files_, sources_[sources_.file_of(path.at())].path, *path);
      if (found == Found::missing)
        out_.add(path.at(), name_of(record), say({"there is no file “{}”", "没有文件“{}”"}, *path),
                 say({"paths are relative to the file that names them; correct it, or add the file",
                      "路径以本文件所在处为起点；请更正路径，或补入该文件"}));
      if (found == Found::outside)
        out_.add(path.at(), name_of(record),
                 say({"“{}” leaves the book", "“{}”不在账本之内"}, *path),
                 say({"copy the file into the book and name it there",
                      "请把文件放进账本，再写它在账本中的路径"}));
    }
  }

 private:
  const Sources& sources_;
  const BookSource& files_;
  FindingSink& out_;
};

void check(const ValidateCase& c, FindingSink& out) {
  if (!c.files) return;
  Evidence evidence(c, out);
  for (const Meeting& meeting : c.book.meetings) evidence.check(meeting.evidence, meeting);
  for (const Followup& followup : c.book.followups)
    for (const FollowupItem& item : followup.items) evidence.check(item.evidence, followup);
  for (const Event& event : c.book.events) evidence.check(event.evidence, event);
}

}  // namespace

}  // namespace lianxi::evidence_missing_rule

namespace lianxi::rules {
extern constinit const ValidateRule evidence_missing{
    {"evidence-missing",
     Severity::error,
     {"A path in `evidence` is no file in the book.", "“佐证”所写的文件不在账本中。"},
     {"Evidence that cannot be opened proves nothing. Paths are relative to the file that names"
      " them and stay inside the book, so that they still hold when the book is copied.",
      "打不开的佐证等于没有。路径以写它的文件所在处为起点，并且不出账本，这样整本复制到别处后仍然"
      "有效。"},
     {R"(events:
  - id: e1
    title: Disaster prevention day
    kind: themed_service
    date: 2017-05-12
    lead: north
    evidence: [C:/photos/sign-in.jpg]
)",
      R"(活动:
  - 编号: e1
    标题: 防灾减灾日宣传
    类型: 专题服务
    日期: 2017-05-12
    牵头单位: 北广场
    佐证: [D:/照片/签到.jpg]
)"},
     {R"(events:
  - id: e1
    title: Disaster prevention day
    kind: themed_service
    date: 2017-05-12
    lead: north
    evidence: [../evidence/sign-in.jpg]
)",
      R"(活动:
  - 编号: e1
    标题: 防灾减灾日宣传
    类型: 专题服务
    日期: 2017-05-12
    牵头单位: 北广场
    佐证: [../佐证/签到.jpg]
)"}},
    evidence_missing_rule::check};
}  // namespace lianxi::rules
