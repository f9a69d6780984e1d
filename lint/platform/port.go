package platform

import "strings"

// portSchemes are the schemes under which clients that were ported to mini programs
// take the address of a socket, and the scheme that is meant
// (https://www.npmjs.com/package/mqtt: WeChat and Ali Mini Program).
var portSchemes = [...]struct{ scheme, stands string }{{"wxs://", "wss://"}, {"wx://", "ws://"}, {"alis://", "wss://"}, {"ali://", "ws://"}}

// PortedURL returns the URL that one with the scheme of a ported client stands for;
// false for any other text.
func PortedURL(text string) (string, bool) {
	for _, s := range portSchemes {
		if rest, ok := strings.CutPrefix(text, s.scheme); ok {
			return s.stands + rest, true
		}
	}
	return "", false
}

// CallByName is the method of some objects that calls the API which its first
// argument names, on the platform's object
// (https://docs.antom.com/ac/integration-guide/ios_use_custom_jsapi,
// https://docs.antom.com/ac/3rdpartryqrcode/standard_4).
const CallByName = "call"

// CalledByName returns the platform's object whose APIs an object calls by name.
func CalledByName(object string) (prefix string, ok bool) {
	if object == "my" || object == "AlipayJSBridge" {
		return "my", true
	}
	return "", false
}
