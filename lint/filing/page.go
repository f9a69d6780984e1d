package filing

import (
	"strings"

	"github.com/beianlint/beianlint/lint/message"
)

// pageOf tells what programs save under the name of a table and is none: a web
// page, the XML of Excel 2003; "" for anything else.
func pageOf(text string) message.ID {
	const most = 4096
	head := strings.ToLower(strings.TrimLeftFunc(text[:min(len(text), most)], isInvisible))
	switch {
	case strings.HasPrefix(head, "<?xml") && holdsAny(head, []string{"excel.sheet", "office:spreadsheet"}), strings.HasPrefix(head, "<workbook"):
		return "list.spreadsheet-xml"
	case strings.HasPrefix(head, "mime-version:"), strings.HasPrefix(head, "<") && holdsAny(head, []string{"<html", "<!doctype html", "<table", "<body", "<head", "<div", "<script", "<meta"}):
		return "list.web-page"
	case strings.HasPrefix(head, "<?xml"), strings.HasPrefix(head, "<"):
		return "list.xml"
	}
	return ""
}

// looksLikeList reports whether a text can be a list that is kept by hand: some
// line among the first begins with something like a domain, or each is one word.
func looksLikeList(text string, at int) bool {
	const most = 50
	for line := 0; line < most && at < len(text); line++ {
		end := lineEnd(text, at)
		words := strings.FieldsFunc(strings.TrimSuffix(text[at:end], "\r"), betweenNumbers)
		if len(words) > 0 && couldBeEntry(words) {
			return true
		}
		at = firstLine(text, end+1)
	}
	return false
}

// couldBeEntry reports whether a line could be an entry of a list, or was meant to.
func couldBeEntry(words []string) bool {
	fields := strings.Fields(words[0])
	if len(fields) == 0 {
		return false
	}
	first := fields[0]
	if strings.ContainsAny(first, ".。．[:") || keyEnd(first) > 0 {
		return true
	}
	ascii := !strings.ContainsFunc(first, func(r rune) bool { return r >= 0x80 })
	return ascii && len(words) == 1 && len(fields) <= 2
}
