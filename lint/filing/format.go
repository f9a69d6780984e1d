package filing

import "strings"

// format cuts a list into records. The same call reads a record for the first
// time and, with nil for bad, once more from its start.
type format interface {
	// read fills r with the record at or after at and returns where to read on;
	// false when there is none left.
	read(at int, r *record, bad *problems) (next int, ok bool)
}

// recognise tells the format of a list from its content and returns where its
// records begin. data are the bytes of text, sheet is what the sheet that it was is
// called. A nil format has been reported.
func recognise(text string, data []byte, sheet string, bad *problems) (format, int) {
	begin := len(text) - len(strings.TrimPrefix(text, byteOrderMark))
	if at := skipJSONSpace(text, begin); beginsJSON(text[at:]) {
		bad.table = true
		if j, items, ok := newJSON(text, data, at, bad); ok {
			return j, items
		}
		return nil, 0
	}
	if id := pageOf(text[begin:]); id != "" {
		bad.list(id, begin, begin)
		return nil, 0
	}
	if at := firstLine(text, begin); at < len(text) && !beginsList(text, at) {
		if t, rows := newTable(text, at, sheet, bad); t != nil {
			bad.table = true
			return t, rows
		}
		if !looksLikeList(text, at) {
			if oneLine(text[at:lineEnd(text, at)], at, bad) {
				bad.list("list.not-a-list", at, at)
			}
			return nil, 0
		}
	}
	return textList{data}, begin
}

// longestHead is how much of a list is looked at first.
const longestHead = 64 << 10

// recogniseLong recognises a text list by how it begins, and what is none, or not surely
// one, as recognise does: a long text list is never copied to be a string.
func recogniseLong(doc document, bad *problems) (format, int) {
	if begin, ok := surelyList(doc.Bytes); ok {
		return textList{doc.Bytes}, begin
	}
	return recognise(string(doc.Bytes), doc.Bytes, doc.sheet, bad)
}

// surelyList recognises a text list by how it begins, and returns where its lines do.
func surelyList(data []byte) (begin int, ok bool) {
	head := string(data[:min(len(data), longestHead)])
	begin = len(head) - len(strings.TrimPrefix(head, byteOrderMark))
	at := firstLine(head, begin)
	whole := lineEnd(head, at) < len(head)
	return begin, whole && pageOf(head[begin:]) == "" && beginsList(head, at)
}

// beginsList reports whether a line is an entry of a text list, as the first of
// nearly all of them is: then there is no header to look for.
func beginsList(text string, at int) bool {
	line := text[at:lineEnd(text, at)]
	return !strings.ContainsAny(line, ",;\t") && isPlain(nextWord(line, 0).text)
}

// newTable returns the table that begins at a place, nil when it is none.
func newTable(text string, at int, sheet string, bad *problems) (format, int) {
	quiet := &problems{file: bad.file}
	c, rows, ok := newCSV(text, at, sheet, quiet)
	if ok && quiet.fatal.count == 0 {
		return c, rows
	}
	if f := newForm(text, at, sheet); f != nil {
		return f, at
	}
	if !ok {
		return nil, 0
	}
	bad.merge(quiet)
	return c, rows
}

// beginsJSON tells JSON from the text format, which could begin with an IPv6
// address in brackets (a mistake, with a message of its own).
func beginsJSON(text string) bool {
	if text == "" || text[0] != '[' && text[0] != '{' {
		return false
	}
	inner, _, _ := strings.Cut(text[1:min(len(text), len("[0000:0000:0000:0000:0000:0000:0000:0000]"))], "]")
	return !strings.Contains(inner, ":") || strings.Trim(inner, "0123456789abcdefABCDEF:.") != ""
}

// firstLine returns where the first line begins that could be a header: no
// comment, not blank, not the "sep=;" by which Excel is told the delimiter.
func firstLine(text string, at int) int {
	for at < len(text) {
		end := lineEnd(text, at)
		line := strings.TrimSpace(text[at:end])
		if line != "" && line[0] != '#' && !(len(line) <= 5 && strings.HasPrefix(strings.ToLower(line), "sep=")) {
			return at
		}
		at = end + 1
	}
	return len(text)
}
