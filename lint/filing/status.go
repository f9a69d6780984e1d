package filing

import (
	"slices"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/message"
)

// state is what a word says of a filing, the gravest last.
type state uint8

const (
	noState      state = iota // no word that is known
	filedState                // it is granted
	pendingState              // it was handed in and not granted yet
	unfiledState              // there is none
	revokedState              // there was one
)

// StatusWords are words that say how a filing stands.
type StatusWords struct {
	Title message.Text // what they say
	Words []string

	state state
	short message.Text
	// marks are parts of a title or of a sheet's name that say the same of all
	// that stands there; where two are in it, the longer one is meant.
	marks []string
}

// Statuses is the vocabulary: the words of consoles, of look-up APIs and of people.
// WeChat's own for the states of a filing:
// https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/record/api_geticpentranceinfo
// The steps of Alibaba Cloud:
// https://help.aliyun.com/zh/icp-filing/user-guide/the-icp-record-review
// While a filing is changed it holds: https://developer.aliyun.com/ask/637127
var Statuses = []StatusWords{
	{
		Title: message.Text{EN: "filed: the row counts", ZH: "已备案：该行有效"},
		state: filedState,
		short: message.Text{EN: "filed", ZH: "已备案"},
		marks: []string{"已备案", "备案成功"},
		Words: []string{
			"已备案", "备案成功", "备案完成", "备案通过", "备案已通过", "已通过", "通过", "审核通过", "审核成功", "管局审核通过", "正常", "正常使用", "使用中", "在用", "有效", "备案有效", "备案正常",
			"已接入", "接入成功", "新增备案成功", "变更备案成功", "新增接入成功", "已生效", "生效", "已完成", "完成", "已启用", "启用", "成功",
			"变更中", "变更备案中", "备案变更中", "信息变更中", "变更审核中",
			"filed", "active", "normal", "valid", "approved", "pass", "passed", "success", "successful", "done", "completed", "registered", "recorded", "enabled", "ok",
		},
	},
	{
		Title: message.Text{EN: "pending: submitted, not granted yet", ZH: "备案中：已提交、尚未通过"},
		state: pendingState,
		short: message.Text{EN: "pending", ZH: "备案中"},
		marks: []string{"备案中", "审核中", "在办", "办理中"},
		Words: []string{
			"备案中", "正在备案", "审核中", "待审核", "待审", "管局审核中", "管局审核", "待管局审核", "平台审核中", "接入商审核中", "初审", "初审中", "待初审", "提交初审", "已提交初审", "初审通过", "复审中", "待复审",
			"提交管局", "提交管局审核", "已提交管局", "已提交", "提交成功", "短信核验", "短信核验中", "待短信核验", "核验中", "待核验", "办理中", "处理中", "进行中", "申请中", "受理中", "已受理", "接入中", "新增备案中", "新增接入中",
			"pending", "in review", "reviewing", "under review", "processing", "in progress", "submitted", "auditing", "audit", "applying", "applied", "waiting", "filing",
		},
	},
	{
		Title: message.Text{EN: "not filed", ZH: "未备案"},
		state: unfiledState,
		short: message.Text{EN: "not filed", ZH: "未备案"},
		marks: []string{"未备案", "没有备案", "无备案", "待备案", "不用备案", "无需备案", "未通过", "驳回", "待提交"},
		Words: []string{
			"未备案", "无备案", "没有备案", "未查询到", "查无备案", "查询不到", "无", "暂无", "没有", "未通过", "备案未通过", "审核未通过", "审核不通过", "不通过", "驳回", "已驳回", "被驳回", "审核驳回", "初审驳回", "平台审核驳回", "管局驳回", "管局审核驳回",
			"退回", "已退回", "管局退回", "审核失败", "备案失败", "失败", "拒绝", "已拒绝", "不予备案", "未接入", "未生效", "未启用", "未提交", "待提交", "待提交初审", "待提交管局", "待备案", "待办理", "待处理", "待完善", "待修改", "待补充", "草稿", "未完成", "未开始", "未申请", "撤回", "已撤回",
			"无需备案", "不需要备案", "异常", "备案异常", "无效", "限制接入", "已限制接入", "黑名单",
			"none", "null", "unfiled", "not filed", "not recorded", "unrecorded", "unregistered", "not registered", "not found", "inactive", "rejected", "reject", "refused", "denied", "failed", "fail", "failure", "draft", "disabled", "invalid", "error", "abnormal", "todo",
		},
	},
	{
		Title: message.Text{EN: "revoked, or on the way there", ZH: "已注销或注销中"},
		state: revokedState,
		short: message.Text{EN: "revoked", ZH: "已注销"},
		marks: []string{"注销", "作废", "失效", "废弃", "吊销", "撤销", "停用", "下线", "过期", "取消", "revoked", "cancelled", "canceled", "expired", "deprecated"},
		Words: []string{
			"已注销", "注销", "注销中", "待注销", "被注销", "备案注销", "备案已注销", "已注销备案", "注销备案", "主体注销", "主体已注销", "网站注销", "网站已注销", "注销主体", "注销网站", "注销成功", "取消", "已取消", "取消备案", "取消接入", "已取消接入", "注销接入", "接入已取消", "撤销", "已撤销", "吊销", "已吊销",
			"失效", "已失效", "备案失效", "作废", "已作废", "废弃", "已废弃", "停用", "已停用", "停止使用", "暂停", "已暂停", "下线", "已下线", "关闭", "已关闭", "关停", "已关停", "过期", "已过期", "到期", "已到期", "空壳", "空壳主体", "空壳网站", "空壳备案", "已清理", "删除", "已删除", "冻结", "已冻结", "已掉备案", "掉备案",
			"revoked", "cancelled", "canceled", "cancelling", "canceling", "expired", "closed", "deleted", "suspended", "terminated", "withdrawn", "void", "deprecated", "obsolete", "offline",
		},
	},
}

// yesNo are the answers of a column that asks whether a domain is filed.
var yesNo = map[string]state{
	"是": filedState, "yes": filedState, "y": filedState, "true": filedState, "1": filedState, "√": filedState, "✓": filedState, "✔": filedState, "✅": filedState, "有": filedState,
	"否": unfiledState, "no": unfiledState, "n": unfiledState, "false": unfiledState, "0": unfiledState, "×": unfiledState, "✗": unfiledState, "✘": unfiledState, "❌": unfiledState, "x": unfiledState, "不是": unfiledState,
}

// pastMarks are parts of the names of sheets with what was once: they say nothing
// of today.
var pastMarks = []string{"历史", "归档", "备份", "旧数据", "旧表", "已停", "archive", "history", "backup"}

var statesByWord = sync.OnceValue(func() map[string]state {
	states := map[string]state{}
	for _, s := range Statuses {
		for _, w := range s.Words {
			states[foldWord(w)] = s.state
		}
	}
	return states
})

// stateOf returns what a status says: the gravest of the words in it. One that is
// not known leaves the others what they are, unless they say that all is well.
func stateOf(text string) state {
	if s, ok := statesByWord()[foldWord(text)]; ok {
		return s
	}
	gravest, known := noState, true
	for _, piece := range strings.FieldsFunc(text, betweenWords) {
		s, ok := statesByWord()[foldWord(piece)]
		gravest, known = max(gravest, s), known && ok
	}
	if !known && gravest == filedState {
		return noState
	}
	return gravest
}

// isStatus reports whether a text is a status as a whole.
func isStatus(text string, is ...state) bool { return text != "" && slices.Contains(is, stateOf(text)) }

// answerOf returns what the answer to "is it filed?" says.
func answerOf(text string) state {
	if s, ok := yesNo[strings.ToLower(strings.TrimSpace(text))]; ok {
		return s
	}
	return stateOf(text)
}

// statusOf returns what a column of a status says. It may be answered like a
// question, but a digit there is a code that only its console knows.
func statusOf(text string) state {
	if digitRun(text) == len(text) {
		return noState
	}
	return answerOf(text)
}

// betweenWords reports whether a character stands between the words of a status.
func betweenWords(r rune) bool {
	switch halfWidth(r) {
	case '(', ')', '[', ']', '/', ',', ';', ':', '|', '、', '，', '；', '：', '。', '【', '】', '-', '—', '>', '→', '+', '·', '\n':
		return true
	}
	return false
}

// foldWord drops what people vary in a word, and what makes a tick an emoji.
func foldWord(word string) string {
	const longest = 64
	return strings.ReplaceAll(fold(word, longest), "\ufe0f", "")
}

// markedState returns what a title or the name of a sheet says of all that stands
// there.
func markedState(title string) state {
	title = foldWord(clip(title))
	found, longest := noState, 0
	for _, s := range Statuses {
		for _, m := range s.marks {
			if len(m) > longest && strings.Contains(title, m) {
				found, longest = s.state, len(m)
			}
		}
	}
	return found
}

// isPast reports whether a sheet's name says that it holds what was once.
func isPast(name string) bool { return holdsAny(strings.ToLower(name), pastMarks) }
