package filing

import (
	"time"

	"github.com/beianlint/beianlint/lint/source"
)

// Filing is one entry of the filed list: a domain and what the list says of
// its ICP record.
type Filing struct {
	// Domain is canonical: ASCII (punycode), lower case, no trailing dot.
	Domain string
	// Number is the filing number in its normal form; as it was written when it
	// is not one; "" when the list gives none.
	Number string
	// Pending is true for a filing that was handed in and not granted yet.
	Pending bool
	// Said is the word by which the record says that it does not count, or not
	// yet, as written; "" for none.
	Said string
	// Entity is who the filing belongs to, as written.
	Entity string
	// Vendor is true for owner=vendor: the host's provider filed it.
	Vendor bool
	// Since is when the filing was granted, or handed in while it is pending.
	Since Date
	// Grace is the last day on which a pending filing is tolerated.
	Grace Date
	// Until is the last day of the filing.
	Until Date
	// Verified is when somebody last compared the entry with the record.
	Verified Date
	// Span is where the domain stands in the list, NumberSpan the number (zero
	// when there is none). A list that is not UTF-8 is decoded first: the spans
	// are in the decoded file, so lines and columns are those of an editor.
	Span, NumberSpan source.Span
}

// Status says how a host stands with the filed list.
type Status string

// The states of a host. StatusAt gives the first four; the others are for
// hosts that no filing covers.
const (
	Filed     Status = "filed"
	Pending   Status = "pending"
	Expired   Status = "expired"
	Vendor    Status = "vendor"
	Unfiled   Status = "unfiled"
	Unfilable Status = "unfilable"
	Local     Status = "local"
	Unknown   Status = "unknown"
)

// StatusAt returns filed, pending, expired or vendor as of now, by China's
// calendar with the last day included.
func (f *Filing) StatusAt(now time.Time) Status {
	switch {
	case f.Until.Before(now):
		return Expired
	case f.Pending:
		return Pending
	case f.Vendor:
		return Vendor
	}
	return Filed
}

// endsSoon is how many days before its end a filing is worth a warning.
const endsSoon = 30

// EndsSoon returns how many days a filing has left as of now, the last one not
// counted; ok is false when it has ended, or has more than 30 or no end.
func (f *Filing) EndsSoon(now time.Time) (days int, ok bool) {
	if f.Until.IsZero() || f.Until.Before(now) {
		return 0, false
	}
	days = DateOf(now).Days(f.Until)
	return days, days <= endsSoon
}

// GraceAt reports whether the filing is pending and its grace= day has not
// passed as of now: it is tolerated, with a warning.
func (f *Filing) GraceAt(now time.Time) bool {
	return f.StatusAt(now) == Pending && !f.Grace.IsZero() && !f.Grace.Before(now)
}
