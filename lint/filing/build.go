package filing

import (
	"hash/maphash"
	"runtime"
	"strings"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/parallel"
	"github.com/beianlint/beianlint/lint/source"
)

// builder makes a part of a file.
type builder struct {
	*part
	bad    *problems
	owners map[uint64]seenOwner // by the subject of their numbers
}

// readPart reads and checks the file; nil when its format has no beginning.
func readPart(doc document, opt Options, bad *problems) *part {
	b := builder{part: &part{file: doc.File, options: opt, seed: maphash.MakeSeed(), text: string(doc.Bytes)}, bad: bad}
	var at int
	if b.format, at = recognise(b.text, doc.Bytes, doc.sheet, bad); b.format == nil {
		return nil
	}
	b.entries = make([]entry, 0, b.expected())
	b.owners = map[uint64]seenOwner{}
	b.read(at)
	b.fillIndex()
	return b.part
}

// expected guesses the number of entries from the lines, so that a long list
// is not copied as it grows; short lines without entries do not count.
func (b *builder) expected() int {
	const shortest = len("a.cn\n")
	return min(strings.Count(b.text, "\n")+1, len(b.text)/shortest+1)
}

// read reads all records. One goroutine cuts them out of the text, the others
// interpret them: that takes longer, because of the public suffix list. A million
// numbered lines take 1.5 s on two cores, 1.8 s on one (BenchmarkRead1M).
func (b *builder) read(at int) {
	first := newBatch()
	at, more := first.fill(b.part, at)
	first.interpret(b.part)
	b.merge(first)
	if !more {
		return
	}
	workers := runtime.GOMAXPROCS(0)
	free, filled, inOrder := make(chan *batch, 4*workers), make(chan *batch, 4*workers), make(chan *batch, 4*workers)
	for range cap(free) {
		free <- newBatch()
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
	b.entries = append(b.entries, x.entries...)
	for _, o := range x.owners {
		o.entry += first
		b.compareOwner(o)
	}
	b.skipped += x.skipped
	b.bad.merge(&x.bad)
}

// fillIndex enters the domains, each with the entry that holds: a filing before a
// record that says nothing, and of two that contradict each other the one that
// settle chooses.
func (b *builder) fillIndex() {
	b.index = make(map[string]int, len(b.entries))
	for i := range b.entries {
		host := b.entries[i].host
		if first, there := b.index[host]; there {
			b.index[host] = b.settle(first, i)
		} else {
			b.index[host] = i
		}
	}
	for _, e := range b.entries {
		if !e.rejected && !e.repeated {
			b.filings++
		}
	}
}

// reportRepeated reports a domain that stands in the list twice.
func (b *builder) reportRepeated(first, again entry) {
	if b.bad.twice.count++; len(b.bad.twice.kept) >= mostProblems {
		return
	}
	f, _ := b.filing(first)
	g, _ := b.filing(again)
	id, args := message.ID("duplicate-filing.repeated"), []any{clip(b.span(again).Text())}
	switch {
	case conflicting(f.Number, g.Number):
		id, args = "conflicting-filing.numbers", append(args, clip(f.Number), clip(g.Number))
	case !sameFiling(f, g):
		id = "duplicate-filing.different"
	}
	b.bad.twice.kept = append(b.bad.twice.kept, &source.Problem{
		Span: b.span(again), Message: id, Args: args,
		Related: []source.Related{{Span: b.span(first), Message: "related.first"}},
	})
}

// sameFiling reports whether two entries say the same of their domain.
func sameFiling(f, g *Filing) bool {
	return f.Number == g.Number && f.Pending == g.Pending && f.Vendor == g.Vendor && f.Until == g.Until
}
