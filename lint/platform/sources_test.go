package platform

import (
	"flag"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

var (
	stale  = flag.Bool("stale", false, "list the pages that nobody has read for a year")
	update = flag.Bool("update", false, "give the pages without a date that of today")
)

// sourcesFile has the day on which somebody last read each page that a row is from.
const sourcesFile = "sources.tsv"

// TestSources reads the days and, with -stale, lists the pages that nobody has read for a
// year, with the rows that are from them: no build fails because time has passed.
func TestSources(t *testing.T) {
	read, rows := sourceDays(t), sourceRows(t)
	var undated []string
	for _, page := range slices.Sorted(maps.Keys(rows)) {
		day, known := read[page]
		switch {
		case !known:
			undated = append(undated, page)
		case *stale && time.Since(day) > 365*24*time.Hour:
			t.Logf("%s, last read on %s:\n\t%s", page, day.Format(time.DateOnly), strings.Join(rows[page], "\n\t"))
		}
	}
	if len(rows) < 50 {
		t.Errorf("only %d pages", len(rows))
	}
	if len(undated) == 0 {
		return
	}
	if *update {
		writeSourceDays(t, read, undated)
		return
	}
	t.Logf("no day in %s (go test ./lint/platform -run TestSources -update writes today's): %q", sourcesFile, undated)
}

// sourceDays reads sourcesFile.
func sourceDays(t *testing.T) map[string]time.Time {
	t.Helper()
	text, err := os.ReadFile(sourcesFile)
	if err != nil {
		t.Fatal(err)
	}
	read := map[string]time.Time{}
	for line := range strings.Lines(string(text)) {
		page, day, _ := strings.Cut(strings.TrimSpace(line), "\t")
		at, err := time.Parse(time.DateOnly, day)
		if _, twice := read[page]; err != nil || twice || !strings.HasPrefix(page, "https://") {
			t.Errorf("%s: %q (%v)", sourcesFile, line, err)
		}
		read[page] = at
	}
	return read
}

// sourceRows are the lines of this package that name a page, by its address.
func sourceRows(t *testing.T) map[string][]string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string][]string{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			for _, page := range regexp.MustCompile("https://[^\\s\"`);,]+").FindAllString(line, -1) {
				if page = strings.TrimRight(page, ".:"); !strings.Contains(page, "example") {
					rows[page] = append(rows[page], name+": "+strings.TrimSpace(line))
				}
			}
		}
	}
	return rows
}

func writeSourceDays(t *testing.T, read map[string]time.Time, undated []string) {
	t.Helper()
	for _, page := range undated {
		read[page] = time.Now()
	}
	var b strings.Builder
	for _, page := range slices.Sorted(maps.Keys(read)) {
		b.WriteString(page + "\t" + read[page].Format(time.DateOnly) + "\n")
	}
	if err := os.WriteFile(sourcesFile, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
