package filing

import "github.com/beianlint/beianlint/lint/message"

// Reason says why a record of the list does not count as a filing.
type Reason uint8

// The reasons. NoReason is for records that count.
const (
	NoReason      Reason = iota
	NoLicence            // the record has no number: a query for a domain that is not filed
	Restricted           // the access provider has restricted the site (限制接入: 是)
	Revoked              // the record's status says that the filing was cancelled
	BadNumber            // what an export has for a number is none
	OfApp                // the record is that of an app or quick app (-2A, -4K)
	OfMiniProgram        // the record is that of a mini program (-3X)
	Blacklisted          // MIIT lists it among the violations (违法违规)
	NoDomain             // the record names no domain
	SaysUnfiled          // its row, section or sheet says that it is not filed
	UnknownStatus        // its status is none that is known
	NoSite               // it has the number of its subject, and none of its own
	Ambiguous            // a key stands in it twice
	NotAllowed           // it stands in a project's list, and the organisation's does not cover it
)

// reasons are clauses: "example.com is in the list, but …".
var reasons = [...]message.Text{
	NoLicence:     {EN: "the record has no filing number", ZH: "该记录没有备案号"},
	Restricted:    {EN: "access to it is restricted (限制接入)", ZH: "该备案已被限制接入"},
	Revoked:       {EN: "the filing was cancelled", ZH: "该备案已被注销"},
	BadNumber:     {EN: "its number is not an ICP filing number", ZH: "其备案号不是有效的 ICP 备案号"},
	OfApp:         {EN: "the record is that of an app (-A, -K), which does not file a server domain", ZH: "该记录是 App 或快应用的备案（-A、-K），不等于服务器域名备案"},
	OfMiniProgram: {EN: "the record is that of a mini program itself (-X), which does not file a server domain", ZH: "该记录是小程序自身的备案（-X），不等于服务器域名备案"},
	Blacklisted:   {EN: "MIIT lists it among the violations (违法违规)", ZH: "工信部将其列为违法违规"},
	NoDomain:      {EN: "the record names no domain", ZH: "该记录没有域名"},
	SaysUnfiled:   {EN: "its row says that it is not filed", ZH: "其所在行写明未备案"},
	UnknownStatus: {EN: "its status is not a known one", ZH: "其状态无法识别"},
	NoSite:        {EN: "its row has the entity's number (主体备案号) but none of the site (网站备案号)", ZH: "该行只有主体备案号，没有网站备案号"},
	Ambiguous:     {EN: "its record has a duplicate key", ZH: "其记录中有重复的键"},
	NotAllowed:    {EN: "only a project's filed list has it, and the organisation's does not cover it (allowLocal)", ZH: "只有项目的备案清单列出了它，组织的备案清单并未覆盖（见 allowLocal）"},
}

// TextOf says it of a record in words, with the word of the record that says so.
func (r Reason) TextOf(f *Filing) message.Text {
	text := r.Text()
	if f == nil || f.Said == "" {
		return text
	}
	return message.Text{EN: text.EN + " (“" + clip(f.Said) + "”)", ZH: text.ZH + "（“" + clip(f.Said) + "”）"}
}

// Text says it in words, as the second half of a sentence.
func (r Reason) Text() message.Text {
	if int(r) < len(reasons) {
		return reasons[r]
	}
	return message.Text{}
}
