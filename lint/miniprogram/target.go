package miniprogram

import (
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// findTargets finds the platforms that a framework's project is built for, and the names
// of the files that say so; where nothing does, those that the framework is assumed to
// build for.
func findTargets(files *jsonFiles, dr *draft) {
	fw := dr.framework
	b := building{fw: fw, found: map[platform.ID]bool{}}
	if len(fw.only) == 0 {
		b.scripts(packageOf(files, dr, packageFile))
	}
	var said []string
	if len(b.found) > 0 {
		said = append(said, packageFile)
	}
	if fw.config != "" && b.targets(packageOf(files, dr, fw.config)) {
		said, b.unknown = append(said, fw.config), false
	}
	open := b.unknown || len(b.found) == 0
	for _, f := range dr.sources {
		if dr.Framework == UniApp && b.sections(files.json(f, uniManifest).root()) {
			said = append(said, uniManifest)
			break
		}
	}
	for _, p := range platform.All() {
		if b.found[p.ID] || open && slices.Contains(fw.targets(), p.ID) {
			dr.Platforms = append(dr.Platforms, p.ID)
		}
	}
	dr.Decided = len(said) > 0 && !b.unknown
	if !slices.Equal(dr.Platforms, fw.targets()) {
		dr.Evidence = strings.Join(said, ", ")
	}
}

// packageOf returns a file of the package that the sources are built by.
func packageOf(files *jsonFiles, dr *draft, base string) jsonc.Node {
	for _, f := range dr.sources {
		for ; f != nil; f = f.up {
			if f.marks&markPackage != 0 {
				return files.json(f, base).root()
			}
		}
	}
	return jsonc.Node{}
}

// building is what a project says of what it is built for.
type building struct {
	fw      *framework
	custom  jsonc.Node // builds that the project defines: "uni-app".scripts
	found   map[platform.ID]bool
	unknown bool // some script builds, and does not say for what
}

// templateKeys are what the sections of a new project's manifest.json have
// (https://uniapp.dcloud.net.cn/collocation/manifest.html): they say nothing of what a
// project is built for.
var templateKeys = []string{"usingComponents", "setting", "uniStatistics"}

// sections notes the platforms for which manifest.json says more than that of a new
// project: at least an appid. It reports whether there are any.
func (b *building) sections(manifest jsonc.Node) (some bool) {
	for _, p := range platform.All() {
		if p.Names.Manifest == "" {
			continue
		}
		manifest.Get(p.Names.Manifest).Each(func(key, value jsonc.Node) bool {
			if !slices.Contains(templateKeys, key.String()) && (key.String() != "appid" || value.String() != "") {
				b.found[p.ID], some = true, true
			}
			return true
		})
	}
	return some
}

// targets notes the platforms that a configuration of the build names, at its top or as
// an option of a plugin. It reports whether there are any.
func (b *building) targets(config jsonc.Node) (some bool) {
	note := func(options jsonc.Node) {
		options.Get("targets").Each(func(_, target jsonc.Node) bool {
			some = b.build(target.String()) || some
			return true
		})
	}
	note(config)
	config.Get("plugins").Each(func(_, plugin jsonc.Node) bool {
		plugin.Each(func(_, part jsonc.Node) bool {
			note(part)
			return true
		})
		return true
	})
	return some
}

// scripts reads the scripts of package.json.
func (b *building) scripts(pkg jsonc.Node) {
	b.custom = pkg.At("uni-app", "scripts")
	pkg.Get("scripts").Each(func(name, command jsonc.Node) bool {
		b.script(name.String(), command.String())
		return true
	})
}

// buildScripts begin the names of scripts that build a project.
var buildScripts = []string{"build", "dev", "watch", "serve", "start"}

// script reads one script. Where neither its name nor an option names a target, and what
// it runs is not known, it may build for any platform.
func (b *building) script(name, command string) {
	parts := strings.Split(name, ":")
	words := strings.FieldsFunc(command, func(r rune) bool { return strings.ContainsRune(" \t\n=\"'", r) })
	told := false
	for _, word := range parts[1:] {
		told = b.build(word) || told
	}
	for i, word := range words[:max(len(words)-1, 0)] {
		if slices.Contains(b.fw.options, word) {
			told = true
			for _, target := range strings.Split(words[i+1], ",") {
				b.build(target)
			}
		}
	}
	switch {
	case told || refers(words):
	case slices.Contains(words, b.fw.tool):
		if b.fw.byDefault {
			b.build(b.fw.word(platform.Default()))
		}
	case slices.Contains(buildScripts, parts[0]):
		b.unknown = true
	}
}

// refers reports whether a command only runs other scripts.
func refers(words []string) bool {
	return slices.Contains(words, "run") || len(words) > 0 && (words[0] == "yarn" || words[0] == "npm-run-all" || words[0] == "run-p" || words[0] == "run-s")
}

// build notes the platform that a word stands for: the framework's word, that of our flags,
// or the name of a build that the project defines; false without one.
func (b *building) build(word string) bool {
	for _, p := range platform.All() {
		if word != "" && (b.fw.word(p) == word || string(p.ID) == word || p.Names.Custom != "" && b.custom.At(word, "define", p.Names.Custom).Bool()) {
			b.found[p.ID] = true
			return true
		}
	}
	return false
}

// Word is what the framework's tool, and the sources, call a platform; "" where it has
// no word for it.
func (f Framework) Word(p *platform.Platform) string {
	if fw := frameworkNamed(f); fw != nil {
		return fw.word(p)
	}
	return ""
}

// OtherWords are the framework's words for targets that are no mini programs.
func (f Framework) OtherWords() []string {
	if fw := frameworkNamed(f); fw != nil {
		return fw.other
	}
	return nil
}

// For returns the mini program as it is built for some of its platforms only.
func (p *Project) For(platforms []platform.ID) *Project {
	built := *p
	built.Platforms, built.Decided = platforms, p.Decided || len(platforms) == 1
	if fw := frameworkNamed(p.Framework); fw != nil {
		built.Files = slices.DeleteFunc(slices.Clone(p.Files), func(f *File) bool {
			top, _, below := strings.Cut(p.inSources(f), "/")
			return fw.isOtherWord(innerWord(path.Base(f.Path)), &built) || below && fw.isOutput(top, &built)
		})
	}
	return &built
}

// inSources is the path of a file below the sources.
func (p *Project) inSources(f *File) string {
	for _, root := range p.Sources {
		if rel, ok := source.Under(f.Name, root); ok {
			return rel
		}
	}
	return f.Path
}

// Variant returns the platform that the framework takes a file for alone, by the word
// before its extension or the folder that it lies in; nil if there is none.
func (p *Project) Variant(f *File) *platform.Platform {
	fw := frameworkNamed(p.Framework)
	top, below, _ := strings.Cut(p.inSources(f), "/")
	if name, _, within := strings.Cut(below, "/"); within && top == "platforms" {
		top = name // pages of uni-app
	}
	for _, other := range platform.All() {
		switch {
		case fw == nil:
		case fw.suffix != nil && innerWord(path.Base(f.Path)) == fw.suffix(other.Names) && fw.suffix(other.Names) != "",
			fw.folder != nil && top != "" && (top == fw.folder(other.Names) || top == fw.word(other)):
			return other
		}
	}
	return nil
}
