package message

// miniprogram holds what the search for mini programs says: files that cannot be
// read, and why something was left out.
var miniprogram = map[ID]Entry{
	"unreadable-file.permission": {
		Text{"no permission to read this", "没有读取权限"},
		Text{"give the user that runs beianlint the right to read it, or exclude it", "请给运行 beianlint 的用户加上读取权限，或者把它排除"},
	},
	"unreadable-file.failed": {
		Text{"this can not be read: %[1]s", "读取失败：%[1]s"},
		Text{"check the file, or exclude it if it does not ship", "请检查这个文件；如果它不会被打包，请把它排除"},
	},
	"unreadable-file.directory": {
		Text{"there is a folder named %[1]q where a file is expected", "这里应该是文件，却有一个名为 %[1]q 的目录"},
		Text{"rename the folder", "请给这个目录改名"},
	},
	"unreadable-file.link": {
		Text{"this is a link to nothing, or to a file outside of the repository, and is not followed", "这个链接没有目标，或者指向仓库之外，不会跟随"},
		Text{"put the file itself into the repository", "请把文件本身放进仓库"},
	},
	"unreadable-file.too-large": {
		Text{"the file is larger than %[1]d MiB and is not read", "文件超过 %[1]d MiB，没有读取"},
		Text{"a mini program's package is smaller than that: exclude the file", "小程序的代码包没有这么大：请把这个文件排除"},
	},
	"unreadable-file.utf16": {
		Text{"the file is %[1]s, its text is not read", "文件编码是 %[1]s，读不出其中的文字"},
		Text{"save it as UTF-8", "请另存为 UTF-8"},
	},
	"unreadable-file.binary": {
		Text{"the file holds NUL bytes: it is binary, or in an encoding that is not read", "文件里有 NUL 字节：它是二进制文件，或者编码不受支持"},
		Text{"save it as UTF-8, or exclude it if it is no source file", "请另存为 UTF-8；如果它不是源文件，请把它排除"},
	},

	"report.skip-git":                   {Message: Text{"git's own folder", "git 自己的目录"}},
	"report.skip-node-modules":          {Message: Text{"node_modules do not ship", "node_modules 不会被打包"}},
	"report.skip-tea":                   {Message: Text{"cache of the developer tool", "开发者工具的缓存"}},
	"report.skip-mini-ide":              {Message: Text{"settings of the developer tool", "开发者工具的设置"}},
	"report.skip-hidden":                {Message: Text{"hidden folder", "隐藏目录"}},
	"report.skip-git-ignored":           {Message: Text{"git ignores it, --no-ignore reads it", "被 git 忽略，可用 --no-ignore 读取"}},
	"report.skip-excluded":              {Message: Text{"excluded", "已被排除"}},
	"report.skip-cloud-functions":       {Message: Text{"runs on a server", "在服务器上运行"}},
	"report.skip-not-packed":            {Message: Text{"the project file leaves it out of the package", "项目配置不把它打包"}},
	"report.skip-build-output":          {Message: Text{"not for WeChat or Alipay, or built", "不用于微信和支付宝，或者是构建结果"}},
	"report.skip-superseded":            {Message: Text{"sources of a build that is committed and read instead", "是源码：其构建结果已提交，读的是构建结果"}},
	"report.skip-compiled":              {Message: Text{"compiled from the TypeScript beside it", "由旁边的 TypeScript 编译而来"}},
	"report.skip-test":                  {Message: Text{"tests", "测试"}},
	"report.skip-types":                 {Message: Text{"type declarations", "类型声明"}},
	"report.skip-tool":                  {Message: Text{"configures a tool", "工具的配置"}},
	"report.skip-other-platform-file":   {Message: Text{"for another platform only", "只用于其他平台"}},
	"report.skip-other-platform":        {Message: Text{"mini program for another platform than WeChat and Alipay", "不是微信或支付宝的小程序"}},
	"report.skip-platform-not-selected": {Message: Text{"mini program for another platform than the one asked for", "不是所选平台的小程序"}},
	"report.skip-link":                  {Message: Text{"link to something that is skipped or not there", "链接的目标被跳过或者不存在"}},
	"report.skip-link-outside":          {Message: Text{"link that leaves the repository or ends nowhere", "链接指向仓库之外或没有尽头"}},
	"report.skip-link-twice":            {Message: Text{"link to a part of the same mini program", "链接指向同一个小程序的内容"}},
	"report.skip-irregular":             {Message: Text{"neither a file nor a folder", "既不是文件也不是目录"}},
	"report.skip-binary":                {Message: Text{"binary", "二进制文件"}},
	"report.skip-unlisted":              {Message: Text{"folder that can not be listed", "无法列出内容的目录"}},
}
