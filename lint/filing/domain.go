package filing

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/message"
)

// The most bytes that a domain takes: in canonical form (RFC 1035), and as
// written with scheme, percent-encoding and a dot at its end.
const (
	longestHost   = 253
	longestDomain = 1024
)

// separators are what people put between the columns of a table.
const separators = ",;，；、"

// checkDomain returns the canonical form of a domain as people write it; false
// when no filing can be for it, which has been reported. In a table, an address
// stands for its host.
func checkDomain(f field, table bool, bad *problems) (string, bool) {
	host, id := f.text, message.ID("")
	if !isPlain(host) {
		host, id = canonical(host)
	}
	if table && id == "list.path" {
		id = ""
	}
	if host != "" {
		id = cmp.Or(tooWide(host), id) // else *.com.cn would be told to become com.cn
	}
	if id != "" {
		bad.list(id, f.start, f.end, bad.quoteDomain(f.text), clip(endpoint.Unicode(host)))
	}
	return host, id == ""
}

// canonical returns the host of what was written, and why it cannot be the
// domain of a filing.
func canonical(text string) (host string, problem message.ID) {
	if len(text) > longestDomain {
		return "", "list.bad-domain"
	}
	e, err := endpoint.Parse(text)
	return e.Host, hostProblem(text, e, err)
}

// hostProblem says why what was written cannot be the domain of a filing.
func hostProblem(text string, e endpoint.Endpoint, err error) message.ID {
	switch {
	case err != nil && strings.ContainsAny(text, separators):
		return "list.separator"
	case err != nil, e.Host == "":
		return "list.bad-domain"
	case e.Wildcard:
		return "list.wildcard"
	case e.UserInfo:
		return "list.user-info"
	}
	switch endpoint.Classify(e.Host) {
	case endpoint.PublicIP:
		return "list.ip-address"
	case endpoint.LocalAddress:
		return "list.local-address"
	}
	if strings.IndexByte(e.Host, '.') < 0 && !endpoint.IsPublicSuffix(e.Host) {
		return "list.single-label"
	}
	if e.Path != "" && e.Path != "/" {
		return "list.path"
	}
	return ""
}

// isPlain reports whether a domain is canonical as it stands and no IP address,
// as nearly all of a long list are: lower-case letters, digits and hyphens in
// at least two labels, the last of them of letters.
func isPlain(s string) bool {
	end, _ := plainEnd(s, 0)
	return s != "" && end == len(s)
}

// What a byte is in a plain domain.
const (
	isMark = iota + 1 // a digit or hyphen
	isLetter
)

var plainBytes = func() (kinds [256]byte) {
	for c := range byte(utf8.RuneSelf) {
		switch {
		case c >= 'a' && c <= 'z':
			kinds[c] = isLetter
		case c >= '0' && c <= '9', c == '-':
			kinds[c] = isMark
		}
	}
	return kinds
}()

// plainEnd returns where the plain domain ends that begins at a place, at for none, and its
// first dot. It ends before what no plain domain has in it.
func plainEnd[T string | []byte](text T, at int) (end, dot int) {
	label := at
	for {
		end = label
		for end < len(text) && plainBytes[text[end]] > 0 {
			end++
		}
		if !isLabel(text, label, end) {
			return at, 0
		}
		if end == len(text) || text[end] != '.' {
			break
		}
		if label == at {
			dot = end
		}
		label = end + 1
	}
	for i := label; i < end; i++ {
		if plainBytes[text[i]] != isLetter {
			return at, 0
		}
	}
	if label == at || end-at > longestHost {
		return at, 0
	}
	return end, dot
}

// isLabel reports whether what plainEnd has seen is a whole label.
func isLabel[T string | []byte](text T, start, end int) bool {
	const longest = 63 // RFC 1035
	return end > start && end-start <= longest && text[start] != '-' && text[end-1] != '-'
}

// tooWide says why an entry would cover the domains of strangers.
func tooWide(host string) message.ID {
	if end, dot := plainEnd(host, 0); end > 0 && end == len(host) && !endpoint.MayBeWide([]byte(host), dot) {
		return ""
	}
	switch shared := endpoint.SharedDomain(host); {
	case shared == host:
		return "list.shared-domain"
	case shared == "" && endpoint.IsPublicSuffix(host):
		return "list.public-suffix"
	}
	return ""
}
