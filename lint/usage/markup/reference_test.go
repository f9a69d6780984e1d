package markup

import (
	"fmt"
	"testing"
)

func TestUnescapeMapped(t *testing.T) {
	for in, want := range map[string]string{
		"a":                                    "a []",
		"https:&#47;&#x2F;a":                   "https://a [{7 4} {8 9}]",
		"a &amp;&amp; b":                       "a && b [{3 4} {4 8}]",
		"&quot;a&QUOT;&apos;&colon;":           `"a"': [{1 5} {3 10} {4 15} {5 21}]`,
		"?a=1&reg=2&copy;":                     "?a=1&reg=2© [{12 4}]",
		"&unknown; &regx; &; & &#; &#xZ; &lt":  "&unknown; &regx; &; & &#; &#xZ; &lt []",
		"&amp;amp;":                            "&amp; [{1 4}]",
		"&#0000000000000000000000000000038;":   "& [{1 33}]",
		"&#000000000000000000000000000000038;": "&#000000000000000000000000000000038; []",
		"&semi;":                               "; [{1 5}]",
	} {
		text, shifts := UnescapeMapped(in)
		if got := fmt.Sprint(text, " ", shifts); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
		if got := Unescape(in); got != text {
			t.Errorf("Unescape(%s) = %s, want %s", in, got, text)
		}
	}
}
