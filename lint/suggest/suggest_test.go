package suggest

import "testing"

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b        string
		limit, want int
	}{
		{"", "", 2, 0},
		{"example.com", "example.com", 2, 0},
		{"exmaple.com", "example.com", 2, 1}, // neighbours swapped
		{"exampl.com", "example.com", 2, 1},
		{"exampel.co", "example.com", 2, 2},
		{"example.net", "example.com", 2, 3},
		{"kitten", "sitting", 5, 3},
		{"a", "abcdef", 2, 3},
		{"unfiled-domian", "unfiled-domain", 2, 1},
	} {
		if got := Distance(c.a, c.b, c.limit); got != c.want {
			t.Errorf("Distance(%q, %q, %d) = %d, want %d", c.a, c.b, c.limit, got, c.want)
		}
		if got := Distance(c.b, c.a, c.limit); got != c.want {
			t.Errorf("Distance(%q, %q, %d) = %d, want %d", c.b, c.a, c.limit, got, c.want)
		}
	}
}

func TestName(t *testing.T) {
	names := []string{"rules", "ignore", "projects", "project", "allowLocal", "unused-filing", "unused-ignore"}
	for word, want := range map[string]string{
		"rule": "rules", "ru": "", "projects": "projects", "projcet": "project", "colour": "",
		"ALLOWLOCAL": "allowLocal", "allow": "allowLocal", "unused": "", "unused-f": "unused-filing", "": "",
		"pro": "", // two names start with it
	} {
		if got := Name(word, names); got != want {
			t.Errorf("Name(%q) = %q, want %q", word, got, want)
		}
	}
}

// FuzzDistance: it is a distance, also for bytes that are no text.
func FuzzDistance(f *testing.F) {
	f.Add("exmaple", "example")
	f.Add("", "\xff")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 200 {
			return
		}
		d := Distance(a, b, 300)
		if d != Distance(b, a, 300) || (d == 0) != (a == b) || d > max(len(a), len(b)) || d < len(a)-len(b) {
			t.Errorf("Distance(%q, %q) = %d", a, b, d)
		}
	})
}
