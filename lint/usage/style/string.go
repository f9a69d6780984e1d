package style

import "bytes"

// quoted reads the string whose quote stands before s.pos. A string that its
// line does not close is none (https://www.w3.org/TR/css-syntax-3/#consume-string-token).
func (s *scanner) quoted(quote byte, at Place) bool {
	start := s.pos
	end := closingQuote(s.src, start, quote)
	if end < 0 {
		return false
	}
	s.pos = end + 1
	at = s.place(start, end+1, at)
	if start == end || isData(s.src[start:end]) {
		return false
	}
	s.found = URL{Start: start, End: end, Quoted: true, At: at}
	return true
}

// closingQuote returns the offset of the quote that ends a string, or -1 where
// a line ends first. A search ends at a quote, where the next one starts, so
// all of them together look at each byte twice.
func closingQuote(src []byte, start int, quote byte) int {
	for from := start; ; {
		i := bytes.IndexByte(src[from:], quote)
		if i < 0 {
			return -1
		}
		end := from + i
		if brokenLine(src[from:end]) {
			return -1
		}
		if !escaped(src[start:end]) {
			return end
		}
		from = end + 1
	}
}

// brokenLine tells whether a line ends in b without a backslash before its end.
func brokenLine(b []byte) bool {
	for {
		i := bytes.IndexByte(b, '\n')
		if i < 0 {
			return false
		}
		if !escaped(bytes.TrimSuffix(b[:i], []byte("\r"))) {
			return true
		}
		b = b[i+1:]
	}
}

// escaped tells whether the byte behind b is escaped: an odd run of backslashes
// ends b.
func escaped(b []byte) bool {
	run := 0
	for run < len(b) && b[len(b)-1-run] == '\\' {
		run++
	}
	return run%2 == 1
}
