package dotenv

import (
	"strings"
	"testing"
)

const env = "# the API\nVITE_API=https://api.example.com\n\nexport NODE_ENV = 'production' # mode\nTITLE=\"a # b\"\n"

// drain reads every variable of src: it must end, not panic, and give offsets in
// order and inside the source.
func drain(t testing.TB, src []byte) {
	t.Helper()
	last := 0
	for v := range Variables(src) {
		if v.Start < last || v.End < v.Start || v.End > len(src) {
			t.Fatalf("[%d, %d) behind %d in %d bytes", v.Start, v.End, last, len(src))
		}
		if last = v.End; v.Quoted && (v.Start == 0 || v.End == len(src) || src[v.Start-1] != src[v.End]) {
			t.Fatalf("no quotes around [%d, %d) %q", v.Start, v.End, src[v.Start:v.End])
		}
	}
}

func FuzzVariables(f *testing.F) {
	for _, s := range append(unclosed, env, "A='b\nc'", "\xff\xfe") {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) { drain(t, src) })
}

var unclosed = []string{"A=", "A='", "A=\"\\\"\n", "A='\n", "A=\n", "A='b'c\n", "export ", "#", " ", "\n", "\xff"}

// TestLinear reads half a megabyte of each thing that nothing closes.
func TestLinear(t *testing.T) {
	const size = 1 << 19
	for _, piece := range unclosed {
		src := []byte(strings.Repeat(piece, size/len(piece)))
		drain(t, src)
		drain(t, append([]byte("A='"), src...))
	}
	drain(t, []byte(strings.Repeat(strings.ReplaceAll(env, "\n", " "), 5<<20/len(env))))
}

func BenchmarkVariables(b *testing.B) {
	data := []byte(strings.Repeat(env, 1<<20/len(env)))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		for range Variables(data) {
		}
	}
}
