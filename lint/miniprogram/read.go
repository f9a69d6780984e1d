package miniprogram

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"runtime"
	"strings"
	"sync/atomic"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/parallel"
	"github.com/beianlint/beianlint/lint/source"
)

// maxFileSize bounds a file. WeChat and Alipay take packages of a few MB in all,
// the largest source met has 1.3 MB.
const maxFileSize = 16 << 20

// binaryHead is how much of a file is searched for a NUL, as git and grep do.
const binaryHead = 8 << 10

// fileReader is the fast way to read a file: no stat, no allocation. ReadInto
// returns the content in buf's memory, which grows where it is too small.
type fileReader interface {
	ReadInto(name string, buf []byte) ([]byte, error)
}

var errTooLarge = errors.New("file too large")

// readFile returns the content of a file, in buf's memory when it fits.
func (c *checkout) readFile(name string, buf []byte) ([]byte, error) {
	if fast, ok := c.fsys.(fileReader); ok {
		data, err := fast.ReadInto(name, buf[:0])
		if err == nil && len(data) > maxFileSize {
			return nil, errTooLarge
		}
		return data, err
	}
	f, err := c.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readInto(f, buf[:0])
}

func readInto(r io.Reader, buf []byte) ([]byte, error) {
	for {
		if len(buf) == cap(buf) {
			buf = append(buf, make([]byte, max(4096, len(buf)))...)[:len(buf)]
		}
		n, err := r.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		switch {
		case err == io.EOF:
			return buf, nil
		case err != nil:
			return nil, err
		case len(buf) > maxFileSize:
			return nil, errTooLarge
		}
	}
}

// reading hands the files of all mini programs to the workers in small shares,
// so that neither a flat folder nor a large one waits for one worker.
type reading struct {
	*checkout
	ctx  context.Context
	want func(kind Kind, name string, data []byte) bool // Options.Keep
	much func(bytes int64)                              // Options.Much
	jobs []job
	next atomic.Int64
	kept atomic.Int64 // bytes
}

type job struct {
	file   *File
	always bool // Keep is not asked
}

const share = 8

// readAll reads every collected file.
func (r *reading) readAll(drafts []*draft) error {
	for _, d := range drafts {
		for _, f := range d.Files {
			r.jobs = append(r.jobs, job{file: f})
		}
		for _, f := range d.Build {
			r.jobs = append(r.jobs, job{file: f, always: true})
		}
	}
	parallel.Do(min(runtime.GOMAXPROCS(0), (len(r.jobs)+share-1)/share), r.work)
	return context.Cause(r.ctx)
}

func (r *reading) work() {
	buf := make([]byte, 0, 64<<10)
	for r.ctx.Err() == nil {
		end := int(r.next.Add(share))
		begin := end - share
		if begin >= len(r.jobs) {
			return
		}
		for _, j := range r.jobs[begin:min(end, len(r.jobs))] {
			buf = r.do(j, buf)
		}
	}
}

// do reads one file in the memory of buf and returns the memory to go on with.
func (r *reading) do(j job, buf []byte) []byte {
	f := j.file
	if f.Doc != nil {
		return buf
	}
	data, err := r.readFile(f.Name, buf)
	if real, reason, link := r.textLink(f.Name, data); link && err == nil {
		if reason != "" {
			r.notes.skip(f.Name, reason)
			return buf
		}
		data, err = r.readFile(real, buf)
	}
	if err != nil {
		r.notes.problem(unreadable(f.Name, err))
		return buf
	}
	r.keep(j, data)
	if cap(data) > cap(buf) {
		return data
	}
	return buf
}

// keep copies the content of a file into it if it is wanted and is text.
func (r *reading) keep(j job, data []byte) {
	f := j.file
	wide := utf16Name(data) != ""
	if !wide && !j.always && r.want != nil && !r.want(f.Kind, f.Name, data) {
		r.count()
		return
	}
	switch problem := unsuitable(f.Name, data); {
	case problem == nil:
		r.count()
		f.Bytes = bytes.Clone(data)
		if f.Bytes == nil {
			f.Bytes = []byte{}
		}
		r.tell(int64(len(data)))
	case isVideo(f.Name, data):
		r.notes.skip(path.Dir(f.Name), skipBinary)
	default:
		r.notes.problem(problem)
	}
}

// muchKept is how many bytes are much.
const muchKept = 1 << 20

// tell counts what is kept.
func (r *reading) tell(bytes int64) {
	if n := r.kept.Add(bytes); n >= muchKept && n-bytes < muchKept && r.much != nil {
		r.much(n)
	}
}

// packetSize and syncByte are those of an MPEG transport stream, whose files have
// TypeScript's extension (ISO/IEC 13818-1).
const (
	packetSize = 188
	syncByte   = 0x47
)

// isVideo reports whether the first two packets of a file begin as those of a
// transport stream do.
func isVideo(name string, data []byte) bool {
	return strings.HasSuffix(name, ".ts") && len(data) > packetSize && data[0] == syncByte && data[packetSize] == syncByte
}

// unsuitable says why the content is no text in a known encoding, nil when it is.
func unsuitable(name string, data []byte) *source.Problem {
	if encoding := utf16Name(data); encoding != "" {
		return newProblem(name, "unreadable-file.utf16", encoding)
	}
	if bytes.IndexByte(data[:min(len(data), binaryHead)], 0) >= 0 {
		return newProblem(name, "unreadable-file.binary")
	}
	return nil
}

// utf16Name names the UTF-16 that the data begins with, by its byte order mark or
// by an ASCII character with a zero byte at its side.
func utf16Name(data []byte) string {
	switch {
	case len(data) < 2 || len(data)%2 != 0:
		return ""
	case data[0] == 0xff && data[1] == 0xfe, data[0] != 0 && data[1] == 0 && (len(data) < 4 || data[2] != 0):
		return "UTF-16LE"
	case data[0] == 0xfe && data[1] == 0xff, data[0] == 0 && data[1] != 0 && (len(data) < 4 || data[3] != 0):
		return "UTF-16BE"
	}
	return ""
}

// unreadable is the problem of a file or folder that the system does not give.
func unreadable(name string, err error) *source.Problem {
	switch {
	case errors.Is(err, errTooLarge):
		return newProblem(name, "unreadable-file.too-large", maxFileSize>>20)
	case errors.Is(err, fs.ErrPermission):
		return newProblem(name, "unreadable-file.permission")
	}
	return newProblem(name, "unreadable-file.failed", message.Cause(err))
}

func newProblem(name string, id message.ID, args ...any) *source.Problem {
	return &source.Problem{Span: source.Span{File: source.NewFile(name, nil)}, Message: id, Args: args}
}
