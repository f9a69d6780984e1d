package change

import (
	"bufio"
	"bytes"
	"io"
	"strconv"
	"strings"
)

// Bounds on what is kept of a diff.
const (
	longestLine = 64 << 10 // bytes of a line that are looked at
	mostRemoved = 4 << 20  // bytes of removed lines of one file
)

// ignoreMark stands in every comment that keeps a finding from being reported.
const ignoreMark = "beianlint-ignore"

// DiffArgs are what git is told after "diff" and before the revision, so that
// ReadDiff can read what it prints, whatever the user's configuration says.
var DiffArgs = []string{
	"--unified=0", "--inter-hunk-context=0", "--no-color", "--no-ext-diff", "--no-textconv", "--relative",
	"--src-prefix=a/", "--dst-prefix=b/", "--find-renames", "--submodule=short", "--ignore-submodules=dirty",
}

// ReadDiff reads what git diff prints. keep names the files whose removed lines
// are kept for Names.
func (r *Repository) ReadDiff(out io.Reader, keep func(name string) bool) error {
	d := differ{Repository: r, in: bufio.NewReaderSize(out, longestLine), keep: keep}
	r.files = map[string]*File{}
	for {
		line, err := d.line()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if err := d.header(string(line)); err != nil {
			return err
		}
	}
}

// differ reads a diff.
type differ struct {
	*Repository
	in   *bufio.Reader
	keep func(string) bool
	file *File  // that the lines are about
	name string // of it
}

// line returns the next line without its end. Of a very long one it returns the
// beginning; the line is valid until the next call.
func (d *differ) line() ([]byte, error) {
	line, err := d.in.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		line = bytes.Clone(line)
		for err == bufio.ErrBufferFull {
			_, err = d.in.ReadSlice('\n')
		}
	}
	if err == io.EOF && len(line) > 0 {
		err = nil
	}
	return bytes.TrimSuffix(line, []byte("\n")), err
}

// header reads a line outside of the content. What it does not know says nothing
// of lines.
func (d *differ) header(line string) error {
	word, rest, _ := strings.Cut(line, " ")
	switch {
	case word == "diff":
		d.begin(rest)
	case d.file == nil:
	case word == "@@":
		return d.hunk(rest)
	case word == "+++":
		if name := unprefixed(strings.TrimSuffix(rest, "\t")); name != "" {
			d.rename(name)
		}
	case word == "new":
		d.isNew(rest)
	case word == "deleted":
		d.file.Gone = true
	case word == "rename":
		d.renamed(rest)
	case word == "Binary":
		d.file.whole, d.file.lost = true, true
	}
	return nil
}

// begin begins the section of a file. When a file has become a link or the other
// way round it has two.
func (d *differ) begin(rest string) {
	d.file, d.name = &File{}, sameName(rest)
	if old := d.files[d.name]; old != nil {
		d.file.lost, d.file.removed, d.file.more = old.lost, old.removed, old.more
	}
	d.files[d.name] = d.file
}

// rename says under which name the file of this section is known.
func (d *differ) rename(name string) {
	if name == d.name {
		return
	}
	if d.files[d.name] == d.file {
		delete(d.files, d.name)
	}
	d.name = name
	d.files[name] = d.file
}

func (d *differ) isNew(rest string) {
	if strings.HasPrefix(rest, "file mode ") { // and not: new mode
		d.file.isNew, d.file.whole = true, true
	}
}

// renamed reads "from NAME" and "to NAME".
func (d *differ) renamed(rest string) {
	way, name, _ := strings.Cut(rest, " ")
	name = unquoted(name)
	switch way {
	case "from":
		d.file.From = name
		if d.files[name] == nil { // and not: two files that changed names
			d.files[name] = &File{Gone: true, Moved: true}
		}
	case "to":
		d.rename(name)
	}
}

// hunk reads the content that a line like "-3,2 +3 @@" announces.
func (d *differ) hunk(rest string) error {
	fields := strings.Fields(rest)
	if len(fields) < 2 {
		return nil
	}
	_, gone := run(fields[0])
	first, added := run(fields[1])
	if added > 0 {
		d.file.lines = append(d.file.lines, [2]int{first, first + added - 1})
	}
	d.file.lost = d.file.lost || gone > 0
	for n := gone + added; n > 0; n-- {
		line, err := d.line()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if bytes.HasPrefix(line, []byte("\\")) { // \ No newline at end of file
			n++
		} else if bytes.HasPrefix(line, []byte("-")) {
			d.removed(line[1:])
		}
	}
	return nil
}

// removed remembers a line that is gone. Without an ignore that stood in it,
// findings elsewhere in the file are new.
func (d *differ) removed(line []byte) {
	f := d.file
	f.whole = f.whole || bytes.Contains(line, []byte(ignoreMark))
	if !d.keep(d.name) {
		return
	}
	if len(f.removed)+len(line) > mostRemoved || len(line) >= longestLine-1 {
		f.more = true
		return
	}
	f.removed = append(append(f.removed, strings.ToLower(string(line))...), '\n')
}

// run reads "-3,2" or "+3": where a run of lines begins and how many there are.
func run(s string) (first, count int) {
	if s == "" {
		return 0, 0
	}
	begin, length, several := strings.Cut(s[1:], ",")
	first, _ = strconv.Atoi(begin)
	count = 1
	if several {
		count, _ = strconv.Atoi(length)
	}
	const most = 1 << 30 // no file has more lines; sums stay small
	return min(max(first, 0), most), min(max(count, 0), most)
}

// sameName reads "--git a/NAME b/NAME", in which both names are the same; ""
// when they are not, and other lines will tell. Nothing but their equal length
// says where the first one ends.
func sameName(rest string) string {
	rest = strings.TrimPrefix(rest, "--git ")
	half := len(rest) / 2
	if len(rest)%2 == 0 || rest[half] != ' ' {
		return ""
	}
	a, b := unquoted(rest[:half]), unquoted(rest[half+1:])
	name, ok := strings.CutPrefix(a, "a/")
	if !ok || "b/"+name != b {
		return ""
	}
	return name
}

// unprefixed reads "b/NAME"; "" for anything else, such as /dev/null.
func unprefixed(s string) string {
	name, ok := strings.CutPrefix(unquoted(s), "b/")
	if !ok {
		return ""
	}
	return name
}

// escapes are what git writes for control characters in a quoted name.
const escapes = "a\ab\bt\tn\nv\vf\fr\r\"\"\\\\"

// unquoted reads a name: as it is, or in quotes with the escapes of C.
func unquoted(s string) string {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return s
	}
	s = s[1 : len(s)-1]
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			out = append(out, s[i])
			continue
		}
		i++
		if octal, err := strconv.ParseUint(s[i:min(i+3, len(s))], 8, 8); err == nil && i+3 <= len(s) {
			out = append(out, byte(octal))
			i += 2
		} else if at := strings.IndexByte(escapes, s[i]); at >= 0 && at%2 == 0 {
			out = append(out, escapes[at+1])
		} else {
			out = append(out, s[i])
		}
	}
	return string(out)
}

// FilesArgs are what git is told after "ls-files", so that ReadFiles can read
// what it prints: every file under version control, and every other one that it
// is not told to ignore.
var FilesArgs = []string{"-z", "-t", "--cached", "--others", "--exclude-standard"}

// ReadFiles reads what git ls-files prints with FilesArgs.
func (r *Repository) ReadFiles(out io.Reader) error {
	in := bufio.NewReaderSize(out, longestLine)
	r.known = map[string]bool{}
	for {
		entry, err := in.ReadSlice(0)
		tag, name, ok := strings.Cut(strings.TrimSuffix(string(entry), "\x00"), " ")
		if ok && !strings.HasSuffix(name, "/") { // a repository within, which is not this one's
			r.known[name] = tag != "?"
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
