package filing

import (
	"bytes"
	"hash/maphash"
	"runtime"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/parallel"
	"github.com/beianlint/beianlint/lint/source"
)

// builder makes a part of a file.
type builder struct {
	*part
	bad    *problems
	hashes []uint32         // of the domains of the entries
	owners map[uint64]owner // that a number was first seen with, by its subject
}

// readPart reads and checks the file; nil when its format has no beginning.
func readPart(doc document, opt Options, bad *problems) *part {
	b := builder{part: &part{file: doc.File, options: opt, seed: maphash.MakeSeed(), data: doc.Bytes}, bad: bad}
	b.index = index{part: b.part, seed: maphash.MakeSeed()}
	var at int
	if b.format, at = recogniseLong(doc, bad); b.format == nil {
		return nil
	}
	expected := b.expected()
	b.entries, b.hashes = make([]entry, 0, expected), make([]uint32, 0, expected)
	b.owners = map[uint64]owner{}
	b.read(at)
	b.fillIndex()
	return b.part
}

// expected guesses the number of entries from the first lines, so that a long list
// is not copied as it grows; short lines without entries do not count.
func (b *builder) expected() int {
	const shortest = len("a.cn\n")
	head := b.data[:min(len(b.data), runSize)]
	lines := bytes.Count(head, []byte{'\n'}) + 1
	if rest := len(b.data) - len(head); rest > 0 {
		lines += lines * (rest/len(head) + 1)
	}
	return min(lines, len(b.data)/shortest+1)
}

// read reads all records. One goroutine cuts them out of the text, or cuts a text list
// into runs of lines, and the others interpret them, which takes longer. A million
// lines with a number take a tenth of a second (BenchmarkRead1M).
func (b *builder) read(at int) {
	first := newBatch(b.format)
	at, more := first.fill(b.part, at)
	first.interpret(b.part)
	b.merge(first)
	if !more {
		return
	}
	workers := runtime.GOMAXPROCS(0)
	free, filled, inOrder := make(chan *batch, 4*workers), make(chan *batch, 4*workers), make(chan *batch, 4*workers)
	for range cap(free) {
		free <- newBatch(b.format)
	}
	for range workers {
		go func() {
			for x := range filled {
				x.done <- parallel.Catch(func() { x.interpret(b.part) })
			}
		}()
	}
	cut := make(chan *parallel.Panic, 1)
	go func() { cut <- parallel.Catch(func() { b.cut(at, free, filled, inOrder) }) }()
	for x := range inOrder {
		(<-x.done).Again()
		b.merge(x)
		free <- x
	}
	(<-cut).Again()
}

// cut fills batches with the records from at on until there are none left.
func (b *builder) cut(at int, free <-chan *batch, filled, inOrder chan<- *batch) {
	defer close(inOrder)
	defer close(filled)
	for more := true; more; {
		x := <-free
		at, more = x.fill(b.part, at)
		filled <- x
		inOrder <- x
	}
}

// merge adds the entries of the batch after those that are there.
func (b *builder) merge(x *batch) {
	first := len(b.entries)
	b.entries, b.hashes = append(b.entries, x.entries...), append(b.hashes, x.hashes...)
	b.mergeDetails(x, b.entries[first:])
	for _, o := range x.owners {
		o.entry += first
		b.compareOwner(o)
	}
	for _, d := range x.days {
		b.days = append(b.days, entryDay{d.entry + uint32(first), d.day})
	}
	b.skipped += x.skipped
	b.damaged = b.damaged || x.damaged
	b.bad.merge(&x.bad)
}

// mergeDetails adds what is kept of the last entries, which those of the batch have become.
func (b *builder) mergeDetails(x *batch, last []entry) {
	if len(x.details) == 0 {
		return
	}
	if b.details == nil && len(x.details) == len(x.entries) { // as in a table
		b.details = make([]detail, 0, cap(b.entries))
	}
	for i := range last {
		if last[i].length == 0 {
			last[i].at += uint32(len(b.details))
		}
	}
	for _, d := range x.details {
		if d.host > 0 {
			d.host += uint32(len(b.hosts))
		}
		b.details = append(b.details, d)
	}
	b.hosts = append(b.hosts, x.hosts...)
}

// fillIndex enters the domains, each with the entry that holds: a filing before a
// record that says nothing, and of two that contradict each other the one that
// settle chooses.
func (b *builder) fillIndex() {
	for _, i := range b.index.fill(b.hashes) {
		host := b.hostOf(&b.entries[i])
		first, _ := b.index.find(host)
		b.index.set(host, b.settle(first, i))
	}
	b.hashes = nil
	for i := range b.entries {
		if b.counts(&b.entries[i]) {
			b.filings++
		}
	}
}

// reportRepeated reports a domain that stands in the list twice.
func (b *builder) reportRepeated(first, again *entry) {
	b.bad.twice.make(mostProblems, func() *source.Problem {
		f, _ := b.filing(first)
		g, _ := b.filing(again)
		id, args := message.ID("duplicate-filing.repeated"), []any{clip(b.span(again).Text())}
		switch {
		case conflicting(f.Number, g.Number):
			id, args = "conflicting-filing.numbers", append(args, clip(f.Number), clip(g.Number))
		case !sameFiling(f, g):
			id = "duplicate-filing.different"
		}
		return &source.Problem{
			Span: b.span(again), Message: id, Args: args,
			Related: []source.Related{{Span: b.span(first), Message: "related.first"}},
		}
	})
}

// sameFiling reports whether two entries say the same of their domain.
func sameFiling(f, g *Filing) bool {
	return f.Number == g.Number && f.Pending == g.Pending && f.Vendor == g.Vendor && f.Until == g.Until
}
