package change

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
)

// mostOfFile bounds what is kept of the diff of one file, in bytes; lineCost is
// what a line takes besides its text.
const (
	mostOfFile = 32 << 20
	lineCost   = 64
)

// section is what a diff says of one file, made small: lines that were added
// are empty, since only their number matters, and long ones are cut.
type section struct {
	header bytes.Buffer
	hunks  bytes.Buffer
	cost   int
	large  bool // hunks are not complete
}

// sections divides a diff without context, where no line of a file's content can
// be taken for the beginning of the next file's section.
func sections(out io.Reader, yield func(*section) error) error {
	in := bufio.NewReaderSize(out, longestLine)
	var s *section
	for {
		line, err := readLine(in)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		if bytes.HasPrefix(line, []byte("diff ")) {
			if err := end(s, yield); err != nil {
				return err
			}
			s = &section{}
		}
		if s != nil {
			s.add(line)
		}
	}
	return end(s, yield)
}

func end(s *section, yield func(*section) error) error {
	if s == nil {
		return nil
	}
	return yield(s)
}

// readLine returns the next line with its end, of a very long one the beginning.
// It is valid until the next call.
func readLine(in *bufio.Reader) ([]byte, error) {
	line, err := in.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		line = append(bytes.Clone(line[:longestLine-1]), '\n')
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = in.ReadSlice('\n')
		}
	}
	if len(line) > 0 && errors.Is(err, io.EOF) {
		err = nil
	}
	return line, err
}

func (s *section) add(line []byte) {
	if s.hunks.Len() == 0 && !bytes.HasPrefix(line, []byte("@@ ")) {
		s.header.WriteString(octal.Replace(string(line)))
		return
	}
	if line[0] == '+' {
		line = []byte("+\n")
	}
	if s.cost += len(line) + lineCost; s.cost > mostOfFile {
		s.large = true
		return
	}
	s.hunks.Write(line)
}

// octal writes quotes and backslashes in a quoted name as gitdiff takes them: it
// looks for the end of a name with an eye on the character before a quote alone,
// which in "a\\" does not escape it. Git quotes every name that holds one.
var octal = strings.NewReplacer(`\\`, `\134`, `\"`, `\042`)
