package platform

import "slices"

// Files are the extensions of a platform's own source files, lower case with
// the dot. What is empty the platform does not have, or takes from elsewhere.
type Files struct {
	Markup string
	Style  string
	Script string // of the modules that markup names
	// ScriptTag is the element by which markup names a module; InlineScript: the
	// code may stand in it.
	ScriptTag    string
	InlineScript bool
}

// Names are what frameworks and tools call a platform.
type Names struct {
	Condition string // uni-app's word in #ifdef: MP-WEIXIN
	// Custom is the word that a project defines for a build of its own where uni-app has
	// none, and Base the platform that such a build is made from.
	Custom     string
	Base       ID
	Manifest   string // its section of uni-app's manifest.json: mp-weixin
	Components string // uni-app's folder of components that are written for it alone
	// Taro, Remax and Mpx are the words before the extension of files that the
	// framework takes for this platform only: weapp in request.weapp.js.
	Taro, Remax, Mpx string
	// Mpvue and Rax are the words of those frameworks, which take no files by them.
	Mpvue, Rax string
	// Variants are the ends of such files that imports leave out, in the order
	// in which they are tried.
	Variants []string
	Folders  []string // what tools call the folder that they write it to
	Modules  []string // packages that export its API
}

// conditions are uni-app's words for mini programs of platforms that have
// nothing else that is known here (https://uniapp.dcloud.net.cn/tutorial/platform.html).
var conditions = []string{"MP-360"}

// IsCondition reports whether uni-app's #ifdef knows a platform by the word.
func IsCondition(word string) bool {
	return slices.Contains(conditions, word) ||
		slices.ContainsFunc(known, func(p *Platform) bool { return word != "" && (p.Names.Condition == word || p.Names.Custom == word) })
}

// Conditions returns the words that hold in uni-app's #ifdef on the platform.
func (n *Names) Conditions() []string {
	base := ByID(n.Base)
	switch {
	case n.Custom != "" && base != nil:
		return []string{n.Custom, base.Names.Condition}
	case n.Condition != "":
		return []string{n.Condition}
	}
	return nil
}

// IsForeign reports whether a file with the extension, in lower case, is one of other
// platforms only: neither of those given nor of one that is assumed.
func IsForeign(extension string, platforms []ID) bool {
	foreign := false
	for _, p := range known {
		f := &p.Files
		switch {
		case extension == "" || extension != f.Markup && extension != f.Style && extension != f.Script:
		case p.Assumed || slices.Contains(platforms, p.ID):
			return false
		default:
			foreign = true
		}
	}
	return foreign
}

// MarkupExtensions returns the extensions of the platforms' markup.
func MarkupExtensions() []string {
	return collect(all, func(p *Platform) []string { return []string{p.Files.Markup} })
}

// StyleExtensions returns the extensions of the platforms' styles.
func StyleExtensions() []string {
	return collect(all, func(p *Platform) []string { return []string{p.Files.Style} })
}

// ScriptExtensions returns the extensions of the modules that the
// platforms' markup names.
func ScriptExtensions() []string {
	return collect(all, func(p *Platform) []string { return []string{p.Files.Script} })
}

// ScriptTags returns the elements by which the platforms' markup names a
// module.
func ScriptTags() []string {
	return collect(all, func(p *Platform) []string { return []string{p.Files.ScriptTag} })
}

// InlineScriptTags returns those of ScriptTags that may hold the code itself.
func InlineScriptTags() []string {
	return collect(all, func(p *Platform) []string {
		if !p.Files.InlineScript {
			return nil
		}
		return []string{p.Files.ScriptTag}
	})
}

// ManifestSections returns the sections of uni-app's manifest.json that all known
// platforms have.
func ManifestSections() []string {
	return collect(known, func(p *Platform) []string { return []string{p.Names.Manifest} })
}

// Variants returns the ends of files that are for one of the platforms that are read.
func Variants() []string {
	return collect(all, func(p *Platform) []string { return p.Names.Variants })
}

// collect returns what the platforms say, in their order, each word once.
func collect(platforms []*Platform, say func(*Platform) []string) []string {
	var words []string
	for _, p := range platforms {
		for _, word := range say(p) {
			if word != "" && !slices.Contains(words, word) {
				words = append(words, word)
			}
		}
	}
	return words
}
