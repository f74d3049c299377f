"""The names of the record format, version 1, as lianxi-records(5) gives them: for each
kind of mapping its fields (English name, Chinese name, type), and the words of
each enumeration in both languages.

Types: id ref refs text texts date time int days year count amount fraction bool,
enum(NAME), map(KIND), list(KIND), and some of one use: presents (a unit or a
mapping with a unit), severities (rule name to severity), policies (a mapping or a
list of them), quorum (a fraction, or none).
"""

_FIELDS = {
    "alliance": """
        name 名称 text; short_name 简称 text; founded 成立日期 date; office 办公室 ref;
        brand 品牌 text; lang 语言 enum(lang); currency 币种 text; policy 制度 policies; letterhead 版头 text;
        ignore 忽略 texts; severities 规则级别 severities""",
    "policy": """
        interval 例会周期 enum(interval); notice_days 通知提前天数 days;
        minutes_days 纪要印发天数 days; report_days_before 报告提前天数 days;
        reporters 报告范围 enum(reporters); quorum 法定人数 quorum;
        publish_days 公示期限 days; topics_days 议题提前天数 days;
        suggestion_days 意见办理期限 days; warn_days 预警天数 days;
        closing 办结认定 enum(closing); from 起 date""",
    "units": """
        id 编号 id; name 名称 text; short_name 简称 text; role 身份 enum(role);
        category 类别 text; form 组织形式 text; affiliation 隶属 text; head 负责人 text;
        liaison 联络员 text; contact 联系方式 text; aliases 别名 texts;
        former 曾用名 list(former); party_members 党员人数 count; joined 加入日期 date;
        left 退出日期 date; order 序号 int""",
    "former": "name 名称 text; short_name 简称 text; head 负责人 text; until 止 date",
    "committees": """
        id 编号 id; name 名称 text; lead 牵头单位 ref; members 成员单位 refs; duty 职责 text""",
    "meetings": """
        id 编号 id; kind 类型 enum(meeting_kind); title 标题 text; date 日期 date;
        time 时间 time; place 地点 text; chair 主持单位 ref; presiding 主持人 text;
        recorder 记录人 text;
        reason 召开事由 text; cancelled 取消原因 text; cancelled_on 取消日期 date; observers 列席 texts;
        notice 会议通知 map(notice); topics 议题 list(topics);
        attendance 签到 map(attendance); suggestions 意见建议 list(suggestions);
        resolutions 决议 list(resolutions); record 会议记录 text;
        minutes 会议纪要 map(minutes); evidence 佐证 texts""",
    "notice": "date 日期 date; to 发送单位 refs",
    "topics": """
        id 编号 id; title 标题 text; by 提出单位 ref; solicited 征集日期 date;
        outcome 结果 enum(topic_outcome); discussion 讨论 text;
        stances 各单位意见 list(stances); from 承接议题 ref""",
    "stances": "unit 单位 ref; stance 态度 enum(stance); text 说明 text",
    "attendance": "present 出席 presents; leave 请假 list(leave)",
    "present": "unit 单位 ref; person 姓名 text; post 职务 text; time 签到时间 time",
    "leave": "unit 单位 ref; reason 事由 text; approved_by 批准人 text",
    "suggestions": """
        id 编号 id; date 日期 date; settled 办结日期 date; by 提出单位 ref; text 内容 text;
        outcome 办理结果 enum(suggestion_outcome); handler 承办单位 ref; reply 答复 text""",
    "resolutions": """
        id 编号 id; text 内容 text; topic 议题 ref; lead 牵头单位 ref; support 配合单位 refs;
        due 完成时限 date; ongoing 长期 bool; effect 预期效果 text;
        revisions 时限调整 list(revisions); replaces 替代决议 ref; stages 节点 list(stages);
        closures 销号 list(closures); transfers 责任变更 list(transfers)""",
    "stages": "text 内容 text; due 时限 date; done 完成日期 date",
    "closures": "date 日期 date; by 核定单位 ref; verdict 结论 enum(verdict)",
    "revisions": "date 日期 date; due 新时限 date; reason 原因 text; approved 批准会议 ref",
    "transfers": "date 日期 date; lead 牵头单位 ref; reason 原因 text; approved 批准会议 ref",
    "minutes": """
        signed 签发 map(signed); issued 印发日期 date; number 文号 text; sent 发送日期 date; to 发送单位 refs;
        resent 补发 list(resent)""",
    "signed": "by 签发人 text; date 日期 date",
    "resent": "unit 单位 ref; date 日期 date",
    "followups": """
        meeting 会议 ref; unit 单位 ref; date 日期 date; by 报告人 text;
        items 事项 list(items)""",
    "items": """
        resolution 决议 ref; status 状态 enum(status); done 完成日期 date; result 结果 text;
        reason 原因 text; problem 存在问题 text; next 下一步 text; evidence 佐证 texts""",
    "plans": """
        year 年度 year; theme 主题 text; adopted 制定日期 date; meeting 来源会议 ref;
        tasks 任务 list(tasks)""",
    "tasks": """
        id 编号 id; title 标题 text; lead 牵头 ref; support 配合单位 refs; start 开始 date;
        due 完成时限 date; problem 解决问题 text; effect 预期效果 text;
        target 目标 map(target); done 完成日期 date; dropped 终止 map(task_dropped)""",
    "target": "metric 指标 enum(metric); value 数值 int",
    "task_dropped": "date 日期 date; reason 原因 text; approved 批准会议 ref",
    "series": """
        id 编号 id; title 标题 text; lead 牵头单位 ref; partners 参与单位 texts;
        party 党建内容 text; service 服务成效 text; schedule 安排 list(schedule)""",
    "schedule": "from 起 date; until 止 date; every 频次 enum(every)",
    "events": """
        id 编号 id; title 标题 text; kind 类型 enum(event_kind); date 日期 date;
        until 结束日期 date; place 地点 text; lead 牵头单位 ref; partners 参与单位 texts;
        organizations 参与单位数 count; services 服务内容 texts; sessions 场次 count;
        served 服务人次 count; volunteers 志愿者人次 count; hours 志愿时长 amount;
        trained 培训人次 count; certified 持证人数 count; materials 物资 list(materials);
        plan 计划任务 refs; project 项目 ref; series 服务项目 ref; party 党建内容 text;
        service 服务成效 text; summary 小结 text; evidence 佐证 texts""",
    "materials": "item 品名 text; quantity 数量 count; uom 计量单位 text; to 发放对象 text",
    "funds": """
        id 编号 id; name 名称 text; established 设立日期 date; steward 管理单位 ref;
        purpose 用途 text; opening 期初余额 amount; published 公示 list(published)""",
    "published": "date 公示日期 date; until 截至 date; where 公示地点 text",
    "donations": """
        id 编号 id; date 日期 date; donor 捐赠方 text; fund 基金 ref; recipient 受赠方 text;
        amount 金额 amount; goods 物资 list(goods); purpose 用途 text; receipt 票据号 text;
        place 存放地点 text; restriction 限定用途 text""",
    "goods": """
        item 品名 text; quantity 数量 count; uom 计量单位 text; value 估值 amount;
        basis 计价依据 text""",
    "grants": """
        id 编号 id; date 日期 date; fund 基金 ref; amount 金额 amount;
        beneficiaries 受助人数 count; purpose 用途 text; approved_by 批准单位 ref;
        voucher 凭证号 text""",
    "budgets": "id 编号 id; year 年度 year; committee 专委会 ref; unit 单位 ref; amount 金额 amount",
    "projects": """
        id 编号 id; title 标题 text; applicant 申报单位 ref; committee 专委会 ref; year 年度 year;
        applied 申报 map(applied); approved 批准 map(approved);
        inspections 检查 list(inspections); accepted 验收 map(accepted);
        expenses 支出 list(expenses); reimbursed 报销 map(reimbursed)""",
    "applied": "date 日期 date; amount 金额 amount",
    "approved": "date 日期 date; amount 金额 amount; by 单位 ref",
    "inspections": "date 日期 date; by 单位 ref; finding 结论 text",
    "accepted": "date 日期 date; by 单位 ref; grade 评价 enum(grade)",
    "expenses": "date 日期 date; item 事项 text; amount 金额 amount; voucher 凭证号 text",
    "reimbursed": "date 日期 date; amount 金额 amount",
    "requests": """
        id 编号 id; date 日期 date; by 提出单位 ref; to 协助单位 refs; text 内容 text;
        due 期望时限 date; answers 答复 list(answers); closed 办结日期 date""",
    "answers": "unit 单位 ref; date 日期 date; accepted 接受 bool; result 结果 text",
    "shares": """
        id 编号 id; date 日期 date; unit 单位 ref; title 标题 text; kind 类型 enum(share_kind);
        text 内容 text; taken 认领 list(taken)""",
    "taken": "unit 单位 ref; date 日期 date",
    "honors": """
        id 编号 id; date 日期 date; unit 单位 ref; title 标题 text; level 级别 enum(level);
        to 授予对象 text; kind 类型 enum(honor_kind)""",
    "reminders": """
        id 编号 id; date 日期 date; unit 单位 ref; about 事项 texts;
        level 级别 enum(reminder_level); number 文号 text; reply_by 答复期限 date""",
    "summaries": """
        period 期间 text; report 报告 text; unit 单位 ref; overview 概述 text;
        highlights 工作亮点 text; problems 存在问题 text; next 下步打算 text;
        signed 签发 map(signed)""",
    "waivers": """
        rule 规则 text; record 记录 text; reason 原因 text; approved 批准 ref;
        until 截止 date""",
    "claims": """
        id 编号 id; figure 指标 text; period 期间 text; value 数值 count; date 公布日期 date;
        source 出处 text""",
}

_ENUMS = {
    "lang": "zh 中文; en 英文",
    "interval": "month 每月; quarter 每季度; half_year 每半年; year 每年",
    "reporters": "all 全体; assigned 承办",
    "closing": "reported 自报; verified 核定",
    "verdict": "accepted 同意; returned 退回",
    "reminder_level": "notice 提醒; urge 催办; criticism 通报",
    "severity": "error 错误; warning 警告; info 提示; off 关闭",
    "role": "member 成员; observer 列席",
    "meeting_kind": "regular 例会; special 临时会议",
    "topic_outcome": "consensus 达成共识; no_consensus 未达成共识; deferred 暂缓; noted 知悉",
    "stance": "support 赞成; abstain 保留; object 反对",
    "suggestion_outcome": "open 待办; adopted 采纳; referred 转办; declined 未采纳; settled 办结",
    "status": "not_started 未启动; in_progress 推进中; blocked 受阻; done 已完成; dropped 已终止",
    "metric": """events 活动数; sessions 场次; served 服务人次; volunteers 志愿者人次;
        trained 培训人次""",
    "every": "day 每天; week 每周; month 每月; quarter 每季度; year 每年",
    "event_kind": """team_service 组团服务; themed_service 专题服务; volunteer 志愿服务;
        training 培训; publicity 宣传; study 学习教育; visit 参观; lecture 宣讲; aid 帮扶;
        other 其他""",
    "grade": "excellent 优秀; good 良好; pass 合格; fail 不合格",
    "share_kind": "experience 经验; information 信息; resource 资源",
    "level": "national 国家级; province 省级; city 市级; district 区级; alliance 联盟级",
    "honor_kind": """demonstration_post 示范岗; model 标兵; collective 集体; project 项目;
        person 个人""",
    "bool": "true 是; yes 是; false 否; no 否",
}

COLLECTIONS = {
    "alliance": "联盟", "units": "单位", "committees": "专委会", "meetings": "会议",
    "followups": "落实报告", "plans": "年度计划", "series": "服务项目", "events": "活动",
    "funds": "基金", "donations": "捐赠", "grants": "救助", "budgets": "年度经费",
    "projects": "党建项目", "requests": "协作请求", "shares": "经验信息", "honors": "荣誉",
    "reminders": "催办", "summaries": "小结", "waivers": "豁免", "claims": "公布数据",
}


def _entries(text):
    """The `;`-separated entries of a table text, each split into words."""
    return [entry.split() for entry in text.split(";")]


#: kind of mapping -> English field name -> (Chinese name, type)
FIELDS = {kind: {en: (zh, type_) for en, zh, type_ in _entries(text)}
          for kind, text in _FIELDS.items()}
#: every record and part may carry a note
for _kind in FIELDS.values():
    _kind.setdefault("note", ("备注", "text"))

#: kind of mapping -> name in either language -> English field name
BY_NAME = {kind: {name: en for en, (zh, _) in fields.items() for name in (en, zh)}
           for kind, fields in FIELDS.items()}

#: enumeration -> English word -> Chinese word
ENUMS = {name: dict(_entries(text)) for name, text in _ENUMS.items()}

#: enumeration -> word in either language -> English word
ENUM_WORDS = {name: {word: en for en, zh in words.items() for word in (zh, en)}
              for name, words in ENUMS.items()}

#: word of a diagnostic's record, for a collection or a part, in Chinese -> in English
RECORD_WORDS = {zh: en for en, zh in COLLECTIONS.items()}
RECORD_WORDS.update({zh: en for kind in ("meetings", "plans") for en, (zh, type_)
                     in FIELDS[kind].items() if type_.startswith("list(")})

#: collection name in either language -> English name
COLLECTION_NAMES = {name: en for en, zh in COLLECTIONS.items() for name in (en, zh)}
