//go:build !js

package endpoint

import (
	_ "embed"
	"strings"
)

// wideNames is a Bloom filter of what MayBeWide is asked for. The public suffix list cannot
// be listed by a program, so the filter is made of its rules by a test, which also fails
// when they are others:
//
//	go test ./lint/endpoint -run TestMayBeWide -update
//
//go:embed wide.filter
var wideNames string

// wideSize is how many bytes the filter has: one name in some fifty that is none passes.
const wideSize = 1 << 13

// MayBeWide reports whether a canonical host of two labels or more may be a public suffix
// (IsPublicSuffix) or a provider's shared domain (SharedDomain): true for all that are, and
// for a few that are not. To ask those of each entry of a long list takes longer than to
// read the list.
func MayBeWide(host string) bool {
	_, parent, _ := strings.Cut(host, ".")
	return mayHold(hashOfName(parent, ofParent)) || mayHold(hashOfName(host, ofName))
}

// What stands in the filter: a name that is wide, or one below which many are.
const (
	ofName = iota + 1
	ofParent
)

func mayHold(hash uint64) bool {
	a, b := wideBits(hash)
	return wideNames[a>>3]>>(a&7)&1 != 0 && wideNames[b>>3]>>(b&7)&1 != 0
}

// wideBits returns the bits of the filter that stand for a name.
func wideBits(hash uint64) (a, b uint64) {
	const mask = 8*wideSize - 1
	return hash & mask, hash >> 32 & mask
}

// hashOfName spreads names over the filter. Nothing depends on that nobody finds two names
// with the same hash.
func hashOfName(s string, kind uint64) uint64 {
	const odd = 0x9e3779b97f4a7c15
	n := len(s)
	h := kind + uint64(n)<<8
	switch {
	case n >= 8:
		for at := 0; at+8 < n; at += 8 {
			h = (h ^ eightBytes(s[at:])) * odd
			h ^= h >> 29
		}
		h ^= eightBytes(s[n-8:])
	case n >= 4:
		h ^= fourBytes(s)<<32 ^ fourBytes(s[n-4:])
	case n > 0:
		h ^= uint64(s[0])<<32 | uint64(s[n/2])<<40 | uint64(s[n-1])<<48
	}
	h *= odd
	h ^= h >> 32
	return h * odd >> 8
}

func eightBytes(s string) uint64 { return fourBytes(s) | fourBytes(s[4:])<<32 }

func fourBytes(s string) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}
