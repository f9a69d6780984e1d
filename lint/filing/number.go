package filing

import (
	"errors"
	"strings"
	"unicode"
)

// NumberKind says what a number was given for.
type NumberKind uint8

// The kinds of numbers that stand in filed lists. All but Police are numbers of
// the ICP filing system; a police number is another authority's.
const (
	NoNumber       NumberKind = iota
	Subject                   // 京ICP备11018762号: whoever files
	Website                   // 京ICP备13052560号-1: one of their websites
	App                       // …号-2A
	MiniProgram               // …号-3X
	QuickApp                  // …号-4K
	ICPLicence                // 京ICP证030173号-1: a licence for commercial websites
	TelecomLicence            // 粤B2-20090059-5: serves as the number of its holder's websites
	Police                    // 粤公网安备44030502008569号: public security, not ICP
)

// Number is a filing number that was understood.
type Number struct {
	Kind NumberKind
	// Text is the number in its normal form: half-width, without spaces,
	// letters in upper case.
	Text string
	// Subject is Text without the "-n" of a website, app or mini program: what
	// all numbers of one subject have in common.
	Subject string
}

// files reports whether the number is one that a domain is filed under.
func (n Number) files() bool {
	switch n.Kind {
	case Subject, Website, ICPLicence, TelecomLicence:
		return true
	}
	return false
}

// What ParseNumber finds wrong with a number.
var (
	ErrNoNumber       = errors.New("no filing number")
	ErrNumberShape    = errors.New("not a filing number")
	ErrNumberProvince = errors.New("the filing number does not begin with a province's character")
	ErrNumberDigits   = errors.New("the filing number has the wrong count of digits")
)

// provinces are the characters that numbers begin with, and the second ones that
// some provinces go by (川 for 蜀). 合字 is the prefix of licences for
// several provinces (platform facts, 5.3).
const (
	provinces     = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝蜀川黔贵滇云藏陕秦陇甘青宁新"
	manyProvinces = "合字"
)

// provinceBytes holds the first byte of each of those characters, which have three, under
// what the two others say: no two have the same.
var provinceBytes = func() (first [1 << 12]byte) {
	for at := 0; at < len(provinces); at += len("京") {
		first[lastBits(provinces[at:])] = provinces[at]
	}
	return first
}()

func lastBits[T string | []byte](c T) int { return int(c[1]&0x3f)<<6 | int(c[2]&0x3f) }

// isProvince reports whether text of three bytes or more begins with one of them.
func isProvince[T string | []byte](text T) bool {
	return text[0] != 0 && provinceBytes[lastBits(text)] == text[0] && text[1]&0xc0 == 0x80 && text[2]&0xc0 == 0x80
}

// The fixed parts of a number.
const (
	icpFiled    = "ICP备"
	icpLicensed = "ICP证"
	policeFiled = "公网安备"
	sign        = "号"
)

// How many digits stand between ICP备 and 号.
const (
	leastDigits = 8
	mostDigits  = 12
)

// ParseNumber reads a filing number in any of the forms that people and consoles
// write it in: full-width, with spaces, with another hyphen, in lower case. The
// error is one of the Err values above; the Number then holds the normal form
// of the text, and its Kind only if it is a police number.
func ParseNumber(s string) (Number, error) {
	// Nearly every number of a long list is in its normal form: no copy is made.
	if n, err := parseNormal(s); err == nil {
		return n, nil
	}
	return parseNormal(normalNumber(s))
}

func parseNormal(s string) (Number, error) {
	switch province, rest := cutProvince(s); {
	case s == "":
		return Number{}, ErrNoNumber
	case strings.Contains(s, policeFiled):
		return parsePolice(s)
	case strings.HasPrefix(rest, icpFiled):
		return parseICP(s, rest[len(icpFiled):], leastDigits, mostDigits, Subject)
	case strings.HasPrefix(rest, icpLicensed):
		return parseICP(s, rest[len(icpLicensed):], 6, 8, ICPLicence)
	case len(rest) > 2 && (rest[0] == 'A' || rest[0] == 'B') && (rest[1] == '1' || rest[1] == '2'):
		return parseTelecom(s, rest[2:])
	case province == "" && provinceMissing(s):
		return Number{Text: s}, ErrNumberProvince
	}
	return Number{Text: s}, ErrNumberShape
}

// parseICP reads what follows ICP备 or ICP证: digits, 号 and perhaps -n.
func parseICP(s, rest string, least, most int, kind NumberKind) (Number, error) {
	no := Number{Text: s}
	count := digitRun(rest)
	tail, ok := strings.CutPrefix(rest[count:], sign)
	switch {
	case s[0] == 'I':
		return no, ErrNumberProvince
	case !ok:
		return no, ErrNumberShape
	case count < least || count > most:
		return no, ErrNumberDigits
	case tail == "":
		return Number{kind, s, s}, nil
	}
	kind, ok = serviceKind(tail, kind)
	if !ok {
		return no, ErrNumberShape
	}
	return Number{kind, s, s[:len(s)-len(tail)]}, nil
}

// serviceKind tells from the "-n" of a number what the subject filed under it.
func serviceKind(tail string, kind NumberKind) (NumberKind, bool) {
	switch tail[len(tail)-1] {
	case 'A':
		return App, isService(tail[:len(tail)-1])
	case 'X':
		return MiniProgram, isService(tail[:len(tail)-1])
	case 'K':
		return QuickApp, isService(tail[:len(tail)-1])
	}
	if kind == Subject {
		kind = Website
	}
	return kind, isService(tail)
}

// isService reports whether s is a hyphen and one to four digits.
func isService[T string | []byte](s T) bool {
	return len(s) >= 2 && len(s) <= 5 && s[0] == '-' && digitRun(s[1:]) == len(s)-1
}

// parseTelecom reads what follows B2: a hyphen, eight digits, perhaps -n.
func parseTelecom(s, rest string) (Number, error) {
	no := Number{Text: s}
	if rest[0] != '-' {
		return no, ErrNumberShape
	}
	count := digitRun(rest[1:])
	tail := rest[1+count:]
	switch {
	case tail != "" && !isService(tail):
		return no, ErrNumberShape
	case count != 8:
		return no, ErrNumberDigits
	}
	return Number{TelecomLicence, s, s[:len(s)-len(tail)]}, nil
}

// parsePolice reads a public-security number. Its kind is told even when its
// digits are wrong: it is the wrong number for a filed list either way.
func parsePolice(s string) (Number, error) {
	n := Number{Police, s, s}
	_, rest, _ := strings.Cut(s, policeFiled)
	rest = strings.TrimPrefix(rest, ":")
	count := digitRun(rest)
	switch {
	case rest[count:] != "" && rest[count:] != sign:
		return n, ErrNumberShape
	case count != 14:
		return n, ErrNumberDigits
	}
	return n, nil
}

// cutProvince splits the province's character off a number, "" when there is none.
func cutProvince(s string) (province, rest string) {
	if strings.HasPrefix(s, manyProvinces) {
		return manyProvinces, s[len(manyProvinces):]
	}
	const width = len("京")
	if len(s) >= width && isProvince(s) {
		return s[:width], s[width:]
	}
	return "", s
}

// provinceMissing reports whether s would be a filing number if it began with
// a province's character: something short stands there instead (北京 for 京).
func provinceMissing(s string) bool {
	const longest = len("内蒙古")
	i := strings.Index(s, "ICP")
	if i < 1 || i > longest {
		return false
	}
	_, err := parseNormal("京" + s[i:])
	return err == nil
}

// digitRun returns how many ASCII digits s begins with.
func digitRun[T string | []byte](s T) int {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return i
		}
	}
	return len(s)
}

// normalNumber folds the ways in which a number is typed into one.
func normalNumber(s string) string { return strings.Map(normalRune, s) }

func normalRune(r rune) rune {
	const fullWidth = '！' - '!' // U+FF01 to U+FF5E are ASCII in the width of Chinese
	if r >= '！' && r <= '～' {
		r -= fullWidth
	}
	switch {
	case unicode.IsSpace(r), unicode.Is(unicode.Cf, r): // Cf: zero-width spaces of copied web pages
		return -1
	case unicode.Is(unicode.Pd, r), r == '−', r == 'ー':
		return '-'
	case r >= 'a' && r <= 'z':
		return r - 'a' + 'A'
	case r == '備':
		return '备'
	case r == '號':
		return '号'
	}
	return r
}
