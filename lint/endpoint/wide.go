//go:build !js

package endpoint

import (
	_ "embed"
	"encoding/binary"
)

// wideNames is a Bloom filter of what MayBeWide is asked for. The public suffix list cannot
// be listed by a program, so the filter is made of its rules by a test, which also fails
// when they are others:
//
//	go test ./lint/endpoint -run TestMayBeWide -update
//
//go:embed wide.filter
var wideNames string

// wideSize is how many bytes the filter has: one name in some two hundred that is none passes.
const wideSize = 1 << 14

// MayBeWide reports whether a canonical host, whose first dot is at the place given, may be
// a public suffix (IsPublicSuffix) or a provider's shared domain (SharedDomain): true for
// all that are, and for a few that are not. To ask those of each entry of a long list takes
// longer than to read the list.
func MayBeWide(host []byte, dot int) bool {
	return mayHold(hashOfName(host[dot+1:], ofParent)) || mayHold(hashOfName(host, ofName))
}

// What stands in the filter: a name that is wide, or one below which many are.
const (
	ofName = iota + 1
	ofParent
)

func mayHold(hash uint64) bool {
	a, b, c := wideBits(hash)
	return wideNames[a>>3]>>(a&7)&1 != 0 && wideNames[b>>3]>>(b&7)&1 != 0 && wideNames[c>>3]>>(c&7)&1 != 0
}

// wideBits returns the bits of the filter that stand for a name.
func wideBits(hash uint64) (a, b, c uint64) {
	const mask = 8*wideSize - 1
	return hash & mask, hash >> 19 & mask, hash >> 38 & mask
}

// hashOfName spreads names over the filter. Nothing depends on that nobody finds two names
// with the same hash.
func hashOfName(s []byte, kind uint64) uint64 {
	const odd = 0x9e3779b97f4a7c15
	n := len(s)
	h := kind + uint64(n)<<8
	switch {
	case n >= 8:
		for at := 0; at+8 < n; at += 8 {
			h = (h ^ binary.LittleEndian.Uint64(s[at:])) * odd
			h ^= h >> 29
		}
		h ^= binary.LittleEndian.Uint64(s[n-8:])
	case n >= 4:
		h ^= uint64(binary.LittleEndian.Uint32(s))<<32 ^ uint64(binary.LittleEndian.Uint32(s[n-4:]))
	case n > 0:
		h ^= uint64(s[0])<<32 | uint64(s[n/2])<<40 | uint64(s[n-1])<<48
	}
	h *= odd
	h ^= h >> 32
	return h * odd >> 8
}
