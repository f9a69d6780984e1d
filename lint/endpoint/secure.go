package endpoint

var secured = map[string]string{"http": "https", "ws": "wss"}

// Secured returns the scheme that a platform takes in place of an insecure one.
// It returns "" for any other.
func Secured(scheme string) string { return secured[scheme] }
