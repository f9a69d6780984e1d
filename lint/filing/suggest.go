package filing

// meant returns the candidate that word is a slip of the pen for, or "".
func meant(word string, candidates []string) string {
	best, least := "", 3
	for _, c := range candidates {
		if d := edits(word, c); d < least && d < len(c)/2 {
			best, least = c, d
		}
	}
	return best
}

// edits counts the insertions, deletions and replacements between two short
// strings, in bytes; a longer one is far away.
// https://en.wikipedia.org/wiki/Levenshtein_distance
func edits(a, b string) int {
	const longest = 32
	if len(a) > longest || len(b) > longest {
		return longest
	}
	var row [longest + 1]int
	for j := range b {
		row[j+1] = j + 1
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
