// Site makes the documentation, in both languages, and the playground: static pages that
// any server, or a disk, gives under any path. See build beside it.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	repo := flag.String("repo", "../..", "the repository")
	out := flag.String("out", "", "the folder to write")
	engine := flag.String("engine", "", "beianlint for js/wasm, packed by gzip; empty: without the playground")
	execer := flag.String("exec", "", "the wasm_exec.js of the Go that has built it")
	flag.Parse()
	if err := write(*repo, *out, *engine, *execer); err != nil {
		log.Fatal(err)
	}
}

// write writes the site into a folder.
func write(repo, out, engine, execer string) error {
	files, err := documents(repo)
	if err != nil {
		return err
	}
	if engine != "" {
		page, packed, err := playground(repo, engine, execer)
		if err != nil {
			return err
		}
		fmt.Printf("playground: %d bytes, %d of them the linter by gzip -9\n", len(page), packed)
		files["playground/index.html"] = page
	}
	if problems := deadLinks(files, engine == ""); len(problems) > 0 {
		return fmt.Errorf("dead links:\n%s", problems)
	}
	for name, content := range files {
		path := filepath.Join(out, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	fmt.Printf("%s: %d files\n", out, len(files))
	return nil
}
