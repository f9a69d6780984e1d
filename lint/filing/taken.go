package filing

import (
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/message"
)

// Taken is what was taken from one cell of a row, and what it became.
type Taken struct {
	Name   string // of the column or key, as written; "" in a text list
	Text   string // of the cell; "…" where that may be a person's
	Became message.Text
}

// takenFrom returns what a record says, cell by cell, in the order of what decides.
func takenFrom(f *Filing, r *record, d field, host string, bad *problems) []Taken {
	e := explainer{record: r, bad: bad}
	if d.text != "" {
		e.domain(d, host)
	}
	e.number(colNumber, f)
	e.number(colMain, f)
	for i, at := range r.statuses {
		e.add(e.statusName(i), bad.word(at.text), stateText(statusOf(at.text)))
	}
	e.answer()
	e.entity(f)
	for _, c := range dateColumns {
		e.date(c.column, c.day(f), c.as)
	}
	return e.all
}

// dateColumns are the columns that hold days, and what each is.
var dateColumns = []struct {
	column
	day func(*Filing) Date
	as  message.Text
}{
	{colApproved, func(f *Filing) Date { return f.Since }, message.Text{EN: "the day of the record: ", ZH: "记录日期："}},
	{colSince, func(f *Filing) Date { return f.Since }, message.Text{EN: "since ", ZH: "起始日期："}},
	{colUntil, func(f *Filing) Date { return f.Until }, message.Text{EN: "until ", ZH: "截止日期："}},
	{colDeadline, func(f *Filing) Date { return f.Until }, message.Text{EN: "until ", ZH: "截止日期："}},
	{colGrace, func(f *Filing) Date { return f.Grace }, message.Text{EN: "tolerated until ", ZH: "放行至："}},
	{colVerified, func(f *Filing) Date { return f.Verified }, message.Text{EN: "verified on ", ZH: "核对日期："}},
}

// explainer gathers what was taken.
type explainer struct {
	record *record
	bad    *problems
	all    []Taken
}

func (e *explainer) add(name, text string, became message.Text) {
	e.all = append(e.all, Taken{name, text, became})
}

// nameOf returns the name of a column.
func (e *explainer) nameOf(c column) string {
	if e.record.names == nil {
		return ""
	}
	return e.record.names.cols[c]
}

func (e *explainer) statusName(i int) string {
	if n := e.record.names; n != nil && i < len(n.statuses) {
		return n.statuses[i]
	}
	return ""
}

func (e *explainer) domain(d field, host string) {
	name := ""
	if e.record.names != nil {
		name = e.record.names.domain
	}
	shown := endpoint.Unicode(host)
	became := message.Text{EN: "domain " + shown, ZH: "域名 " + shown}
	switch {
	case host == "":
		became = message.Text{EN: "no domain that can be filed", ZH: "不是可以备案的域名"}
	case isAddress(d.text):
		became = message.Text{EN: "domain " + shown + ", the host of the address", ZH: "域名 " + shown + "（取自网址）"}
	}
	e.add(name, e.bad.quoteDomain(d.text), became)
}

// isAddress reports whether a domain was written as an address with a path.
func isAddress(text string) bool {
	_, problem := canonical(text)
	return problem == "list.path"
}

func (e *explainer) number(c column, f *Filing) {
	at := e.record.cols[c]
	if at.text == "" {
		return
	}
	n, err := ParseNumber(at.text)
	if cell := cutNumber(at.text); (err != nil || n.Kind == Police) && cell.known() {
		n, err = cell.number, nil
		if n.Text == "" {
			e.add(e.nameOf(c), e.bad.word(at.text), stateText(cell.state))
			return
		}
	}
	became := message.Text{EN: "number " + n.Text, ZH: "备案号 " + n.Text}
	switch {
	case c == colMain && f.Number != n.Text:
		became = message.Text{EN: "the entity's number " + n.Text, ZH: "主体备案号 " + n.Text}
	case err != nil, !n.files():
		became = message.Text{EN: "no ICP number of a site", ZH: "不是网站的 ICP 备案号"}
	}
	e.add(e.nameOf(c), e.bad.quote(at.text), became)
}

// answer explains the columns of one answer.
func (e *explainer) answer() {
	r := e.record
	if at := r.cols[colFiled]; at.text != "" {
		e.add(e.nameOf(colFiled), e.bad.word(at.text), stateText(answerOf(at.text)))
	}
	if at := r.cols[colLimited]; at.text != "" {
		became := message.Text{EN: "not restricted", ZH: "未限制接入"}
		if says(at) {
			became = reasons[Restricted]
		}
		e.add(e.nameOf(colLimited), e.bad.word(at.text), became)
	}
	if at := r.cols[colBlack]; says(at) {
		e.add(e.nameOf(colBlack), e.bad.quote(at.text), reasons[Blacklisted])
	}
	if at := r.cols[colRemark]; isStatus(at.text, pendingState, unfiledState, revokedState) {
		e.add(e.nameOf(colRemark), e.bad.word(at.text), stateText(stateOf(at.text)))
	}
	if s := markedState(r.section); s > filedState {
		e.add("", clip(r.section), message.Text{EN: "title of the rows: " + stateText(s).EN, ZH: "该部分的标题：" + stateText(s).ZH})
	}
}

func (e *explainer) entity(f *Filing) {
	at := e.record.cols[colEntity]
	switch {
	case at.text == "":
	case f.Entity == "":
		e.add(e.nameOf(colEntity), "…", message.Text{EN: "left out: it may be the name of a person", ZH: "不写入：可能是个人姓名"})
	default:
		e.add(e.nameOf(colEntity), clip(f.Entity), message.Text{EN: "who filed", ZH: "备案主体"})
	}
}

func (e *explainer) date(c column, day Date, as message.Text) {
	at := e.record.cols[c]
	switch {
	case at.text == "":
	case day.IsZero():
		e.add(e.nameOf(c), e.bad.quote(at.text), message.Text{EN: "no date that is known", ZH: "无法识别的日期"})
	default:
		e.add(e.nameOf(c), e.bad.quote(at.text), message.Text{EN: as.EN + day.String(), ZH: as.ZH + day.String()})
	}
}

// stateText says a state in words.
func stateText(s state) message.Text {
	for _, group := range Statuses {
		if group.state == s {
			return group.short
		}
	}
	return message.Text{EN: "no status that is known", ZH: "无法识别的状态"}
}
