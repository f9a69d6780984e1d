package filing

import (
	"cmp"
	"errors"
	"fmt"
	"time"
)

// chinaZone is UTC+8 without daylight saving (none since 1991), so that no
// time zone data has to be on the machine.
var chinaZone = time.FixedZone("UTC+8", 8*60*60)

// Date is a day of China's calendar. The zero Date is no day.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// ErrDate is returned by ParseDate for anything but a day as 2026-01-31.
var ErrDate = errors.New("not a date of the form YYYY-MM-DD")

// ParseDate reads a day written as 2026-01-31, ASCII digits only. The error is
// ErrDate; a day that no calendar has (2026-02-30) is one too.
func ParseDate(s string) (Date, error) {
	if len(s) != len("2026-01-31") || s[4] != '-' || s[7] != '-' {
		return Date{}, ErrDate
	}
	year, month, day := digits(s[:4]), digits(s[5:7]), digits(s[8:])
	if year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, time.Month(month)) {
		return Date{}, ErrDate
	}
	return Date{year, time.Month(month), day}, nil
}

// DateOf returns the day that it is in China at t.
func DateOf(t time.Time) Date {
	y, m, d := t.In(chinaZone).Date()
	return Date{y, m, d}
}

// IsZero reports whether d is no day.
func (d Date) IsZero() bool { return d == Date{} }

// String returns the day as 2026-01-31, "" for no day.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Compare returns -1, 0 or +1 as d is before, the same as or after e.
func (d Date) Compare(e Date) int {
	return cmp.Or(d.Year-e.Year, int(d.Month)-int(e.Month), d.Day-e.Day)
}

// Days returns how many days after d it is e: negative when e is before d.
func (d Date) Days(e Date) int {
	const day = 24 * time.Hour
	return int(e.utc().Sub(d.utc()) / day)
}

func (d Date) utc() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// Before reports whether the whole of d is over in China at now: the day
// itself still counts. No day is never over.
func (d Date) Before(now time.Time) bool {
	return !d.IsZero() && d.Compare(DateOf(now)) < 0
}

func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// digits returns the value of a short run of ASCII digits, -1 for other text.
func digits(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}
