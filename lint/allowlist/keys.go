package allowlist

import (
	"slices"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/platform"
)

// fold brings the spellings of a key together: requestDomain, request_domains,
// Request-Domain and requestdomain are the same.
func fold(key string) string {
	key = strings.Map(func(r rune) rune {
		if r == '_' || r == '-' || r == ' ' {
			return -1
		}
		return r
	}, strings.ToLower(key))
	return strings.TrimSuffix(key, "s")
}

// box is what a key says about the list under it.
type box struct {
	category platform.Category
	platform platform.ID // whose list it is; "" for the main platform of the mini program
	pool     bool
	single   bool // a lone string is the body of a call that adds it, not the whole list
}

// conventions are keys, folded, for the name of the API or of the console's box.
var conventions = map[string]platform.Category{
	"socketdomain":       platform.Socket,
	"uploadfiledomain":   platform.Upload,
	"downloadfiledomain": platform.Download,
	"businessdomain":     platform.WebView,
	"jumpdomain":         platform.WebView,
}

// bareBoxes are the keys of several platforms' calls, and of beianlint's own config.
// They name a list only where the object around them is one for certain.
var bareBoxes = map[string]box{
	"request":      {category: platform.Request},
	"socket":       {category: platform.Socket},
	"upload":       {category: platform.Upload},
	"uploadfile":   {category: platform.Upload},
	"download":     {category: platform.Download},
	"downloadfile": {category: platform.Download},
	"udp":          {category: platform.UDP},
	"tcp":          {category: platform.TCP},
	"webview":      {category: platform.WebView},
	"prefetch":     {category: platform.Prefetch},
}

// vocabulary is what folded keys mean in the files of a mini program for one
// platform, as far as the platforms say it.
type vocabulary struct {
	boxes     map[string]box // of keys that name a list wherever they stand
	refused   map[string]platform.ID
	sections  map[string]platform.ID // above lists of one platform
	skipped   map[string]bool        // nothing below declares
	codes     []string               // of answers
	deletes   []string               // ends of calls
	preferred []platform.Preference
	learnt    []platform.ID
}

// vocabularies are those of the platforms that were asked for.
var vocabularies sync.Map // of *vocabulary by platform.ID

// keys returns what keys mean in the files of a mini program for a platform.
func keys(main platform.ID) *vocabulary {
	known, ok := vocabularies.Load(main)
	if !ok {
		known, _ = vocabularies.LoadOrStore(main, vocabularyFor(platform.ByID(main)))
	}
	return known.(*vocabulary)
}

func vocabularyFor(main *platform.Platform) *vocabulary {
	v := &vocabulary{
		boxes: map[string]box{}, refused: map[string]platform.ID{}, sections: map[string]platform.ID{},
		skipped: map[string]bool{
			"networktimeout": true, // numbers by category (app.json, manifest.json)
			"condition":      true, // entries for debugging (project.config.json)
			"devserver":      true, // of H5 (manifest.json)
		},
		codes: platform.ErrorCodes(),
	}
	for key, category := range conventions {
		v.boxes[key] = box{category: category}
	}
	v.learn(main)
	for _, p := range platform.Known() {
		switch {
		case p.Assumed:
			v.learn(p)
		case p != main && p.Names.Manifest != "":
			v.skipped[fold(p.Names.Manifest)] = true
		}
	}
	return v
}

// learn adds the keys of one platform, once. Where several have a key, the first says
// what it means.
func (v *vocabulary) learn(p *platform.Platform) {
	if slices.Contains(v.learnt, p.ID) {
		return
	}
	v.learnt = append(v.learnt, p.ID)
	for _, k := range p.Lists.Keys {
		b := box{category: k.Category, pool: k.Pool, single: k.Single}
		if k.Own {
			b.platform = p.ID
		}
		if _, ok := v.boxes[k.Key]; !ok {
			v.boxes[k.Key] = b
		}
	}
	if p.Lists.Refused != "" {
		v.refused[p.Lists.Refused] = p.ID
	}
	if p.Lists.Delete != "" {
		v.deletes = append(v.deletes, p.Lists.Delete)
	}
	for _, section := range append([]string{string(p.ID), p.Names.Manifest}, p.Lists.Sections...) {
		v.sections[fold(section)] = p.ID
	}
	v.preferred = append(v.preferred, p.Lists.Preferred...)
}

// boxOf returns the box of a folded key where bare keys count.
func boxOf(name string, main platform.ID) (box, bool) {
	if b, ok := keys(main).boxes[name]; ok {
		return b, true
	}
	b, ok := bareBoxes[name]
	return b, ok
}

// holder says how sure it is that an object under a key holds bare boxes.
type holder uint8

const (
	notHolder   holder = iota
	maybeHolder        // if the file is a project file and the values look like domains
	sureHolder         // in any file
)

// holders say it of folded keys.
var holders = map[string]holder{
	"serverdomain": sureHolder,
	"domain":       maybeHolder, "domainlist": maybeHolder,
	"allowlist": maybeHolder, "domainallowlist": maybeHolder,
	"whitelist": maybeHolder, "domainwhitelist": maybeHolder,
}

// noMiniProgram are the parts of a uni-app manifest for other targets.
// https://uniapp.dcloud.net.cn/collocation/manifest.html
var noMiniProgram = []string{"h5", "web", "appplu", "appharmony", "quickapp"}
