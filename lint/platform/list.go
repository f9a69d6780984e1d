package platform

// Lists is what a platform's lists of domains look like in JSON: in the bodies
// and the answers of its API, and in what tools export. Keys are folded: lower
// case, without hyphens, underscores and the s of a plural.
type Lists struct {
	Keys []ListKey
	// Pool are the categories that a server domain of a third-party platform's
	// pool counts for.
	Pool []Category
	// Preferred are parts of an answer that make others superfluous.
	Preferred []Preference
	Refused   string   // the key of domains that the platform calls not filed
	ErrorCode string   // the key of an answer's error code: not 0, the answer declares nothing
	Delete    string   // the end of the name of a call whose body takes domains away
	Sections  []string // further keys, beside ID and Names.Manifest, above lists of this platform
	Switches  []Switch
	Bodies    Bodies // of the calls that set the lists; nil where none is known
}

// ListKey is a key that names a list wherever it stands.
type ListKey struct {
	Key      string
	Category Category
	Own      bool // the list is this platform's; else that of the mini program's main platform
	Pool     bool // of a third-party platform
	Single   bool // a lone string is the body of a call that adds it, not the whole list
}

// Preference says which parts of an answer only say where another part of it
// comes from: they are not read beside it.
type Preference struct {
	Result  string
	Sources []string
}

// Switch is a setting that turns the developer tool's domain check off.
type Switch struct {
	File    string // the name of the file it stands in
	Path    string // its keys, with points between them
	Off     bool   // the value that turns the check off
	Private bool   // the file is of one developer
}

// ErrorCodes returns the keys, folded, of error codes in the answers of all
// known platforms.
func ErrorCodes() []string {
	return collect(known, func(p *Platform) []string { return []string{p.Lists.ErrorCode} })
}
