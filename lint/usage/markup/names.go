package markup

// names gives the same string for the same name again, so that a file costs
// one allocation for each of its few dozen names instead of one for each tag.
type names [128]string

// of returns b as a string.
func (n *names) of(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	slot := &n[(int(b[0])*31+int(b[len(b)-1])*7+len(b))%len(n)]
	if *slot != string(b) {
		*slot = string(b)
	}
	return *slot
}

// set is a set of bytes.
type set [256]bool

func setOf(members string) (s set) {
	for i := range len(members) {
		s[members[i]] = true
	}
	return s
}

// Sets that the scanners stop at. They are never written.
var (
	space = setOf(" \t\r\n\f")
	// nameEnd ends the name of a tag or an attribute.
	nameEnd = setOf(" \t\r\n\f/>=<\"'")
)

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
