package report

import "testing"

func TestBreakLines(t *testing.T) {
	for _, test := range []struct{ compact, key, want string }{
		{`[]`, "", "[\n]"},
		{`[1]`, "", "[\n1\n]"},
		{`[{"a":[1,2]},{"b":"],["}]`, "", "[\n{\"a\":[1,2]},\n{\"b\":\"],[\"}\n]"},
		{`["\"","\\",","]`, "", "[\n\"\\\"\",\n\"\\\\\",\n\",\"\n]"},
		{`{"x":"\"a\":[","a":[1,[2,3]],"b":[4,5]}`, "a", "{\"x\":\"\\\"a\\\":[\",\"a\":[\n1,\n[2,3]\n],\"b\":[4,5]}"},
		{`{"b":[4],"a":[]}`, "a", "{\"b\":[4],\"a\":[\n]}"},
	} {
		if got := string(breakLines([]byte(test.compact), test.key)); got != test.want {
			t.Errorf("%s, %q: got\n%s\nwant\n%s", test.compact, test.key, got, test.want)
		}
	}
}
