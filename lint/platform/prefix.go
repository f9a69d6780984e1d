package platform

import "slices"

// apiPrefixes are the global objects through which mini-program code reaches
// network APIs: a platform's own, and those of the frameworks that compile to
// several (Taro: https://docs.taro.zone, mpx: https://mpxjs.cn). The ones that
// no platform here has (tt swan qq ks jd xhs dd) belong to platforms that are
// not judged; their calls still show that a host is used.
var apiPrefixes = []string{"wx", "my", "uni", "tt", "swan", "qq", "ks", "jd", "xhs", "dd", "Taro", "mpx"}

// APIPrefixes returns the names of the global objects that hold network APIs,
// of every mini-program platform.
func APIPrefixes() []string { return slices.Clone(apiPrefixes) }

// ByPrefix returns the platforms that code behind a global object runs on,
// in the order of All; none for a platform that is not judged.
func ByPrefix(prefix string) []ID {
	var ids []ID
	for _, p := range All() {
		if slices.Contains(p.Prefixes, prefix) {
			ids = append(ids, p.ID)
		}
	}
	return ids
}
