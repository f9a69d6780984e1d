package finding

import "testing"

func TestMilder(t *testing.T) {
	for _, c := range []struct{ a, b, want Severity }{
		{Error, Warning, Warning}, {Notice, Warning, Notice}, {Off, Warning, Off}, {Error, Off, Off},
	} {
		if got := Milder(c.a, c.b); got != c.want {
			t.Errorf("Milder(%s, %s) = %s, want %s", c.a, c.b, got, c.want)
		}
	}
}
