package lint_test

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/parser"
)

// script is a script, or the script in a component.
type script struct {
	src       string
	tree      *ast.Tree
	component bool
}

// scriptIn finds the script of a component.
var scriptIn = regexp.MustCompile(`(?s)(<script[^>]*>)(.*?)(</script>)`)

// eachScript changes every script that ships.
func eachScript(files fstest.MapFS, change func(script) string) (changed int) {
	for name, file := range files {
		base := path.Base(name)
		if strings.Contains(base, ".config.") || strings.Contains(name, "/config/") || strings.Contains(name, "node_modules") {
			continue
		}
		opt := parser.Options{TypeScript: strings.HasSuffix(name, ".ts")}
		altered := file.Data
		switch path.Ext(name) {
		case ".js", ".ts", ".mjs":
			altered = []byte(change(script{string(file.Data), parser.Parse(file.Data, opt), false}))
		case ".vue", ".mpx":
			altered = scriptIn.ReplaceAllFunc(file.Data, func(block []byte) []byte {
				m := scriptIn.FindSubmatch(block)
				opt.TypeScript = bytes.Contains(m[1], []byte("ts"))
				return fmt.Appendf(nil, "%s%s%s", m[1], change(script{string(m[2]), parser.Parse(m[2], opt), true}), m[3])
			})
		}
		if !bytes.Equal(altered, file.Data) {
			changed++
			files[name] = &fstest.MapFile{Data: altered}
		}
	}
	return changed
}

// callBefore puts 500 calls in front of a script.
func callBefore(s script) string {
	if !strings.Contains(s.src, "://") {
		return s.src
	}
	var b strings.Builder
	for i := range 500 {
		fmt.Fprintf(&b, "wx.request({ url: 'https://api%d.example.com/list' })\n", i)
	}
	return b.String() + s.src
}

// addressesBeside puts 500 addresses in front of each that is a property of an object.
func addressesBeside(s script) string {
	var b strings.Builder
	for i := range 500 {
		fmt.Fprintf(&b, " filed%d: 'https://api%d.example.com',\n", i, i) // a line each: long lines make a file count as minified
	}
	var e edits
	ast.Walk(s.tree, func(x *ast.Expr, _ []*ast.Expr) {
		holds := func(p ast.Prop) bool {
			return p.Value != nil && p.Value.Kind == ast.String && strings.Contains(p.Value.Text, "://")
		}
		if x.Kind == ast.Object && s.src[x.Start] == '{' && slices.ContainsFunc(x.Props(), holds) {
			e = append(e, edit{int(x.Start) + 1, 0, b.String()})
		}
	})
	return e.apply(s.src)
}

// imports are the lines at the top of a script that cannot stand in a function.
var imports = regexp.MustCompile(`(?m)^import\b[^;]*?['"][^'"\n]*['"];?[ \t]*$`)

// wrap puts a script that exports nothing into a function that is called at once.
func wrap(s script) string {
	if len(s.tree.Exports) > 0 || s.component {
		return s.src
	}
	head := strings.Join(imports.FindAllString(s.src, -1), "\n")
	return head + "\n(function () {\n" + imports.ReplaceAllString(s.src, "") + "\n})()\n"
}

// linkFiles moves every script out of the sources and puts a link into its place.
func linkFiles(files fstest.MapFS) (changed int) {
	for name, file := range maps.Clone(files) {
		ext := path.Ext(name)
		if (ext == ".js" || ext == ".ts" || ext == ".vue" || ext == ".wxml") && !strings.Contains(name, "node_modules") {
			link(files, name, file)
			changed++
		}
	}
	return changed
}

// linkFolders does so with the folders of a mini program whose app.json stands at the
// top.
func linkFolders(files fstest.MapFS) (changed int) {
	if files[root+"/app.json"] == nil {
		return 0
	}
	linked := map[string]bool{}
	for name, file := range maps.Clone(files) {
		folder, _, below := strings.Cut(strings.TrimPrefix(name, root+"/"), "/")
		if !below || strings.HasPrefix(folder, ".") || folder == "node_modules" {
			continue
		}
		delete(files, name)
		files[moved(name)] = file
		if !linked[folder] {
			linked[folder] = true
			files[path.Join(root, folder)] = &fstest.MapFile{Mode: fs.ModeSymlink, Data: []byte("moved/" + folder)}
			changed++
		}
	}
	return changed
}

func link(files fstest.MapFS, name string, file *fstest.MapFile) {
	up := strings.Repeat("../", strings.Count(strings.TrimPrefix(name, root+"/"), "/"))
	files[moved(name)] = file
	files[name] = &fstest.MapFile{Mode: fs.ModeSymlink, Data: []byte(up + strings.TrimPrefix(moved(name), root+"/"))}
}

func moved(name string) string { return root + "/moved" + strings.TrimPrefix(name, root) }

// edit puts text into the place of what stands at a byte.
type edit struct {
	at, length int
	text       string
}

type edits []edit

func (e edits) apply(src string) string {
	slices.SortFunc(e, func(a, b edit) int { return cmp.Compare(a.at, b.at) })
	var b strings.Builder
	last := 0
	for _, x := range slices.Compact(e) {
		if x.at < last {
			continue // in another one
		}
		b.WriteString(src[last:x.at] + x.text)
		last = x.at + x.length
	}
	return b.String() + src[last:]
}
