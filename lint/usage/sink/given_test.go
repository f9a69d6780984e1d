package sink

import "testing"

// TestPicturesGivenToPackages has addresses in what a package is given whose code is not there:
// one that its name and its ending call a picture is no base URL.
func TestPicturesGivenToPackages(t *testing.T) {
	const found = "unknown a.example.com?"
	tests := []struct{ src, want string }{
		{"import Store from 'stores'; Page(new Store({}).register({ data: { list: [{ icon: 'https://a.example.com/b.png' }] } }))", ""},
		{"import Store from 'stores'; Page(new Store({}).register({ data: { list: [{ icon: 'https://a.example.com/b' }] } }))", found},
		{"import track from 'track'; track.request('https://a.example.com/b.gif')", found},
	}
	for _, tt := range tests {
		t.Run(tt.src, func(t *testing.T) {
			if got := contacts("-- app.json --\n{}\n-- app.js --\n" + tt.src); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
