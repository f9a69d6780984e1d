package platform

import "slices"

// shared are the global objects of the frameworks that compile to several
// platforms (uni-app: https://uniapp.dcloud.net.cn, Taro: https://docs.taro.zone,
// mpx: https://mpxjs.cn).
var shared = []string{"uni", "Taro", "mpx"}

// APIPrefixes returns the names of the global objects that hold network APIs,
// of every mini-program platform: calls of one that is not read still show
// that a host is used.
func APIPrefixes() []string {
	return append(collect(known, func(p *Platform) []string { return []string{p.Global} }), shared...)
}

// ByPrefix returns the platforms that code behind a global object runs on,
// in the order of All; none for a platform that is not read.
func ByPrefix(prefix string) []ID {
	var ids []ID
	for _, p := range all {
		if p.Global == prefix || slices.Contains(shared, prefix) {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// PrefixOfModule returns the global object of the platform whose API a package
// exports, or "".
func PrefixOfModule(name string) string {
	for _, p := range all {
		if slices.Contains(p.Names.Modules, name) {
			return p.Global
		}
	}
	return ""
}
