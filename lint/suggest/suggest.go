// Package suggest guesses which name was meant by one that is not known.
package suggest

import (
	"slices"
	"strings"
)

// shortest is how much of a name says which one is meant.
const shortest = 3

// Name returns the name that takes the fewest edits to become word, if they are
// few enough for a slip of the pen, the first of several; or else the only one
// that word is the start of; or "".
func Name(word string, names []string) string {
	word = strings.ToLower(word)
	best, limit := "", Slips(word)
	for _, name := range names {
		if d := Distance(word, strings.ToLower(name), limit); d <= limit {
			best, limit = name, d-1
		}
	}
	if best != "" || len(word) < shortest {
		return best
	}
	return begun(word, names)
}

// begun returns the only name that starts with word.
func begun(word string, names []string) string {
	best := ""
	for _, name := range names {
		switch {
		case !strings.HasPrefix(strings.ToLower(name), word):
		case best != "":
			return ""
		default:
			best = name
		}
	}
	return best
}

// Slips is how many edits a name may be away from what was meant: in a short
// one, few edits make another word.
func Slips(name string) int {
	switch {
	case len(name) < shortest:
		return 0
	case len(name) < 6:
		return 1
	}
	return 2
}

// Distance counts the edits between two strings in bytes: insertions, deletions,
// replacements and swaps of neighbours. Above limit it returns limit+1.
// https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
func Distance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	var before, last, row []int
	last = make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	before, row = make([]int, len(b)+1), make([]int, len(b)+1)
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			row[j] = edits(a, b, i, j, before, last, row)
		}
		if slices.Min(row) > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit+1)
}

// edits returns the distance between the first i bytes of a and the first j of b.
func edits(a, b string, i, j int, before, last, row []int) int {
	differ := 0
	if a[i-1] != b[j-1] {
		differ = 1
	}
	d := min(last[j]+1, row[j-1]+1, last[j-1]+differ)
	if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
		d = min(d, before[j-2]+1)
	}
	return d
}
