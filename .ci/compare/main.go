// Command compare times beianlint beside ripgrep, oxlint and the bare reading of the same
// files: docs/performance.md has its figures.
//
//	go run ./.ci/compare [-rounds 9] [-rg rg] [-oxlint oxlint] TREE…
//
// A round runs every program once, so what disturbs the machine disturbs all of them; of
// the rounds the median counts. A program that is not on the PATH is left out.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"
)

func main() {
	rounds := flag.Int("rounds", 9, "how often each program runs")
	rg := flag.String("rg", "rg", "ripgrep")
	oxlint := flag.String("oxlint", "oxlint", "oxlint, of npm")
	floor := flag.Bool("floor", false, "read every file of the tree and end: what compare starts to measure reading")
	flag.Parse()
	if *floor {
		read(flag.Arg(0))
		return
	}
	if err := compare(flag.Args(), *rounds, *rg, *oxlint); err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

// program is what is timed on a tree, with one entry a round.
type program struct {
	name   string
	args   []string
	wall   []time.Duration
	user   []time.Duration
	memory int64 // kB, the most of any round
}

func compare(trees []string, rounds int, rg, oxlint string) error {
	dir, err := os.MkdirTemp("", "compare")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	linter := filepath.Join(dir, "beianlint")
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", linter, ".")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("building beianlint: %w", err)
	}
	fmt.Println("| tree | reading | ripgrep | oxlint | beianlint | user | memory | / reading | / ripgrep | / oxlint |")
	fmt.Println("|---|---|---|---|---|---|---|---|---|---|")
	for _, tree := range trees {
		tree, err := filepath.EvalSymlinks(tree) // the walk of read follows no link, not even this
		if err != nil {
			return err
		}
		programs := programsFor(tree, linter, rg, oxlint)
		for round := range rounds + 1 {
			for _, p := range programs {
				if err := p.run(round > 0); err != nil {
					return err
				}
			}
		}
		fmt.Println(row(tree, programs))
	}
	return nil
}

// sources are the endings of the files that a mini program's hosts stand in.
const sources = "js,ts,jsx,tsx,vue,wxml,axml,wxs,json"

// programsFor returns what is timed on a tree. All look at the same files: ripgrep for
// addresses, oxlint for one rule, which parses every script and follows nothing.
func programsFor(tree, linter, rg, oxlint string) []*program {
	self, err := os.Executable()
	if err != nil {
		panic(err)
	}
	all := []*program{
		{name: "reading", args: []string{self, "-floor", tree}},
		{name: "ripgrep", args: []string{rg, "-o", "-N", "--no-heading", "--hidden", "-g", "!.git", "-g", "!node_modules",
			"-g", "*.{" + sources + "}", "-g", ".env*", `(https?|wss?)://[^/"'` + "`" + `\s]+`, tree}},
		{name: "oxlint", args: []string{oxlint, "--threads=2", "-A", "all", "-D", "no-restricted-globals", "--no-ignore", tree}},
		{name: "beianlint", args: []string{linter, "hosts", tree}},
	}
	return slices.DeleteFunc(all, func(p *program) bool {
		_, err := exec.LookPath(p.args[0])
		return err != nil
	})
}

// run runs the program once. What it prints is thrown away and its exit code says
// nothing here: a linter that finds something fails.
func (p *program) run(counted bool) error {
	cmd := exec.Command(p.args[0], p.args[1:]...)
	began := time.Now()
	err := cmd.Run()
	wall := time.Since(began)
	if cmd.ProcessState == nil {
		return fmt.Errorf("%s: %w", p.name, err)
	}
	if !counted {
		return nil
	}
	p.wall, p.user = append(p.wall, wall), append(p.user, cmd.ProcessState.UserTime())
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		p.memory = max(p.memory, int64(usage.Maxrss))
	}
	return nil
}

func row(tree string, programs []*program) string {
	by := map[string]*program{}
	for _, p := range programs {
		by[p.name] = p
	}
	linter := by["beianlint"]
	cells := []string{filepath.Base(tree)}
	for _, name := range []string{"reading", "ripgrep", "oxlint", "beianlint"} {
		if by[name] == nil {
			cells = append(cells, "–")
			continue
		}
		cells = append(cells, fmt.Sprintf("%d ms", median(by[name].wall).Milliseconds()))
	}
	cells = append(cells, fmt.Sprintf("%d ms", median(linter.user).Milliseconds()), fmt.Sprintf("%d MB", linter.memory/1000))
	for _, name := range []string{"reading", "ripgrep", "oxlint"} {
		cells = append(cells, ratio(linter, by[name]))
	}
	return "| " + strings.Join(cells, " | ") + " |"
}

// ratio is the median of what the rounds say, each against its own neighbour.
func ratio(a, b *program) string {
	if b == nil {
		return "–"
	}
	var all []float64
	for i := range a.wall {
		all = append(all, float64(a.wall[i])/float64(b.wall[i]))
	}
	return fmt.Sprintf("%.2f", median(all))
}

func median[T time.Duration | float64](all []T) T {
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)/2]
}

// read reads every file of the tree that may hold a host, on all cores.
func read(tree string) {
	names := make(chan string, 1000)
	var readers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		readers.Go(func() {
			buffer := make([]byte, 1<<20)
			for name := range names {
				readFile(name, buffer)
			}
		})
	}
	kinds := strings.Split(sources, ",")
	_ = filepath.WalkDir(tree, func(path string, entry os.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil
		case entry.IsDir() && (entry.Name() == ".git" || entry.Name() == "node_modules"):
			return filepath.SkipDir
		case slices.Contains(kinds, strings.TrimPrefix(filepath.Ext(path), ".")):
			names <- path
		}
		return nil
	})
	close(names)
	readers.Wait()
}

func readFile(name string, buffer []byte) {
	file, err := os.Open(name)
	if err != nil {
		return
	}
	defer file.Close()
	for {
		if _, err := file.Read(buffer); err != nil {
			return
		}
	}
}
