//go:build js && wasm

// The playground's engine: beianlint in the worker of a page. It puts one object into
// the worker's global scope:
//
//	beianlint.reset()                       forgets all files
//	beianlint.file(below, name, size, read) adds a file; read() returns its bytes
//	beianlint.archive(below, size, read)    adds a ZIP; read(offset, length) returns its bytes
//	beianlint.lint(folders, lists, progress) lints them; progress(files read, files, following)
//	beianlint.view(lang)                    returns the answer as JSON
//
// What goes wrong comes back as {error: id}, an id of the page's texts.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"syscall/js"
	"time"

	"github.com/beianlint/beianlint/docs/playground/answer"
	"github.com/beianlint/beianlint/docs/playground/dropped"
	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/parallel"
)

var version string // set by the linker: -X main.version=v1.2.3

// gcPercent lets the heap grow as fits a short run.
const gcPercent = 300

func main() {
	debug.SetGCPercent(gcPercent)
	e := &engine{tree: dropped.New()}
	js.Global().Set("beianlint", map[string]any{
		"version": version,
		"reset":   js.FuncOf(e.reset),
		"file":    js.FuncOf(e.file),
		"archive": js.FuncOf(e.archive),
		"lint":    js.FuncOf(e.lint),
		"view":    js.FuncOf(e.view),
	})
	select {} // the worker ends it
}

// engine holds what was dropped and the last answer.
type engine struct {
	tree   *dropped.Tree
	answer *answer.Answer
}

func (e *engine) reset(js.Value, []js.Value) any {
	e.tree, e.answer = dropped.New(), nil
	return nil
}

func (e *engine) file(_ js.Value, args []js.Value) any {
	read := args[3]
	return failed(e.tree.Add(args[0].String(), dropped.File{
		Name: args[1].String(), Size: int64(args[2].Float()), Read: func() ([]byte, error) { return call(read) },
	}))
}

// archive adds the files of an archive below a folder: one that all of them lie in is
// that folder.
func (e *engine) archive(_ js.Value, args []js.Value) any {
	size := int64(args[1].Float())
	files, err := dropped.Unzip(io.NewSectionReader(readerAt{args[2]}, 0, size), size)
	if err != nil {
		return failed(err)
	}
	if len(files) == 0 {
		return failed(errEmpty)
	}
	_, files = dropped.Strip(files)
	for _, f := range files {
		if err := e.tree.Add(args[0].String(), f); err != nil {
			return failed(err)
		}
	}
	return nil
}

func (e *engine) lint(_ js.Value, args []js.Value) (out any) {
	defer func() {
		if p := recover(); p != nil {
			out = map[string]any{"error": "crashed", "detail": fmt.Sprint(parallel.Of(p).Cause)}
		}
	}()
	progress := &lint.Progress{}
	shown := time.Now()
	e.tree.OnRead = func() {
		if time.Since(shown) > 50*time.Millisecond {
			shown = time.Now()
			args[2].Invoke(progress.Files.Load(), e.tree.Files(), false)
		}
	}
	progress.Follows = func(int) { args[2].Invoke(progress.Files.Load(), e.tree.Files(), true) }
	e.answer = answer.Ask(context.Background(), answer.Question{
		Tree: e.tree, Folders: texts(args[0]), Lists: texts(args[1]), Now: time.Now(), Version: version, Progress: progress,
	})
	return nil
}

func (e *engine) view(_ js.Value, args []js.Value) any {
	view, err := e.answer.In(message.Lang(args[0].String()))
	if err != nil {
		return failed(err)
	}
	out, err := json.Marshal(view)
	if err != nil {
		return failed(err)
	}
	return string(out)
}

var errEmpty = errors.New("an archive without files")

// failed is what an error looks like to the page; nil of none.
func failed(err error) any {
	id := ""
	switch {
	case err == nil:
		return nil
	case errors.Is(err, dropped.ErrNoArchive):
		id = "notZip"
	case errors.Is(err, dropped.ErrTooMany):
		id = "tooMany"
	case errors.Is(err, errEmpty):
		id = "emptyZip"
	}
	return map[string]any{"error": id, "detail": err.Error()}
}

func texts(list js.Value) (all []string) {
	for i := range list.Length() {
		all = append(all, list.Index(i).String())
	}
	return all
}

// call calls a function of the page that returns bytes. What it throws is an error: a
// file that was dropped may be gone.
func call(f js.Value, args ...any) (data []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the browser does not give it: %v", p)
		}
	}()
	bytes := f.Invoke(args...)
	data = make([]byte, bytes.Length())
	js.CopyBytesToGo(data, bytes)
	return data, nil
}

// readerAt reads a file of the page in parts.
type readerAt struct{ read js.Value }

func (r readerAt) ReadAt(p []byte, off int64) (int, error) {
	data, err := call(r.read, float64(off), len(p))
	if err != nil {
		return 0, err
	}
	n := copy(p, data)
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}
