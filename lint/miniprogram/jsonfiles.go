package miniprogram

import (
	"bytes"
	"path"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/source"
)

// jsonFiles are the JSON files that discovery reads, each at most once.
type jsonFiles struct {
	in    *checkout
	known map[string]*parsed // by fs name
	buf   []byte             // that files are read in
}

// parsed is a JSON file that was read during discovery.
type parsed struct {
	file     *source.File
	doc      *jsonc.Document
	problems []*source.Problem
}

// root returns the top of the JSON; a Node that does not exist when it is broken.
func (p *parsed) root() jsonc.Node {
	if p == nil || p.doc == nil {
		return jsonc.Node{}
	}
	return p.doc.Root()
}

// json reads and parses a JSON file, at most once. It returns nil where there is
// no such file.
func (j *jsonFiles) json(f *folder, base string) *parsed {
	e := f.find(base)
	if e == nil {
		return nil
	}
	name := join(f.name, base)
	if p, ok := j.known[name]; ok {
		return p
	}
	p := &parsed{file: source.NewFile(name, nil)}
	j.known[name] = p
	data, problem := j.contentOf(name, e)
	if problem != nil {
		p.problems = []*source.Problem{problem}
		return p
	}
	j.in.count()
	p.file = source.NewFile(name, data)
	p.doc, p.problems = jsonc.Parse(p.file)
	return p
}

// contentOf reads the file that an entry stands for. A folder of its name is a
// problem, as is a link that is not followed.
func (j *jsonFiles) contentOf(name string, e *entry) ([]byte, *source.Problem) {
	switch {
	case e.folder != nil:
		return nil, newProblem(name, "unreadable-file.directory", path.Base(name))
	case e.link && !j.in.isLinkedFile(name):
		return nil, newProblem(name, "unreadable-file.link")
	}
	data, err := j.in.readFile(name, j.buf)
	if err != nil {
		return nil, unreadable(name, err)
	}
	j.buf = data[:0]
	return bytes.Clone(data), nil
}
