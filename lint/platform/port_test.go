package platform

import "testing"

func TestPortedURL(t *testing.T) {
	for text, want := range map[string]string{
		"wxs://a.example.com/mqtt": "wss://a.example.com/mqtt", "wx://a.example.com": "ws://a.example.com",
		"alis://a.example.com": "wss://a.example.com", "ali://a.example.com": "ws://a.example.com", "wss://a.example.com": "", "": "",
	} {
		if got, ok := PortedURL(text); got != want || ok != (want != "") {
			t.Errorf("PortedURL(%q) = %q, %v", text, got, ok)
		}
	}
}

func TestCalledByName(t *testing.T) {
	for object, want := range map[string]string{"my": "my", "AlipayJSBridge": "my", "wx": ""} {
		if got, ok := CalledByName(object); got != want || ok != (want != "") {
			t.Errorf("CalledByName(%q) = %q, %v", object, got, ok)
		}
	}
}
