package allowlist

import (
	"strings"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/platform"
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

// switches returns those of the main platform; where projects are assumed to be for it,
// also those of the others of which that is assumed.
func switches(root jsonc.Node, file Source, main platform.ID) (off []Switch) {
	assumed := platform.ByID(main).Assumed
	for _, p := range platform.All() {
		for _, s := range p.Lists.Switches {
			if s.File != string(file) || p.ID != main && !(assumed && p.Assumed) {
				continue
			}
			span, value := setting(root, s.Path)
			if value.Kind() == jsonc.Bool && value.Bool() == s.Off {
				off = append(off, Switch{Name: s.Path, Value: s.Off, Span: span, Shared: !s.Private})
			}
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
