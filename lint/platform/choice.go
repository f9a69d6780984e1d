package platform

import (
	"strings"
	"unicode/utf8"

	"github.com/beianlint/beianlint/lint/message"
)

// Words returns the names by which flags and configs choose a judged platform.
func Words() []string {
	return collect(all, func(p *Platform) []string { return []string{string(p.ID)} })
}

// Choice names every word that may be chosen: "wechat", "alipay" or "douyin".
func Choice() message.Text {
	words := Words()
	most, last := words[:len(words)-1], words[len(words)-1]
	return message.Text{
		EN: `"` + strings.Join(most, `", "`) + `" or "` + last + `"`,
		ZH: `"` + strings.Join(most, `"、"`) + `" 或 "` + last + `"`,
	}
}

// Demanding names the platforms whose hosts must be filed: "WeChat, Alipay and QQ".
func Demanding() message.Text {
	var en, zh []string
	for _, p := range all {
		if p.Degree == Judged {
			en, zh = append(en, p.Name.EN), append(zh, p.Name.ZH)
		}
	}
	last := len(en) - 1
	space := ""
	if zh[last][0] < utf8.RuneSelf {
		space = " "
	}
	return message.Text{
		EN: strings.Join(en[:last], ", ") + " and " + en[last],
		ZH: strings.Join(zh[:last], "、") + "和" + space + zh[last],
	}
}
