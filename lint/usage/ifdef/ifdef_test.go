package ifdef

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// regions writes each branch as "[!]condition: content".
func regions(src string) []string {
	var got []string
	for _, d := range Branches([]byte(src)) {
		not := ""
		if d.Not {
			not = "!"
		}
		got = append(got, not+d.Expr+": "+strings.TrimSpace(src[d.Start:d.End]))
	}
	return got
}

func TestBranches(t *testing.T) {
	tests := []struct {
		name, src string
		want      []string
	}{
		{"empty", "", nil},
		{"no directive", "a { color: #fff } /* #if */ // # ifdef\n#ifdef A\n#endif", nil},
		{"markup", "<!-- #ifdef MP-WEIXIN --><a/><!-- #endif --><!--#ifndef H5-->\n<b/><!--  #endif-->", []string{"MP-WEIXIN: <a/>", "!H5: <b/>"}},
		{"script", "// #ifdef MP-WEIXIN || H5\na()\n// #endif\n//#ifndef H5\r\nb()\r\n//#endif\r\n", []string{"MP-WEIXIN || H5: a()", "!H5: b()"}},
		{"style", "/* #ifdef MP */a{}/* #endif */\n/*#ifndef APP-PLUS\t*/b{}/*#endif*/", []string{"MP: a{}", "!APP-PLUS: b{}"}},
		{"comment kinds of scripts mix", "// #ifdef A\na/* #endif */", []string{"A: a"}},
		{"behind code", "a() // #ifdef A\nb() // #endif\nc()", []string{"A: b()"}},
		{"nested", "// #ifdef A\na\n// #ifndef B\nb\n// #endif\nc\n// #endif", []string{"A: a\n// #ifndef B\nb\n// #endif\nc", "!B: b"}},
		{"else", "/* #ifdef A */a/* #else */b/* #endif */", []string{"A: a", "!A: b"}},
		{"else of ifndef", "// #ifndef A\na\n// #else\nb\n// #endif", []string{"!A: a", "A: b"}},
		{"markup and script apart", "<!-- #ifdef A --><script>// #ifdef B\nb\n// #endif\n</script><!-- #endif -->",
			[]string{"A: <script>// #ifdef B\nb\n// #endif\n</script>", "B: b"}},
		{"any case", "// #IFDEF A\na\n// #EndIf", []string{"A: a"}},
		{"never ended", "// #ifdef A\na\n// #ifdef B\nb\n// #endif", []string{"B: b"}},
		{"stray end and else", "// #endif\n// #else\n// #ifdef A\na\n// #endif\n// #endif", []string{"A: a"}},
		{"not on one line", "<!-- #ifdef A\n-->a<!-- #endif -->/* #ifdef B\n*/b/* #endif */", nil},
		{"comments that touch", "/*#if A*/*#endif*//*#endif*/", []string{"A: *#endif*/"}},
		{"longer words", "// #ifdefs A\n// #iframe\n// #endifs\n// #elseif", nil},
		{"end of source", "// #ifdef A\na\n// #endif", []string{"A: a"}},
		{"too long", "// #ifdef " + strings.Repeat("a", maxExpr) + "\nb\n// #endif", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, regions(tt.src)); diff != "" {
				t.Errorf("Branches(%q) (-want +got):\n%s", tt.src, diff)
			}
		})
	}
}

func TestActive(t *testing.T) {
	tests := []struct {
		expr                        string
		wechat, notWechat, anything bool // #ifdef and #ifndef for WeChat; #ifdef for both platforms
	}{
		{"MP-WEIXIN", true, false, true},
		{"MP_WEIXIN", true, false, true},
		{"MP-ALIPAY", false, true, true},
		{"MP", true, false, true},
		{"H5", false, true, false},
		{"WEB", false, true, false},
		{"APP-PLUS-NVUE", false, true, false},
		{"APP-HARMONY", false, true, false},
		{"MP-XHS", false, true, false},
		{"QUICKAPP-WEBVIEW-HUAWEI", false, true, false},
		{"H5 || MP-WEIXIN", true, false, true},
		{"H5||MP-WEIXIN", true, false, true},
		{"H5 | MP-WEIXIN", true, false, true},
		{"H5 || APP-PLUS", false, true, false},
		{"H5  ||  MP-ALIPAY\t", false, true, true},
		{"VUE3", true, true, true},
		{"VUE2", true, true, true},
		{"UNI-APP-X", true, true, true},
		{"MP-MY-BRAND", true, true, true},
		{"VUE3 && H5", false, true, false},
		{"VUE3 || MP-WEIXIN", true, false, true},
		{"!MP-WEIXIN", false, true, true},
		{"!H5", true, false, true},
		{"!VUE3", true, true, true},
		{"!(H5 || APP) && MP", true, false, true},
		{"MP && !MP-WEIXIN", false, true, true},
		{"uniVersion > 3.9", true, true, true},
		{"H5 && uniVersion >= 3.9", false, true, false},
		{"uniVersion == 3.9 || MP-WEIXIN", true, false, true},
		{"mp-weixin", true, true, true},
		{"H5 网页", true, true, true},
		{"H5, APP", true, true, true},
		{"(H5", true, true, true},
		{"H5 ||", true, true, true},
		{"", true, true, true},
		{"H5\x00", true, true, true},
	}
	for _, tt := range tests {
		yes, not := Branch{Expr: tt.expr}, Branch{Expr: tt.expr, Not: true}
		got := []bool{yes.Active(Target{"MP-WEIXIN"}), not.Active(Target{"MP-WEIXIN"}), yes.Active(Target{"MP-WEIXIN"}, Target{"MP-ALIPAY"})}
		if diff := cmp.Diff([]bool{tt.wechat, tt.notWechat, tt.anything}, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.expr, diff)
		}
		if !yes.Active() || !not.Active() {
			t.Errorf("%q: a branch is left out for no platform", tt.expr)
		}
	}
}

// TestVue asks for a build whose Vue is known.
func TestVue(t *testing.T) {
	for expr, want := range map[string]bool{"VUE3": true, "VUE2": false, "!VUE2 && MP": true, "VUE2 || MP-WEIXIN": true, "VUE2 && MP-WEIXIN": false, "H5 || VUE2": false, "UNI-APP-X": true} {
		if got := (Branch{Expr: expr}).Active(Target{"MP-WEIXIN", "VUE3"}); got != want {
			t.Errorf("%q: got %v", expr, got)
		}
	}
}
