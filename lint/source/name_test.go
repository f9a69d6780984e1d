package source

import "testing"

func TestRelative(t *testing.T) {
	tests := []struct {
		name, folder, want string
		within             bool
	}{
		{"a/b.js", "a", "b.js", true},
		{"a", "a", ".", true},
		{"a/b.js", ".", "a/b.js", true},
		{".", ".", ".", true},
		{"a/b.js", "", "a/b.js", false}, // "" is no folder, but cleans to the root
		{"ab/c.js", "a", "../ab/c.js", false},
		{"a", "a/b", "..", false},
		{"a/c.js", "a/b/d/", "../../c.js", false},
	}
	for _, tt := range tests {
		if got := Relative(tt.name, tt.folder); got != tt.want {
			t.Errorf("Relative(%q, %q) = %q, want %q", tt.name, tt.folder, got, tt.want)
		}
		if got := Within(tt.name, tt.folder); got != tt.within {
			t.Errorf("Within(%q, %q) = %v, want %v", tt.name, tt.folder, got, tt.within)
		}
	}
}
