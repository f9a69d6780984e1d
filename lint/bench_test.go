package lint_test

import (
	"flag"
	"io"
	"path/filepath"
	"strconv"
	"testing"
	"testing/fstest"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/cli/machine"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/rule"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/parser"
	"github.com/beianlint/beianlint/lint/usage/resolve"
	"github.com/beianlint/beianlint/lint/usage/sink"
)

var (
	largeTree = flag.Bool("large", false, "benchmarks also make and read a tree of 200,000 files")
	treesDir  = flag.String("trees", "", "folder to write the trees to that other programs are compared on")
)

// TestTrees writes what the benchmarks read on disk.
func TestTrees(t *testing.T) {
	if *treesDir == "" {
		t.Skip("-trees names no folder")
	}
	for name, fill := range map[string]func(made){
		"config":      madeConfig,
		"shop":        func(m made) { madeShop(m, "", 100) },
		"monorepo":    func(m made) { madeMonorepo(m, 50) },
		"bundle-500":  func(m made) { madeBundle(m, 500_000) },
		"bundle-1000": func(m made) { madeBundle(m, 1_000_000) },
		"bundle-2000": func(m made) { madeBundle(m, 2_000_000) },
		"bundle-4000": func(m made) { madeBundle(m, 4_000_000) },
		"tree-20000":  func(m made) { madeTree(m, 20_000) },
		"tree-200000": func(m made) { madeTree(m, 200_000) },
	} {
		m := made{}
		fill(m)
		m.write(t, filepath.Join(*treesDir, name))
	}
}

// shapes are the mini programs whose parts are measured one by one.
var shapes = []struct {
	name string
	make func(made)
}{
	{"shop", func(m made) { madeShop(m, "", 100) }},
	{"bundle", func(m made) { madeBundle(m, 1<<20) }},
}

// project returns what one mini program holds, read from memory.
func (m made) project(b *testing.B) *miniprogram.Project {
	b.Helper()
	files := fstest.MapFS{}
	for name, data := range m {
		files["r/"+name] = &fstest.MapFile{Data: data}
	}
	repo, err := miniprogram.Load(b.Context(), files, miniprogram.Options{
		Dir: "r", Base: "r", Keep: func(miniprogram.Kind, string, []byte) bool { return true },
	})
	if err != nil || len(repo.Projects) != 1 {
		b.Fatal(err, "want one mini program")
	}
	return repo.Projects[0]
}

// scripts returns the scripts of a mini program and how many bytes they are.
func scripts(p *miniprogram.Project) (all [][]byte, size int64) {
	for _, f := range p.Files {
		if f.Kind == miniprogram.Script {
			all, size = append(all, f.Bytes), size+int64(len(f.Bytes))
		}
	}
	return all, size
}

// BenchmarkStages measures each stage of a run by itself. Evaluation answers when
// it is asked, so its work is a part of sink's, as that of the account is.
func BenchmarkStages(b *testing.B) {
	for _, shape := range shapes {
		m := made{}
		shape.make(m)
		p := m.project(b)
		all, size := scripts(p)
		stage := func(name string, run func(b *testing.B)) {
			b.Run(shape.name+"/"+name, func(b *testing.B) {
				b.SetBytes(size)
				b.ReportAllocs()
				run(b)
			})
		}
		stage("tokens", func(b *testing.B) {
			for b.Loop() {
				for _, src := range all {
					lexer.Tokens(src, false, nil)
				}
			}
		})
		stage("parse", func(b *testing.B) {
			for b.Loop() {
				for _, src := range all {
					parser.Parse(src, parser.Options{})
				}
			}
		})
		stage("resolve", func(b *testing.B) {
			for b.Loop() {
				resolve.Reach(resolve.Open(b.Context(), p, nil))
			}
		})
		stage("eval", func(b *testing.B) {
			for b.Loop() {
				sources := resolve.Open(b.Context(), p, nil)
				eval.Define(b.Context(), sources).Link(resolve.Reach(sources))
			}
		})
		stage("sink", func(b *testing.B) {
			for b.Loop() {
				collectOnce(b, p)
			}
		})
	}
}

func collectOnce(b *testing.B, p *miniprogram.Project) {
	sources := resolve.Open(b.Context(), p, nil)
	defined := eval.Define(b.Context(), sources)
	live := resolve.Reach(sources)
	if found := sink.Collect(sources, live, defined.Link(live), nil); len(found.Uses) == 0 {
		b.Fatal("no use was found")
	}
}

// BenchmarkWalk measures what is done before anything is evaluated: directories are
// walked, files read and what they may hold is decided.
func BenchmarkWalk(b *testing.B) {
	m := made{}
	madeMonorepo(m, 50)
	dir := machine.Name(m.write(b, b.TempDir()))
	for b.Loop() {
		repo, err := miniprogram.Load(b.Context(), machine.FileSystem{}, miniprogram.Options{
			Dir: dir, Base: dir, Keep: func(miniprogram.Kind, string, []byte) bool { return false },
		})
		if err != nil || len(repo.Projects) != 50 {
			b.Fatal(err, "want 50 mini programs")
		}
	}
}

// BenchmarkRun measures whole runs on files on disk.
func BenchmarkRun(b *testing.B) {
	for _, c := range []struct {
		name string
		make func(made)
	}{
		{"config", madeConfig},
		{"shop", func(m made) { madeShop(m, "", 100) }},
		{"monorepo", func(m made) { madeMonorepo(m, 50) }},
	} {
		benchmarkRun(b, c.name, c.make)
	}
}

// BenchmarkBundle shows how the time grows with the size of a bundle.
func BenchmarkBundle(b *testing.B) {
	for _, kB := range []int{100, 500, 1000, 2000, 4000, 5000} {
		benchmarkRun(b, strconv.Itoa(kB)+"kB", func(m made) { madeBundle(m, kB*1000) })
	}
}

// BenchmarkTree shows how the time grows with the number of files.
func BenchmarkTree(b *testing.B) {
	sizes := []int{2_000, 20_000}
	if *largeTree {
		sizes = append(sizes, 200_000)
	}
	for _, files := range sizes {
		benchmarkRun(b, strconv.Itoa(files), func(m made) { madeTree(m, files) })
	}
}

func benchmarkRun(b *testing.B, name string, fill func(made)) {
	b.Run(name, func(b *testing.B) {
		m := made{}
		fill(m)
		dir := machine.Name(m.write(b, b.TempDir()))
		b.ReportAllocs()
		for b.Loop() {
			runOnce(b, dir)
		}
	})
}

func runOnce(b *testing.B, dir string) *lint.Result {
	b.Helper()
	r, err := lint.Run(b.Context(), lint.Options{FS: machine.FileSystem{}, Dirs: []string{dir}, Cwd: dir, Now: day})
	if err != nil || len(r.Projects) == 0 {
		b.Fatal(err, "want a mini program")
	}
	return r
}

// BenchmarkReports measures every report of a monorepo.
func BenchmarkReports(b *testing.B) {
	m := made{}
	madeMonorepo(m, 50)
	m.add("filed-domains.txt", "example.org 京ICP备12345678号-1\n")
	dir := machine.Name(m.write(b, b.TempDir()))
	r := runOnce(b, dir)
	if r.Summary.Errors == 0 {
		b.Fatal("nothing was found")
	}
	o := &report.Options{Token: "t0ken", Lang: message.English, Paths: report.Paths{Base: dir}, Rules: rule.All, Now: day}
	for _, f := range report.Formats {
		if f.Single {
			continue
		}
		b.Run(string(f.Subject)+"/"+f.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f.Write(io.Discard, r, o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
