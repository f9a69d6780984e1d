//go:build !js

package endpoint

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "make wide.filter anew")

// suffixRules are the rules of the public suffix list that the program is built with. They
// stand in a test of its package alone.
func suffixRules(t *testing.T) (rules []string) {
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "golang.org/x/net/publicsuffix").Output()
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "table_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	table, _, _ := strings.Cut(string(source), "\nvar nodeLabels")
	for _, m := range regexp.MustCompile(`(?m)^\t"([^"]+)",$`).FindAllStringSubmatch(table, -1) {
		rules = append(rules, m[1])
	}
	return rules
}

// wideRules are those rules and the names of our own tables.
func wideRules(t *testing.T) (rules []string) {
	rules = suffixRules(t)
	if len(rules) < 5000 {
		t.Fatalf("only %d rules of the public suffix list", len(rules))
	}
	for name := range sharedDomains {
		rules = append(rules, name)
	}
	for _, table := range [][]listRow{privateSuffixes, extraSuffixes} {
		for _, row := range table {
			rules = append(rules, row.name)
		}
	}
	return rules
}

// makeFilter returns the filter of the rules. Of those below one parent, the parent stands
// for many.
func makeFilter(rules []string) []byte {
	const many = 4
	below := map[string]int{}
	for _, rule := range rules {
		_, parent, _ := strings.Cut(rule, ".")
		below[parent]++
		if strings.HasPrefix(rule, "*.") {
			below[parent] += many
		}
	}
	filter := make([]byte, wideSize)
	add := func(hash uint64) {
		a, b, c := wideBits(hash)
		filter[a>>3] |= 1 << (a & 7)
		filter[b>>3] |= 1 << (b & 7)
		filter[c>>3] |= 1 << (c & 7)
	}
	for _, rule := range rules {
		_, parent, dotted := strings.Cut(rule, ".")
		switch {
		case !dotted: // a label alone
		case strings.HasPrefix(rule, "*."), below[parent] >= many && strings.Contains(parent, "."):
			add(hashOfName([]byte(parent), ofParent))
		default:
			add(hashOfName([]byte(strings.TrimPrefix(rule, "!")), ofName))
		}
	}
	return filter
}

// TestMayBeWide: whatever covers strangers passes the filter, and little else does.
func TestMayBeWide(t *testing.T) {
	rules := wideRules(t)
	filter := makeFilter(rules)
	if *update {
		if err := os.WriteFile("wide.filter", filter, 0o644); err != nil {
			t.Fatal(err)
		}
		wideNames = string(filter)
	}
	if !bytes.Equal(filter, []byte(wideNames)) {
		t.Error("wide.filter was made of another public suffix list; run: go test ./lint/endpoint -run TestMayBeWide -update")
	}
	for _, rule := range rules {
		for _, host := range []string{rule, strings.TrimPrefix(rule, "!"), strings.Replace(rule, "*", "some", 1), strings.TrimPrefix(rule, "*."), "some." + rule} {
			if !strings.Contains(host, ".") || strings.ContainsAny(host, "!*") {
				continue
			}
			if wide := IsPublicSuffix(host) || SharedDomain(host) == host; wide && !MayBeWide([]byte(host), strings.IndexByte(host, '.')) {
				t.Errorf("%s is wide, and the filter says no", host)
			}
		}
	}
	const hosts = 10_000
	passed := 0
	for i := range hosts {
		if MayBeWide(fmt.Appendf(nil, "d%07d.%s", i*7919, []string{"com", "cn", "com.cn", "net", "xyz"}[i%5]), len("d0007919")) {
			passed++
		}
	}
	if passed > hosts/100 {
		t.Errorf("%d of %d ordinary hosts pass the filter", passed, hosts)
	}
}

func BenchmarkMayBeWide(b *testing.B) {
	for b.Loop() {
		MayBeWide([]byte("d0007919.com"), len("d0007919"))
	}
}
