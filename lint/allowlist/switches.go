package allowlist

import (
	"strings"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/source"
)

// Switch is a setting that turns the developer tools' domain check off.
type Switch struct {
	// Name is the path of the setting in its file: setting.urlCheck.
	Name string
	// Value is what it is set to.
	Value bool
	// Span is the key and its value.
	Span source.Span
	// Shared says that the file is for the whole team; a private one is not.
	Shared bool
}

// checkSwitches are the settings with the value that turns the check off: WeChat's
// in the project files (https://developers.weixin.qq.com/miniprogram/dev/devtools/projectconfig.html),
// which uni-app makes from its manifest; Alipay's in the settings of its IDE
// (the names as projects commit them, section 4.3 of the platform facts).
var checkSwitches = []struct {
	file   Source
	path   string
	off    bool
	shared bool
}{
	{ProjectConfig, "setting.urlCheck", false, true},
	{ProjectPrivate, "setting.urlCheck", false, false},
	{Manifest, "mp-weixin.setting.urlCheck", false, true},
	{ProjectIDE, "ignoreHttpDomainCheck", true, true},
	{ProjectIDE, "ignoreWebViewDomainCheck", true, true},
	{ProjectIDE, "ignoreCertificateDomainCheck", true, true},
}

func switches(root jsonc.Node, kind Source) (off []Switch) {
	for _, s := range checkSwitches {
		if s.file != kind {
			continue
		}
		span, value := setting(root, s.path)
		if value.Kind() == jsonc.Bool && value.Bool() == s.off {
			off = append(off, Switch{Name: s.path, Value: s.off, Span: span, Shared: s.shared})
		}
	}
	return off
}

// setting returns the value at a path of keys and the span of the member.
func setting(n jsonc.Node, path string) (span source.Span, value jsonc.Node) {
	keys := strings.Split(path, ".")
	last := keys[len(keys)-1]
	n.At(keys[:len(keys)-1]...).Each(func(key, v jsonc.Node) bool {
		if key.Exists() && key.String() == last {
			value = v
			span = key.Span()
			span.End = v.Span().End
		}
		return !value.Exists()
	})
	return span, value
}
