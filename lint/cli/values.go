package cli

import (
	"strconv"
	"strings"
	"time"
)

// The values that flags set, as pflag asks for them. What a value may be is the
// business of the flag: see checked.

type textValue[T ~string] struct{ to *T }

// text is the value of a flag that takes any text.
func text[T ~string](to *T) textValue[T] { return textValue[T]{to} }

func (v textValue[T]) Set(s string) error { *v.to = T(s); return nil }
func (v textValue[T]) String() string {
	if v.to == nil {
		return ""
	}
	return string(*v.to)
}
func (textValue[T]) Type() string { return "text" }

type textValues[T ~string] struct{ to *[]T }

// texts is the value of a flag that may be given again and again.
func texts[T ~string](to *[]T) textValues[T] { return textValues[T]{to} }

func (v textValues[T]) Set(s string) error { *v.to = append(*v.to, T(s)); return nil }
func (v textValues[T]) String() string {
	if v.to == nil {
		return ""
	}
	all := make([]string, len(*v.to))
	for i, one := range *v.to {
		all[i] = string(one)
	}
	return strings.Join(all, ", ")
}
func (textValues[T]) Type() string { return "stringArray" } // which completion knows to be repeatable

// toggle is the value of a switch.
type toggle struct{ to *bool }

func (v toggle) Set(s string) error {
	on, err := strconv.ParseBool(s)
	if err != nil {
		return refusal(func(name string) error { return oneOf(name, s, yesNo) })
	}
	*v.to = on
	return nil
}
func (v toggle) String() string { return strconv.FormatBool(v.to != nil && *v.to) }
func (toggle) Type() string     { return "bool" } // which cobra asks of --help

// duration is the value of a flag that takes a time span, "90s".
type duration struct{ to *time.Duration }

func (v duration) Set(s string) error {
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		return refusal(func(name string) error { return say("cli.bad-duration", name, s) })
	}
	*v.to = d
	return nil
}
func (v duration) String() string {
	if v.to == nil || *v.to == 0 {
		return ""
	}
	return v.to.String()
}
func (duration) Type() string { return "duration" }

// webAddress is the value of a flag that takes the address of a folder.
type webAddress struct{ to *string }

func (v webAddress) Set(s string) error {
	address := strings.TrimSuffix(s, "/") + "/"
	if !isWebAddress(address) {
		return refusal(func(name string) error { return say("cli.bad-address", name, s) })
	}
	*v.to = address
	return nil
}
func (v webAddress) String() string {
	if v.to == nil {
		return ""
	}
	return *v.to
}
func (webAddress) Type() string { return "url" }

// moment is the value of a flag that takes a time.
type moment struct{ to *time.Time }

func (v moment) Set(s string) (err error) { *v.to, err = parseTime(s); return err }
func (v moment) String() string {
	if v.to == nil || v.to.IsZero() {
		return ""
	}
	return v.to.Format(time.RFC3339)
}
func (moment) Type() string { return "time" }
