package dotenv

import "bytes"

// Comments finds every comment of a dotenv file, from its # to the end of
// the line: a # in a value that is quoted begins none.
func Comments(src []byte, found func(start, end int)) {
	at := 0
	for v := range Variables(src) {
		commentsBetween(src, at, v.Start, found)
		if at = v.End; v.Quoted {
			at++
		}
	}
	commentsBetween(src, at, len(src), found)
}

// commentsBetween finds the lines, or what is left of one, that begin with #.
func commentsBetween(src []byte, at, until int, found func(start, end int)) {
	for at < until {
		end := lineEnd(src, at)
		if bytes.HasPrefix(src[at:], []byte("\ufeff")) {
			at += len("\ufeff")
		}
		if at = skipBlank(src, at, end); at < end && src[at] == '#' {
			found(at, end)
		}
		at = end + 1
	}
}
