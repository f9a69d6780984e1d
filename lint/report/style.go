package report

import "github.com/beianlint/beianlint/lint/finding"

// style is how a piece of text stands out, as the parameters of an SGR escape
// sequence (ECMA-48).
type style string

const (
	bold   style = "1"
	dim    style = "2"
	red    style = "1;31"
	green  style = "32"
	yellow style = "1;33"
	blue   style = "34"
	cyan   style = "1;36"
)

// paint styles text where colours are wanted.
type paint bool

// styled returns the text with the style, or as it is without colours.
func (p paint) styled(s style, text string) string {
	if !p || text == "" {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

func styleOf(s finding.Severity) style {
	switch s {
	case finding.Error:
		return red
	case finding.Warning:
		return yellow
	}
	return cyan
}
