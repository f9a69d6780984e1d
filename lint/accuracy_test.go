package lint_test

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

var checkouts = flag.String("checkouts", "", "folder with the repositories of testdata/accuracy, each as OWNER__NAME")

// A label is what a person read in a repository: the hosts that one of its mini
// programs contacts, and those that only stand there.
type label struct {
	Repo, Commit, Root, Platform string
	Hosts                        []labelledHost
	NotContacted                 []struct {
		Host, Reason string
		Evidence     []string
	} `json:"not_contacted"`
	Notes []string
}

type labelledHost struct {
	Host       string
	Port       *int
	Scheme     string
	Categories []platform.Category // and "other": contacted outside every list
	Evidence   []string
	Certainty  string // certain, switch (live code of another environment) or uncertain (not scored)
	Note       string
}

// A correction is what a run showed to be wrong in a label.
type correction struct {
	Repo, Reason string
	Host         *labelledHost // in the place of what the label says of it
	Remove       string        // or the host that is not contacted
}

func readJSON(t *testing.T, name string, v any) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

func readLabels(t *testing.T) map[string]*label {
	names, err := filepath.Glob(filepath.Join(testdata, "accuracy", "labels", "*.json"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no labels (%v)", err)
	}
	labels := map[string]*label{}
	for _, name := range names {
		var l label
		readJSON(t, name, &l)
		if want := strings.ReplaceAll(l.Repo, "/", "__") + ".json"; filepath.Base(name) != want {
			t.Errorf("%s is the label of %s", name, l.Repo)
		}
		labels[l.Repo] = &l
	}
	return labels
}

func (l *label) correct(c correction) {
	l.Hosts = slices.DeleteFunc(l.Hosts, func(h labelledHost) bool {
		return h.Host == c.Remove || c.Host != nil && h.Host == c.Host.Host
	})
	if c.Host != nil {
		l.Hosts = append(l.Hosts, *c.Host)
	}
}

// TestLabels: every label can be scored, and every correction belongs to one.
func TestLabels(t *testing.T) {
	labels := readLabels(t)
	var corrections []correction
	readJSON(t, filepath.Join(testdata, "accuracy", "corrections.json"), &corrections)
	for _, c := range corrections {
		if labels[c.Repo] == nil || c.Reason == "" || (c.Host == nil) == (c.Remove == "") {
			t.Errorf("a correction of %q that corrects nothing, or without a reason", c.Repo)
			continue
		}
		labels[c.Repo].correct(c)
	}
	for _, l := range labels {
		if len(l.Commit) != 40 || l.Root == "" || l.Platform == "" {
			t.Errorf("%s: commit, root or platform is missing", l.Repo)
		}
		seen := map[string]bool{}
		for _, h := range l.Hosts {
			if seen[h.Host] || len(h.Evidence) == 0 || len(h.Categories) == 0 {
				t.Errorf("%s: %s stands twice, or without evidence or category", l.Repo, h.Host)
			}
			seen[h.Host] = true
			if !slices.Contains([]string{"certain", "switch", "uncertain"}, h.Certainty) {
				t.Errorf("%s: %s: certainty %q", l.Repo, h.Host, h.Certainty)
			}
		}
	}
}

// contacted maps a host to its categories.
type contacted map[string][]platform.Category

func (c contacted) without(skip map[string]bool) (hosts []string) {
	for host := range c {
		_, err := netip.ParseAddr(host)
		if err != nil && host != "localhost" && !skip[host] {
			hosts = append(hosts, host)
		}
	}
	return hosts
}

// isNetwork reports whether a platform has a list for a category that a label names.
func isNetwork(c platform.Category) bool {
	return c != platform.Media && c != platform.Unknown && c != "other"
}

// hosts returns what the label has, without what is not sure, and that.
func (l *label) hosts() (network, all contacted, unsure map[string]bool) {
	network, all, unsure = contacted{}, contacted{}, map[string]bool{}
	for _, h := range l.Hosts {
		if h.Certainty == "uncertain" {
			unsure[h.Host] = true
			continue
		}
		all[h.Host] = h.Categories
		if slices.ContainsFunc(h.Categories, isNetwork) {
			network[h.Host] = h.Categories
		}
	}
	return network, all, unsure
}

// found returns what a run finds in the mini programs at, below or above the
// label's root: what is enforced, and all of it.
func (l *label) found(t *testing.T, folder string) (network, all contacted) {
	r, err := lint.Run(t.Context(), lint.Options{FS: os.DirFS(folder), Dirs: []string{"."}, Cwd: ".", Now: time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC)})
	if err != nil && !errors.Is(err, lint.ErrNoProject) {
		t.Fatal(err)
	}
	network, all = contacted{}, contacted{}
	for _, p := range r.Projects {
		_, below := source.Under(l.Root, p.Root)
		_, above := source.Under(p.Root, l.Root)
		if !below && !above {
			continue
		}
		for _, h := range p.Hosts {
			if len(h.Uses) == 0 {
				continue // an allowlist names it, which is not to say that it is contacted
			}
			all[h.Host] = append(all[h.Host], h.Categories...)
			if h.Enforced {
				network[h.Host] = all[h.Host]
			}
		}
	}
	return network, all
}

// isForOthers reports whether the label is of a native mini program for a platform that
// projects are not assumed to be for.
func (l *label) isForOthers() bool {
	id, _, native := strings.Cut(l.Platform, "-native")
	p := platform.ByID(platform.ID(id))
	return native && p != nil && !p.Assumed
}

type tally struct{ right, wrong, missed int }

func (s *tally) add(got, want []string) (wrong, missed []string) {
	for _, host := range got {
		if slices.Contains(want, host) {
			s.right++
		} else {
			wrong = append(wrong, host)
		}
	}
	for _, host := range want {
		if !slices.Contains(got, host) {
			missed = append(missed, host)
		}
	}
	s.wrong += len(wrong)
	s.missed += len(missed)
	return wrong, missed
}

func (s tally) String() string {
	share := func(of int) float64 { return float64(s.right) / float64(max(1, s.right+of)) }
	return fmt.Sprintf("precision %.3f recall %.3f (right %d, wrong %d, missed %d)", share(s.wrong), share(s.missed), s.right, s.wrong, s.missed)
}

// score holds the three questions that testdata/accuracy/README.md tells of.
type score struct {
	network, all, category tally
	errors                 []string
}

func (s *score) add(l *label, gotNetwork, gotAll contacted) {
	network, all, unsure := l.hosts()
	wrong, missed := s.network.add(gotNetwork.without(unsure), network.without(unsure))
	for _, host := range wrong {
		s.errors = append(s.errors, l.Repo+" wrong "+host)
	}
	for _, host := range missed {
		s.errors = append(s.errors, l.Repo+" missed "+host)
	}
	s.all.add(gotAll.without(unsure), all.without(unsure))
	for host, want := range network {
		if gotAll[host] != nil {
			s.category.add(categories(gotAll[host]), categories(want))
		}
	}
}

func categories(of []platform.Category) []string {
	names := map[string]bool{}
	for _, c := range of {
		if isNetwork(c) {
			names[string(c)] = true
		}
	}
	return slices.Collect(maps.Keys(names))
}

// TestAccuracy scores the labels as they were made and as they were corrected:
//
//	go test ./lint -run Accuracy -v -checkouts DIR
//
// The network errors must be those that testdata/accuracy/errors.txt explains; those of
// platforms that are not assumed must be one in ten at most.
func TestAccuracy(t *testing.T) {
	if *checkouts == "" {
		t.Skip("no -checkouts: testdata/accuracy/README.md says where they come from")
	}
	made, corrected, others, labels := score{}, score{}, score{}, readLabels(t)
	var corrections []correction
	readJSON(t, filepath.Join(testdata, "accuracy", "corrections.json"), &corrections)
	for _, repo := range slices.Sorted(maps.Keys(labels)) {
		folder := filepath.Join(*checkouts, strings.ReplaceAll(repo, "/", "__"))
		if _, err := os.Stat(folder); err != nil {
			t.Errorf("%s is not there: its label is not scored", folder)
			continue
		}
		network, all := labels[repo].found(t, folder)
		made.add(labels[repo], network, all)
		for _, c := range corrections {
			if c.Repo == repo {
				labels[repo].correct(c)
			}
		}
		corrected.add(labels[repo], network, all)
		if labels[repo].isForOthers() {
			others.add(labels[repo], network, all)
		}
	}
	t.Logf("as made:   network  %s\n all      %s\n category %s", made.network, made.all, made.category)
	t.Logf("corrected: network  %s\n all      %s\n category %s", corrected.network, corrected.all, corrected.category)
	t.Logf("for platforms that are not assumed: network %s", others.network)
	if s := others.network; s.right == 0 || s.right < 9*s.wrong || s.right < 9*s.missed {
		t.Error("for platforms that are not assumed: precision or recall is below 0.9")
	}
	known := explained(t)
	for _, e := range corrected.errors {
		if !slices.Contains(known, e) {
			t.Errorf("errors.txt does not explain: %s", e)
		}
	}
	for _, e := range known {
		if !slices.Contains(corrected.errors, e) {
			t.Errorf("errors.txt explains what is right now: %s", e)
		}
	}
}

// explained returns the errors of errors.txt, without their causes.
func explained(t *testing.T) (list []string) {
	data, err := os.ReadFile(filepath.Join(testdata, "accuracy", "errors.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			e, _, _ := strings.Cut(line, ":")
			list = append(list, strings.TrimSpace(e))
		}
	}
	return list
}
