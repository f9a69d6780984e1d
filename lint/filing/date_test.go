package filing_test

import (
	"testing"
	"time"

	"github.com/beianlint/beianlint/lint/filing"
)

func TestParseDate(t *testing.T) {
	for _, s := range []string{"2026-01-02", "2024-02-29", "2000-02-29", "1999-12-31", "2026-11-30"} {
		if d, err := filing.ParseDate(s); err != nil || d.String() != s {
			t.Errorf("ParseDate(%q) = %v, %v", s, d, err)
		}
	}
	for _, s := range []string{
		"", "2026-1-2", "2026/01/02", "20260102", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10",
		"2026-04-31", "2026-01-00", "0000-01-01", "2026-01-02 ", "２０２６-01-02", "2026-01-0x", "-026-01-02", "2026-01-02T00:00",
	} {
		if d, err := filing.ParseDate(s); err == nil || !d.IsZero() {
			t.Errorf("ParseDate(%q) = %v, %v; want ErrDate", s, d, err)
		}
	}
}

// Days are China's, whatever zone the clock is in, and the last one counts.
func TestDateBefore(t *testing.T) {
	day := filing.Date{Year: 2026, Month: 3, Day: 31}
	for _, c := range []struct {
		now  string
		want bool
	}{
		{"2026-03-30T23:00:00+08:00", false},
		{"2026-03-31T23:59:59+08:00", false},
		{"2026-03-31T15:59:59Z", false},
		{"2026-03-31T16:00:00Z", true},
		{"2026-04-01T00:00:00+08:00", true},
		{"2026-03-31T12:00:00-07:00", true}, // April in China
		{"2026-03-31T08:59:59-07:00", false},
		{"2027-01-01T00:00:00Z", true},
		{"2025-12-31T00:00:00Z", false},
	} {
		now, err := time.Parse(time.RFC3339, c.now)
		if err != nil {
			t.Fatal(err)
		}
		if got := day.Before(now); got != c.want {
			t.Errorf("%v before %s: %v", day, c.now, got)
		}
		if (filing.Date{}).Before(now) {
			t.Error("no day is over")
		}
	}
}

func TestEndsSoon(t *testing.T) {
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	for until, want := range map[string]int{"2026-11-21": -1, "2026-11-22": 0, "2026-12-22": 30, "2026-12-23": -1, "2027-11-22": -1} {
		day, err := filing.ParseDate(until)
		if err != nil {
			t.Fatal(err)
		}
		days, ok := (&filing.Filing{Until: day}).EndsSoon(now)
		if ok != (want >= 0) || ok && days != want {
			t.Errorf("%s: %d, %v, want %d", until, days, ok, want)
		}
	}
	if _, ok := (&filing.Filing{}).EndsSoon(now); ok {
		t.Error("a filing without an end ends")
	}
}
