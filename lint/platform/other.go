package platform

import "github.com/beianlint/beianlint/lint/message"

// sharedProject is WeChat's project file, whose name other tools took over.
var sharedProject = []string{"project.config.json"}

// harmonyService is known by its marks and not judged: what is for it is left out
// (https://uniapp.dcloud.net.cn/collocation/manifest.html).
var harmonyService = Platform{
	ID:    "harmony-service",
	Name:  message.Text{EN: "HarmonyOS service", ZH: "鸿蒙元服务"},
	Names: Names{Condition: "MP-HARMONY", Manifest: "mp-harmony"},
}
