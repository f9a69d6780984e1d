package endpoint

// MayBeWide is true of all names where a filter of them would be loaded from the net for
// lists that are not long.
func MayBeWide([]byte, int) bool { return true }
