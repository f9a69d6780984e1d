package platform

import "github.com/beianlint/beianlint/lint/message"

// sharedProject is WeChat's project file, whose name other tools took over.
var sharedProject = []string{"project.config.json"}

// What is known by its marks and not judged.
var (
	// uni-app builds it (https://uniapp.dcloud.net.cn/collocation/manifest.html).
	harmony = Platform{
		ID:    "harmony-app",
		Name:  message.Text{EN: "HarmonyOS app or service", ZH: "鸿蒙应用、元服务"},
		Names: Names{Condition: "MP-HARMONY", Manifest: "mp-harmony"},
		// https://developer.huawei.com/consumer/cn/doc/harmonyos-guides/app-configuration-file
		Project: Project{Marks: []string{"app.json5"}, Skipped: "report.skip-harmony"},
	}
	quickApp = Platform{
		ID:   "quick-app",
		Name: message.Text{EN: "quick app", ZH: "快应用"},
		// https://doc.quickapp.cn/tutorial/overview/project-structure.html
		Project: Project{Marks: []string{"app.ux"}, Skipped: "report.skip-quick-app"},
	}
	nativeApp = Platform{
		ID:   "native-app",
		Name: message.Text{EN: "native app (Android, iOS)", ZH: "原生应用（安卓、iOS）"},
		// https://developer.android.com/guide/topics/manifest/manifest-intro,
		// https://developer.apple.com/documentation/bundleresources/information-property-list
		Project: Project{Marks: []string{"AndroidManifest.xml", "Info.plist"}, Skipped: "report.skip-native-app"},
	}
)
