package eval_test

import (
	"testing"

	"github.com/beianlint/beianlint/lint/usage/eval"
)

// TestBeginsAsURL: whatever ParseURL reads begins as a URL.
func TestBeginsAsURL(t *testing.T) {
	for _, scheme := range []string{"http:", "HTTPS:", "ws:", "wss:", "udp:", "tcp:", "wxs:", "wx:", "alis:", "ali:", ""} {
		url := scheme + "//a.example.com"
		if _, ok := eval.ParseURL(url); !ok || !eval.BeginsAsURL(url) {
			t.Errorf("%s is read: %t, begins as a URL: %t", url, ok, eval.BeginsAsURL(url))
		}
	}
	for _, text := range []string{"", "van-", "?q=", "rgba("} {
		if eval.BeginsAsURL(text) {
			t.Errorf("%q begins as a URL", text)
		}
	}
}
