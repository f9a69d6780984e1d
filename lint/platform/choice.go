package platform

import (
	"strings"

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
