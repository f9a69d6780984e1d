package endpoint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Flaw is what keeps an address in a network call from being a URL that a
// platform takes.
type Flaw string

// The flaws.
const (
	WideCharacters Flaw = "wide"    // https：//host: full-width characters
	NoColon        Flaw = "colon"   // https//host
	FewSlashes     Flaw = "slashes" // https:/host
	BadPort        Flaw = "port"    // https://host:99999
	BlankInside    Flaw = "blank"   // https://ho st
	LongLabel      Flaw = "label"   // more than 63 characters between dots
	BadName        Flaw = "name"    // https://[host]
	NoScheme       Flaw = "scheme"  // host/path
	StrangeScheme  Flaw = "strange" // ftp://host
)

// pageEndings are top-level domains that the names of server-side pages end
// with: "list.do?id=1" is a path.
var pageEndings = map[string]bool{"do": true, "py": true, "pl": true, "sh": true, "md": true, "ps": true, "rs": true, "zip": true, "mov": true}

// FlawOf returns what is wrong with the address of a network call that ParseURL
// cannot read, with the endpoint that was meant as far as that can be told. It
// is false where the text may be a path or a placeholder. whole says that
// nothing follows the text.
func FlawOf(s string, whole bool) (Flaw, Endpoint, bool) {
	s = strings.TrimSpace(s)
	if _, ok := ParseURL(s); ok {
		return "", Endpoint{}, false
	}
	if !mayBeginScheme(s) {
		return unknownScheme(s, whole)
	}
	text := foldWidth(s)
	scheme, rest, slashes := cutAbsolute(text)
	if scheme == "" {
		return unknownScheme(s, whole)
	}
	end := strings.IndexAny(rest, `/\?#`)
	if end < 0 {
		end = len(rest)
		if !whole {
			return "", Endpoint{}, false
		}
	}
	authority := rest[:end]
	meant, ok := ParseURL(scheme + "://" + authority)
	meant.Path = rest[end:]
	switch {
	case ok && slashes == noColon:
		return NoColon, meant, true
	case ok && slashes < 2:
		return FewSlashes, meant, true
	case ok:
		return WideCharacters, meant, true // they are all that ParseURL could not read
	}
	return authorityFlaw(scheme, authority)
}

// mayBeginScheme reports whether a text begins with the first letter of a scheme, in any
// width: most have no need to be folded.
func mayBeginScheme(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return slices.ContainsFunc(schemes, func(known string) bool { return unicode.ToLower(foldRune(first)) == rune(known[0]) })
}

// noColon is what cutAbsolute counts where the colon is missing.
const noColon = -1

// cutAbsolute takes scheme and slashes off a text that begins with a scheme of
// the platforms, as far as people leave them out.
func cutAbsolute(s string) (scheme, rest string, count int) {
	for _, known := range schemes {
		if len(s) <= len(known) || !equalFold(s[:len(known)], known) {
			continue
		}
		after := s[len(known):]
		if tail, ok := strings.CutPrefix(after, ":"); ok {
			if n := slashes(tail); n > 0 {
				return known, tail[n:], n
			}
			continue
		}
		if n := slashes(after); n >= 2 {
			return known, after[n:], noColon
		}
	}
	return "", s, 0
}

// authorityFlaw says what is wrong between scheme and path.
func authorityFlaw(scheme, text string) (Flaw, Endpoint, bool) {
	dense := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
	if dense != text {
		meant, ok := ParseURL(scheme + "://" + dense)
		return BlankInside, meant, ok
	}
	a := splitAuthority(text)
	if _, ok := parsePort(a.port); !ok && strings.Trim(a.port, "0123456789") == "" {
		meant, ok := ParseURL(scheme + "://" + a.host)
		return BadPort, meant, ok
	}
	bare := strings.Trim(a.host, "[]")
	if meant, ok := ParseURL(scheme + "://" + bare); ok && bare != a.host {
		return BadName, meant, true
	}
	for _, label := range strings.Split(a.host, ".") {
		if len(label) > maxLabel && knownTLD(a.host) && strings.Trim(strings.ToLower(a.host), "abcdefghijklmnopqrstuvwxyz0123456789-_.") == "" {
			return LongLabel, Endpoint{Scheme: scheme, Host: strings.ToLower(a.host)}, true
		}
	}
	return "", Endpoint{}, false
}

// unknownScheme finds a host behind a scheme that is none of the platforms', or behind
// none. Those that end in "file" name what lies on the device: wxfile://, ttfile://.
func unknownScheme(s string, whole bool) (Flaw, Endpoint, bool) {
	scheme, rest, ok := schemeOf(s)
	if !ok || knownScheme(scheme) {
		return withoutScheme(s, whole)
	}
	_, meant, ok := withoutScheme(rest, whole)
	return StrangeScheme, meant, ok && !strings.HasSuffix(scheme, "file")
}

// withoutScheme finds a host at the beginning of a text that has no scheme.
func withoutScheme(s string, whole bool) (Flaw, Endpoint, bool) {
	end := strings.IndexAny(s, "/?#")
	if end < 0 {
		if end = len(s); !whole {
			return "", Endpoint{}, false
		}
	}
	e, ok := ParseURL("//" + s[:end])
	if !ok || isIP(e.Host) || pageEndings[lastLabel(e.Host)] {
		return "", Endpoint{}, false
	}
	e.Scheme, e.Relative, e.Path = "https", false, s[end:]
	return NoScheme, e, true
}
