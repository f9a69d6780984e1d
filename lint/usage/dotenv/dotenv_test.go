package dotenv

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func vars(src string) []string {
	var got []string
	for v := range Variables([]byte(src)) {
		value := src[v.Start:v.End]
		if v.Quoted {
			value = src[v.Start-1 : v.End+1]
		}
		got = append(got, v.Key+"="+value)
	}
	return got
}

func TestVariables(t *testing.T) {
	tests := []struct {
		name, src string
		want      []string
	}{
		{"empty", "", nil},
		{"plain", "A=b\nVITE_API_URL=https://api.example.com/v1\n", []string{"A=b", "VITE_API_URL=https://api.example.com/v1"}},
		{"no line end", "A=b", []string{"A=b"}},
		{"CRLF", "A=b\r\nC='d'\r\n\r\nE=\r\n", []string{"A=b", "C='d'", "E="}},
		{"byte order mark", "\ufeffA=b", []string{"A=b"}},
		{"export", "export A=b\n  export\tC = d\nexport=e\nexport F", []string{"A=b", "C=d", "export=e"}},
		{"spaces around =", "A = https://api.example.com \n\tB\t=\t'c' ", []string{"A=https://api.example.com", "B='c'"}},
		{"comments", "# A=b\n### C=d ###\nE=f # g\nH=i#j\nK='l # m' # n\nO=#p\n", []string{"E=f", "H=i", "K='l # m'", "O="}},
		{"quotes", "A=\"b\"\nC='d \"e\"'\nF=`g 'h'`\nI=''\nJ=\"k\\\"l\"\n", []string{`A="b"`, `C='d "e"'`, "F=`g 'h'`", "I=''", `J="k\"l"`}},
		{"nested quotes of Taro", `API='"https://api.example.com"'`, []string{`API='"https://api.example.com"'`}},
		{"over lines", "A=\"b\nc=d\ne\"\nF=g", []string{"A=\"b\nc=d\ne\"", "F=g"}},
		{"quote never closed", "A=\"https://a.example.com\nB=c\nD='e", []string{"A=https://a.example.com", "B=c", "D=e"}},
		{"quote closed by the next value", "A=\"b\nC=\"d\"\n", []string{"A=b", `C="d"`}},
		{"text behind the quote", `A="b" c`, []string{`A=b" c`}},
		{"colon", "A: b\nC:d\nE : f", []string{"A=b"}},
		{"keys", "a.b-c_1=d\n中=e\n=f\nG H=i\n", []string{"a.b-c_1=d"}},
		{"prose", "hello world\n---\n{\"a\":1}\n", nil},
		{"= in the value", "A=https://b.example.com/?c=d&e=f", []string{"A=https://b.example.com/?c=d&e=f"}},
		{"invalid UTF-8", "A=\xff\xfe\n\xff=b\nC=\xe4\xbd\n", []string{"A=\xff\xfe", "C=\xe4\xbd"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, vars(tt.src)); diff != "" {
				t.Errorf("Variables(%q) (-want +got):\n%s", tt.src, diff)
			}
		})
	}
}
