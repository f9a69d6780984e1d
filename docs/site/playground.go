package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/template"
)

// maxEngine bounds what a visitor has to load, in bytes.
const maxEngine = 5_000_000

// parts are what page.html is made of. All stands in the page: it can be saved, opens
// from disk and needs no connection.
type parts struct{ Policy, Style, Texts, Worker, Example, Script, Engine string }

// playground makes its page, and says how large the linter in it is.
func playground(repo, engine, execer string) (page []byte, packed int, err error) {
	var failed []error
	read := func(name string) string {
		if !filepath.IsAbs(name) {
			name = filepath.Join(repo, name)
		}
		data, err := os.ReadFile(name)
		failed = append(failed, err)
		return string(data)
	}
	folder := "docs/playground/page/"
	p := parts{
		Style:  read("docs/site/theme.css") + read(folder+"style.css"),
		Worker: read(execer) + read(folder+"worker.js"),
		Script: "'use strict';\n" + read(folder+"collect.js") + read(folder+"engine.js") + read(folder+"view.js") + read(folder+"page.js"),
	}
	// The frame of the report takes over the page's policy.
	p.Policy = policy([]string{p.Script, read("lint/report/html/script.js")}, []string{p.Style, read("lint/report/html/style.css")})
	var texts any
	failed = append(failed, json.Unmarshal([]byte(read(folder+"texts.json")), &texts))
	p.Texts = inScript(texts)
	shop, err := example(filepath.Join(repo, "testdata/shop"))
	failed = append(failed, err)
	p.Example = inScript(shop)
	p.Engine, packed, err = pack(engine)
	failed = append(failed, err, p.check())
	layout, err := template.New("page").Parse(read(folder + "page.html"))
	if err := errors.Join(append(failed, err)...); err != nil {
		return nil, 0, err
	}
	var b bytes.Buffer
	err = layout.Execute(&b, p)
	return b.Bytes(), packed, err
}

// policy lets the page run its own script and style, and those of the report, and
// nothing else: no connection of any kind.
func policy(scripts, styles []string) string {
	return "default-src 'none'; script-src " + hashes(scripts) + " 'wasm-unsafe-eval'; style-src " + hashes(styles) +
		"; worker-src blob:; frame-src blob:; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'"
}

func hashes(inline []string) string {
	var all []string
	for _, text := range inline {
		sum := sha256.Sum256([]byte(text))
		all = append(all, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
	}
	return strings.Join(all, " ")
}

// check looks for what would end an element of the page before its end.
func (p *parts) check() error {
	for _, text := range []string{p.Style, p.Script, p.Worker} {
		if lower := strings.ToLower(text); strings.Contains(lower, "</script") || strings.Contains(lower, "</style") || strings.Contains(lower, "<!--") {
			return errors.New("a script or style of the page ends it")
		}
	}
	return nil
}

// inScript is a value as JSON that can stand in a script: json writes < as an escape.
func inScript(v any) string {
	data, _ := json.Marshal(v) // of strings and maps of strings
	return string(data)
}

// example is the mini program of the README, and its list apart.
func example(folder string) (any, error) {
	files, list := map[string]string{}, ""
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(folder, path) // it lies below
		if rel == "filed-domains.txt" {
			list = string(data)
		} else {
			files[filepath.ToSlash(rel)] = string(data)
		}
		return err
	})
	return map[string]any{"files": files, "list": list}, err
}

// pack reads the linter as gzip packed it, which a browser can undo, into a text.
func pack(engine string) (text string, size int, err error) {
	data, err := os.ReadFile(engine)
	switch {
	case err != nil:
	case !bytes.HasPrefix(data, gzipHead):
		err = fmt.Errorf("%s is not packed by gzip", engine)
	case len(data) > maxEngine:
		err = fmt.Errorf("the linter has %d bytes by gzip -9, more than %d", len(data), maxEngine)
	}
	return base64.StdEncoding.EncodeToString(data), len(data), err
}

// gzipHead is what a file of gzip begins with (https://www.rfc-editor.org/rfc/rfc1952#page-6).
var gzipHead = []byte{0x1f, 0x8b}
