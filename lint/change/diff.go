package change

import (
	"fmt"
	"io"
	"strings"

	"github.com/bluekeyes/go-gitdiff/gitdiff"
)

// mostRemoved bounds what is kept of the removed lines of one file, in bytes.
const mostRemoved = 4 << 20

// ignoreMark stands in every comment that keeps a finding from being reported.
const ignoreMark = "beianlint-ignore"

// ReadDiff reads what git diff prints. keep names the files whose removed lines
// are kept for Names.
func (r *Repository) ReadDiff(out io.Reader, keep func(name string) bool) error {
	r.files = map[string]*File{}
	return sections(out, func(s *section) error {
		if s.large {
			s.hunks.Reset()
		}
		parsed, _, err := gitdiff.Parse(io.MultiReader(&s.header, &s.hunks))
		if err != nil {
			return fmt.Errorf("can not read what git diff prints: %w", err)
		}
		for _, p := range parsed {
			r.add(p, s.large, keep)
		}
		return nil
	})
}

// add adds a file. One that has become a link, or the other way round, comes twice.
func (r *Repository) add(p *gitdiff.File, large bool, keep func(string) bool) {
	name := p.NewName
	if p.IsDelete {
		name = p.OldName
	}
	f := &File{Gone: p.IsDelete, isNew: p.IsNew, whole: p.IsNew || p.IsBinary || large, lost: p.IsBinary || large, more: large && keep(name)}
	if old := r.files[name]; old != nil {
		f.lost, f.removed, f.more = f.lost || old.lost, old.removed, f.more || old.more
	}
	r.files[name] = f
	if p.IsRename {
		f.From = p.OldName
		if r.files[p.OldName] == nil { // and not: two files that changed names
			r.files[p.OldName] = &File{Gone: true, Moved: true}
		}
	}
	for _, hunk := range p.TextFragments {
		f.hunk(hunk, keep(name))
	}
}

// hunk adds a run of lines.
func (f *File) hunk(h *gitdiff.TextFragment, keep bool) {
	const most = 1 << 30 // no file has more lines; sums stay small
	first := int(min(max(h.NewPosition, 0), most))
	if added := int(h.LinesAdded); added > 0 {
		f.lines = append(f.lines, [2]int{first, first + added - 1})
	}
	for _, line := range h.Lines {
		if line.Op == gitdiff.OpDelete {
			f.remove(strings.TrimSuffix(line.Line, "\n"), keep)
		}
	}
}

// remove remembers a line that is gone. Without an ignore that stood in it,
// findings elsewhere in the file are new.
func (f *File) remove(line string, keep bool) {
	f.lost = true
	f.whole = f.whole || strings.Contains(line, ignoreMark)
	switch {
	case !keep:
	case len(f.removed)+len(line) > mostRemoved || len(line) >= longestLine-2: // cut: see readLine
		f.more = true
	default:
		f.removed = append(append(f.removed, strings.ToLower(line)...), '\n')
	}
}
