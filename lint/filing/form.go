package filing

import (
	"cmp"
	"slices"
)

// formList is a table that stands on its side: names in the first column, what
// they name beside them. One column beside the names is one filing, or pairs of
// name and value stand in one row.
type formList struct {
	csvList
	records []record // by where they begin
}

// newForm returns the form that begins at a place, nil when it is none.
func newForm(text string, at int, sheet string) *formList {
	for _, comma := range []byte{',', ';', '\t'} {
		f := &formList{csvList: csvList{text: text, comma: comma, sheet: sheet}}
		if f.readAll(at) {
			return f
		}
	}
	return nil
}

// longestForm bounds the rows of a form, and its filings: somebody typed it.
const longestForm = 5000

// readAll reads the form block by block; false when it is none: it must have a
// domain and something else by name.
func (f *formList) readAll(at int) bool {
	b := block{form: f}
	for row := 0; at < len(f.text); row++ {
		var cells []field
		if cells, at = f.cells(at); row >= longestForm || !b.add(cells) || row >= lastHeaderRow && b.domains+b.others == 0 || len(f.records) > longestForm {
			return false
		}
	}
	b.flush()
	slices.SortStableFunc(f.records, func(a, b record) int { return cmp.Compare(a.start, b.start) })
	return b.domains > 0 && b.others > 0
}

// read returns the record at or after a place.
func (f *formList) read(at int, r *record, _ *problems) (int, bool) {
	i, _ := slices.BinarySearchFunc(f.records, at, func(r record, at int) int { return cmp.Compare(r.start, at) })
	if i == len(f.records) {
		return len(f.text), false
	}
	*r = f.records[i]
	return r.start + 1, true
}

// block is a run of rows that say different things of the same filings.
type block struct {
	form            *formList
	columns         []record
	seen            map[string]bool
	kept            bool
	domains, others int // names of the form that are known
}

// add takes a row; false for one that no form has: a value where a name belongs.
func (b *block) add(cells []field) bool {
	if len(cells) == 0 || cells[0].text == "" {
		return true
	}
	if isValue(cells[0].text) {
		return false
	}
	names := 0
	for _, c := range cells {
		if targetOf(c.text).known {
			names++
		}
	}
	if names == 0 {
		return true
	}
	if names == 1 {
		b.put(cells[0], cells[1:])
		return true
	}
	for i := 0; i+1 < len(cells); i++ { // pairs
		if targetOf(cells[i].text).known {
			b.put(cells[i], cells[i+1:i+2])
			i++
		}
	}
	return true
}

// put puts the values of a name into the filings, one a column.
func (b *block) put(name field, values []field) {
	t := targetOf(name.text)
	if !t.known {
		return
	}
	key := foldName(name.text)
	if b.seen == nil || b.seen[key] {
		b.flush()
		b.seen, b.kept = map[string]bool{}, true
	}
	b.seen[key] = true
	b.kept = b.kept && !t.isNumber()
	if t.domain {
		b.domains++
	} else {
		b.others++
	}
	for i, v := range values {
		if i >= longestForm {
			break
		}
		for len(b.columns) <= i {
			b.columns = append(b.columns, record{table: true, names: &names{}})
		}
		r := &b.columns[i]
		r.site = r.site || t.isSite()
		switch {
		case v.text == "":
		case t.domain:
			r.domains = appendPieces(r.domains, v)
			r.nameDomain(name.text)
		default:
			r.setNamed(t.column, v, name.text)
		}
	}
}

// flush adds the filings of the block that name a domain.
func (b *block) flush() {
	for _, r := range b.columns {
		if len(r.domains) > 0 {
			r.start, r.kept, r.section = r.domains[0].start, b.kept, b.form.sheet
			b.form.records = append(b.form.records, r)
		}
	}
	b.columns = nil
}
