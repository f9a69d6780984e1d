package filing

import (
	"github.com/beianlint/beianlint/lint/endpoint"
)

// runSize is how many bytes of a text list are read at once: enough to forget the
// cost of handing them over, few enough for a core's cache.
const runSize = 128 << 10

// runEnd returns where a run of lines ends that begins at a place.
func (t textList) runEnd(at int) int {
	if at+runSize >= len(t.data) {
		return len(t.data)
	}
	return min(t.lineEnd(at+runSize)+1, len(t.data))
}

// readLines reads the lines of the batch: those of a domain, with or without a number,
// as they are, and all others as records, from one text for all of them.
func (x *batch) readLines(p *part, t textList) {
	t.data = t.data[:x.to]
	text, begin := "", 0 // from the first of the others on
	for at := x.from; at < x.to; {
		next, ok := x.plainLine(p, t.data, at)
		if !ok {
			if text == "" {
				text, begin = string(t.data[at:]), at
			}
			end := t.lineEnd(at)
			if !isText(t.data[at:end]) { // all that was read is thrown away
				x.damaged = true
				return
			}
			if lineOf(text[at-begin:end-begin], at).read(&x.records[0], &x.bad) {
				x.add(p, &x.records[0])
			}
			next = end + 1
		}
		at = next
	}
}

// plainLine reads a line of nothing but a canonical domain that a filing can be for and
// perhaps a filing number in its normal form: what add makes of the record of such a line.
// It is false for any other.
func (x *batch) plainLine(p *part, data []byte, at int) (next int, ok bool) {
	end, dot := plainEnd(data, at)
	if end == at {
		return 0, false
	}
	next, numbered, ok := plainTail(data, end)
	if !ok || endpoint.MayBeWide(data[at:end], dot-at) && tooWide(string(data[at:end])) != "" {
		return 0, false
	}
	if !numbered {
		x.bad.unnumbered(data, at, end)
	}
	x.put(p, entry{at: uint32(at), length: uint8(end - at)}, data[at:end])
	return next, true
}

// unnumbered adds the domain of a plain line without a number.
func (p *problems) unnumbered(data []byte, at, end int) {
	if len(p.numbers.kept) >= mostNumbers { // no text is needed of it
		p.numbers.count++
		return
	}
	host := string(data[at:end])
	p.number("filing-number.missing", field{host, at, end}, host)
}

// plainTail reads what stands behind the domain of a line, and returns where the next line
// begins and whether there is a number.
func plainTail(data []byte, at int) (next int, numbered, ok bool) {
	if at < len(data) && (data[at] == ' ' || data[at] == '\t') {
		n := plainNumber(data[at+1:])
		if n == 0 {
			return 0, false, false
		}
		at, numbered = at+1+n, true
	}
	if at < len(data) && data[at] == '\r' {
		at++
	}
	if at == len(data) {
		return at, numbered, true
	}
	return at + 1, numbered, data[at] == '\n'
}

// plainNumber returns how many bytes the number of a website or subject takes that data
// begins with, in its normal form; 0 if there is none.
func plainNumber(data []byte) int {
	const head = len("京" + icpFiled)
	if len(data) < head || string(data[len("京"):head]) != icpFiled || !isProvince(data) {
		return 0
	}
	at := head + digitRun(data[head:])
	if n := at - head; n < leastDigits || n > mostDigits || len(data) < at+len(sign) || string(data[at:at+len(sign)]) != sign {
		return 0
	}
	at += len(sign)
	if at == len(data) || data[at] != '-' {
		return at
	}
	end := at + 1 + digitRun(data[at+1:])
	if !isService(data[at:end]) {
		return 0
	}
	return end
}
