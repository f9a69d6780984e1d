package platform

import (
	"strings"

	"github.com/beianlint/beianlint/lint/message"
)

// Words returns the names by which flags and configs choose a judged platform.
func Words() []string {
	return collect(all, func(p *Platform) []string { return []string{string(p.ID)} })
}

// Choice names every word that may be chosen: "wechat" or "alipay".
func Choice() message.Text {
	return message.Text{
		EN: `"` + strings.Join(Words(), `" or "`) + `"`,
		ZH: `"` + strings.Join(Words(), `" 或 "`) + `"`,
	}
}
