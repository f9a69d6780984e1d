package style

// set is a set of bytes.
type set [256]bool

func setOf(members string) (s set) {
	for i := range len(members) {
		s[members[i]] = true
	}
	return s
}

// space and urlEnd are never written.
var (
	space = setOf(" \t\r\n\f")
	// urlEnd ends a value in url() that has no quotes.
	urlEnd = setOf(" \t\r\n\f()\"'")
)

// isIdent reports whether c can stand in an identifier.
func isIdent(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '_' || c == '-' || c >= 0x80
}

func isQuote(c byte) bool { return c == '"' || c == '\'' }
