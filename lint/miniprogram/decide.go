package miniprogram

import (
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/platform"
)

// otherPlatform stands for a platform that beianlint does not judge.
const otherPlatform platform.ID = "other"

// nativeFiles tell platforms apart: markup, then styles, then scripts that only one
// has (facts 4.3, 8). What comes later is weaker: tools take WeChat's scripts for
// other platforms as well.
var nativeFiles = [...][]struct {
	ext      string
	platform platform.ID
}{
	{
		{".wxml", platform.WeChat}, {".axml", platform.Alipay},
		{".ttml", otherPlatform}, {".swan", otherPlatform}, {".qml", otherPlatform}, {".ksml", otherPlatform},
		{".jxml", otherPlatform}, {".xhsml", otherPlatform},
	},
	{
		{".wxss", platform.WeChat}, {".acss", platform.Alipay},
		{".ttss", otherPlatform}, {".qss", otherPlatform}, {".jxss", otherPlatform},
	},
	{{".wxs", platform.WeChat}, {".sjs", platform.Alipay}},
}

// otherAppIDs begin the appids of other platforms that have a project.config.json.
var otherAppIDs = []string{"tt", "ks"} // Douyin, Kuaishou

// settle decides which platforms a mini program is for and completes it. It returns
// false for one that is not ours.
func (d *discovery) settle(dr *draft) bool {
	if len(dr.Platforms) == 0 {
		if dr.Platforms = d.platforms(dr); dr.Platforms == nil {
			d.notes.skip(dr.Root, skipPlatform)
			return false
		}
	}
	if dr.AppID == "" {
		dr.AppID = d.appID(dr)
	}
	for _, f := range dr.sources {
		dr.Sources = append(dr.Sources, f.name)
	}
	d.markServerFolders(dr)
	if dr.packed && len(dr.sources) > 0 {
		dr.pack.addWeChat(dr.project[platform.WeChat].Get("packOptions"), dr.sources[0].name)
		dr.pack.addAlipay(dr.project[platform.Alipay], dr.root.name)
	}
	return true
}

// platforms returns the platforms of a mini program, the main one first; nil when it
// is for none of ours.
func (d *discovery) platforms(dr *draft) []platform.ID {
	_, weChat := dr.project[platform.WeChat]
	_, alipay := dr.project[platform.Alipay]
	if dr.framework != nil {
		ids := slices.Clone(dr.framework.platforms)
		if alipay && !weChat && len(ids) > 1 {
			slices.Reverse(ids)
		}
		return ids
	}
	switch id := d.nativePlatform(dr); {
	case id == otherPlatform:
		return nil
	case id != "":
		return []platform.ID{id}
	case alipay && !weChat:
		return []platform.ID{platform.Alipay}
	case weChat && !alipay && d.hasOtherAppID(dr):
		return nil
	}
	return []platform.ID{platform.WeChat}
}

// nativePlatform tells the platform by the sources: first by what stands beside
// app.json, then by what there is more of. A project file is no proof: other
// platforms use WeChat's name, and Alipay projects hold one by accident (facts 4.3).
func (d *discovery) nativePlatform(dr *draft) platform.ID {
	counts := make([]map[platform.ID]int, len(nativeFiles))
	for i := range counts {
		counts[i] = map[platform.ID]int{}
	}
	for _, source := range dr.sources {
		weChat, alipay := source.has("app.wxss"), source.has("app.acss")
		switch {
		case weChat && !alipay:
			return platform.WeChat
		case alipay && !weChat:
			return platform.Alipay
		}
		d.countNative(source, counts)
	}
	for _, count := range counts {
		switch weChat, alipay := count[platform.WeChat], count[platform.Alipay]; {
		case weChat > alipay:
			return platform.WeChat
		case alipay > weChat:
			return platform.Alipay
		case weChat == 0 && count[otherPlatform] > 0:
			return otherPlatform
		}
	}
	return ""
}

// countNative counts the files of the sources that only one platform has. Files of
// other mini programs below count for those.
func (d *discovery) countNative(source *folder, counts []map[platform.ID]int) {
	source.each(func(f *folder) bool {
		if f != source && (d.apps[f] != nil || d.rooted[f] != nil) {
			return false
		}
		for _, e := range f.entries {
			ext := strings.ToLower(path.Ext(e.name))
			for i, files := range nativeFiles {
				for _, file := range files {
					if file.ext == ext && e.folder == nil {
						counts[i][file.platform]++
					}
				}
			}
		}
		return true
	})
}

func (d *discovery) hasOtherAppID(dr *draft) bool {
	id := dr.project[platform.WeChat].Get("appid").String()
	for _, prefix := range otherAppIDs {
		if strings.HasPrefix(id, prefix) {
			return true
		}
	}
	return false
}

// appID returns the appid that a project file or uni-app's manifest gives for the
// main platform.
func (d *discovery) appID(dr *draft) string {
	main := dr.Platforms[0]
	if id := dr.project[main].Get("appid").String(); id != "" {
		return id
	}
	section := "mp-weixin"
	if main == platform.Alipay {
		section = "mp-alipay"
	}
	for _, f := range dr.sources {
		if manifest := d.configs[join(f.name, uniManifest)]; manifest != nil {
			return manifest.root().At(section, "appid").String()
		}
	}
	return ""
}

// markServerFolders takes out the folders whose code runs on a server.
func (d *discovery) markServerFolders(dr *draft) {
	var folders []*folder
	dr.eachProject(func(_ platform.ID, project jsonc.Node) {
		if dr.Plugin {
			return // the keys are relative to the folder above
		}
		for _, key := range cloudKeys {
			folders = append(folders, d.under(dr.root, project.Get(key).String()))
		}
	})
	for _, top := range append([]*folder{dr.root}, dr.sources...) {
		for _, name := range cloudFolders {
			folders = append(folders, top.child(name))
		}
	}
	for _, f := range folders {
		if f != nil && !dr.shipsFrom(f) {
			dr.out[f] = skipCloud
		}
	}
}

// shipsFrom reports whether a folder is, or holds, sources of the mini program.
func (dr *draft) shipsFrom(f *folder) bool {
	return slices.ContainsFunc(dr.sources, func(s *folder) bool { return s.isWithin(f) })
}
