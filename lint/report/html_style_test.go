package report

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/rule"
)

var (
	themes   = regexp.MustCompile(`(?s):root\{(.*?)\}`)
	variable = regexp.MustCompile(`--([a-z-]+):#([0-9a-f]+)`)
)

// TestHTMLContrast: text stands out as WCAG 2 asks for at level AA, by light and
// in the dark (https://www.w3.org/TR/WCAG22/#contrast-minimum).
func TestHTMLContrast(t *testing.T) {
	found := themes.FindAllStringSubmatch(htmlStyle, -1)
	if len(found) != 2 {
		t.Fatalf("%d themes, want light and dark", len(found))
	}
	for i, theme := range found {
		colours := map[string]float64{}
		for _, v := range variable.FindAllStringSubmatch(theme[1], -1) {
			colours[v[1]] = luminance(t, v[2])
		}
		pairs := []string{"good good-bg", "warn warn-bg", "bad bad-bg", "dull dull-bg"}
		for _, ink := range []string{"ink", "soft", "accent", "good", "warn", "bad"} {
			pairs = append(pairs, ink+" bg", ink+" paper", ink+" tint")
		}
		for _, pair := range pairs {
			text, ground, _ := strings.Cut(pair, " ")
			if ratio := contrast(colours[text], colours[ground]); ratio < 4.5 {
				t.Errorf("theme %d: %s on %s: %.2f, want 4.5", i, text, ground, ratio)
			}
		}
	}
}

// TestHTMLStatuses: the report knows every status of the list, and how each looks.
func TestHTMLStatuses(t *testing.T) {
	for _, s := range []filing.Status{
		filing.Filed, filing.Pending, filing.Expired, filing.Vendor, filing.Unfiled, filing.Unfilable, filing.Local, filing.Unknown,
	} {
		if rankOf(string(s)) < 0 {
			t.Errorf("%s has no rank", s)
		}
	}
	for _, r := range rule.All {
		for _, f := range r.Filing {
			if rankOf(string(f.Status)) < 0 {
				t.Errorf("%s: no status %s", r.ID, f.Status)
			}
			if message.Lookup(f.Who) == nil {
				t.Errorf("%s: no sentence %s", r.ID, f.Who)
			}
		}
	}
}

func contrast(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }

// luminance is how bright a colour is, #rgb or #rrggbb.
func luminance(t *testing.T, hex string) (sum float64) {
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
