package dotenv

import (
	"fmt"
	"strings"
	"testing"
)

// written writes parts as text and <NAME|default|alternative>.
func written(src string, parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		if p.Name == "" {
			b.WriteString(src[p.Start:p.End])
			continue
		}
		fmt.Fprintf(&b, "<%s|%s|%s>", p.Name, written(src, p.Default), written(src, p.Alternative))
	}
	return b.String()
}

func TestExpand(t *testing.T) {
	for value, want := range map[string]string{
		"a":                      "a",
		"$A":                     "<A||>",
		"https://$A_1/b":         "https://<A_1||>/b",
		"https://${A}/b${C}":     "https://<A||>/b<C||>",
		"${A:-b}c":               "<A|b|>c",
		"${A-b-c}":               "<A|b-c|>",
		"${A:-${B:-c}d}":         "<A|<B|c|>d|>",
		"${A:+b}":                "<A||b>",
		"${A:-https://b.c/d}":    "<A|https://b.c/d|>",
		`\$A \${B}`:              "$A ${B}",
		"$1 $ ${} ${A ${A.b} $-": "$1 $ ${} ${A ${A.b} $-",
		"p@$$w":                  "p@$<w||>",
		"${A:-}":                 "<A||>",
	} {
		if got := written(value, Expand([]byte(value), Variable{End: len(value)})); got != want {
			t.Errorf("%s: %s, want %s", value, got, want)
		}
	}
}

// Defaults in each other are read to a depth; what lies deeper is text.
func TestExpandIsBounded(t *testing.T) {
	const n = maxNesting + 3
	value := strings.Repeat("${A:-", n) + "b" + strings.Repeat("}", n)
	got := written(value, Expand([]byte(value), Variable{End: len(value)}))
	if read := strings.Count(got, "<A|"); read != maxNesting+1 || !strings.Contains(got, "|${A:-${A:-b}}|") {
		t.Errorf("%d variables: %s", read, got)
	}
}

// TestExpandEnds reads what is nested beyond any bound.
func TestExpandEnds(t *testing.T) {
	for _, piece := range []string{"${A:-", "${A", "$", "$A", `\$`} {
		src := []byte(strings.Repeat(piece, 1<<12) + strings.Repeat("}", 1<<12))
		last := 0
		for _, p := range Expand(src, Variable{End: len(src)}) {
			if p.Start < last || p.End < p.Start || p.End > len(src) {
				t.Fatalf("[%d, %d) behind %d", p.Start, p.End, last)
			}
			last = p.End
		}
	}
}
