package filing_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/filing"
)

// The real examples are those of the platform facts, section 5.3.
func TestParseNumber(t *testing.T) {
	for _, c := range []struct {
		in      string
		kind    filing.NumberKind
		text    string
		subject string
	}{
		{"京ICP备11018762号", filing.Subject, "京ICP备11018762号", "京ICP备11018762号"},
		{"京ICP备13052560号-1", filing.Website, "京ICP备13052560号-1", "京ICP备13052560号"},
		{"粤ICP备08130115号-14", filing.Website, "粤ICP备08130115号-14", "粤ICP备08130115号"},
		{"京ICP备2021012345号-1", filing.Website, "京ICP备2021012345号-1", "京ICP备2021012345号"},
		{"京ICP备12345678号-2A", filing.App, "京ICP备12345678号-2A", "京ICP备12345678号"},
		{"京ICP备12345678号-3X", filing.MiniProgram, "京ICP备12345678号-3X", "京ICP备12345678号"},
		{"京ICP备12345678号-4K", filing.QuickApp, "京ICP备12345678号-4K", "京ICP备12345678号"},
		{"京ICP证030173号-1", filing.ICPLicence, "京ICP证030173号-1", "京ICP证030173号"},
		{"京ICP证150476号", filing.ICPLicence, "京ICP证150476号", "京ICP证150476号"},
		{"粤B2-20090059-5", filing.TelecomLicence, "粤B2-20090059-5", "粤B2-20090059"},
		{"浙B2-20080101-4", filing.TelecomLicence, "浙B2-20080101-4", "浙B2-20080101"},
		{"B2-20080101", filing.TelecomLicence, "B2-20080101", "B2-20080101"},
		{"合字B2-20090007", filing.TelecomLicence, "合字B2-20090007", "合字B2-20090007"},
		{"粤公网安备44030502008569号", filing.Police, "粤公网安备44030502008569号", "粤公网安备44030502008569号"},
		{"粤公网安备 44030502008569", filing.Police, "粤公网安备44030502008569", "粤公网安备44030502008569"},
		{"粤公网安备：44030502008569号", filing.Police, "粤公网安备:44030502008569号", "粤公网安备:44030502008569号"},
		// Second characters of provinces.
		{"川ICP备12345678号", filing.Subject, "川ICP备12345678号", "川ICP备12345678号"},
		{"陇ICP备12345678号", filing.Subject, "陇ICP备12345678号", "陇ICP备12345678号"},
		// As it is typed.
		{" 京 icp备 13052560 号 - 1 ", filing.Website, "京ICP备13052560号-1", "京ICP备13052560号"},
		{"京ＩＣＰ备１３０５２５６０号－１", filing.Website, "京ICP备13052560号-1", "京ICP备13052560号"},
		{"京ICP备13052560号—1", filing.Website, "京ICP备13052560号-1", "京ICP备13052560号"},
		{"京ICP备13052560号‑1", filing.Website, "京ICP备13052560号-1", "京ICP备13052560号"},
		{"京ICP备13052560号−1", filing.Website, "京ICP备13052560号-1", "京ICP备13052560号"},
		{"京ICP備13052560號-1", filing.Website, "京ICP备13052560号-1", "京ICP备13052560号"},
		{"京ICP备\u200b13052560号-2a", filing.App, "京ICP备13052560号-2A", "京ICP备13052560号"},
		{"粤b2－20090059－5", filing.TelecomLicence, "粤B2-20090059-5", "粤B2-20090059"},
	} {
		want := filing.Number{Kind: c.kind, Text: c.text, Subject: c.subject}
		if got, err := filing.ParseNumber(c.in); got != want || err != nil {
			t.Errorf("ParseNumber(%q) = %+v, %v; want %+v", c.in, got, err, want)
		}
	}
}

func TestParseNumberErrors(t *testing.T) {
	for _, c := range []struct {
		in   string
		kind filing.NumberKind
		err  error
	}{
		{"", 0, filing.ErrNoNumber},
		{" 　", 0, filing.ErrNoNumber},
		{"12345678", 0, filing.ErrNumberShape},
		{"京ICP备12345678", 0, filing.ErrNumberShape},
		{"京ICP备号", 0, filing.ErrNumberDigits},
		{"京ICP备1234567号", 0, filing.ErrNumberDigits},
		{"京ICP备1234567890123号-1", 0, filing.ErrNumberDigits},
		{"京ICP证12345号", 0, filing.ErrNumberDigits},
		{"粤B2-2009005-5", 0, filing.ErrNumberDigits},
		{"粤B2 20090059", 0, filing.ErrNumberShape},
		{"粤B3-20090059", 0, filing.ErrNumberShape},
		{"粤B2-20090059号", 0, filing.ErrNumberShape},
		{"京ICP备12345678号-", 0, filing.ErrNumberShape},
		{"京ICP备12345678号-A", 0, filing.ErrNumberShape},
		{"京ICP备12345678号-12345", 0, filing.ErrNumberShape},
		{"京ICP备12345678号-1B", 0, filing.ErrNumberShape},
		{"京ICP备12345678号1", 0, filing.ErrNumberShape},
		{"京ICP备12345678号-1，京ICP备12345678号-2", 0, filing.ErrNumberShape},
		{"粤ICP测12345678号", 0, filing.ErrNumberShape},
		{"晶ICP备12345678号-1", 0, filing.ErrNumberProvince},
		{"北京ICP备12345678号-1", 0, filing.ErrNumberProvince},
		{"内蒙古ICP备12345678号", 0, filing.ErrNumberProvince},
		{"ICP备12345678号", 0, filing.ErrNumberProvince},
		{"晶ICP备1号", 0, filing.ErrNumberShape},
		{"京公网安备1号", filing.Police, filing.ErrNumberDigits},
		{"公网安备", filing.Police, filing.ErrNumberDigits},
		{"京公网安备44030502008569号-1", filing.Police, filing.ErrNumberShape},
	} {
		got, err := filing.ParseNumber(c.in)
		if !errors.Is(err, c.err) || got.Kind != c.kind {
			t.Errorf("ParseNumber(%q) = %+v, %v; want kind %d, %v", c.in, got, err, c.kind, c.err)
		}
	}
}

// The normal form of a number is a number, and its own normal form.
func FuzzNumber(f *testing.F) {
	for _, s := range []string{"京ICP备13052560号-1", "京ＩＣＰ证０３０１７３号", "B2-20080101", "粤公网安备 44030502008569号", "-", "pending"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := filing.ParseNumber(s)
		again, errAgain := filing.ParseNumber(n.Text)
		if again != n || !errors.Is(errAgain, err) {
			t.Fatalf("%q: %+v, %v; again %+v, %v", s, n, err, again, errAgain)
		}
		if err == nil && (n.Kind == filing.NoNumber || !strings.HasPrefix(n.Text, n.Subject) || n.Subject == "") {
			t.Fatalf("%q: %+v", s, n)
		}
	})
}
