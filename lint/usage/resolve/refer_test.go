package resolve

import "testing"

// TestAlsoUsed: what is above what is above something has no more fates than that.
func TestAlsoUsed(t *testing.T) {
	once := alsoUsed(had, used(touched))
	if twice := alsoUsed(had, once); len(once) != 2 || len(twice) != 2 {
		t.Errorf("%d fates, then %d, want 2", len(once), len(twice))
	}
	if len(used(touched)) != 1 {
		t.Error("a shared list grew")
	}
}
