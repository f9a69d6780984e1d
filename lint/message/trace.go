package message

// trace says why a host that stands in a file is not contacted.
var trace = map[ID]Entry{
	"trace.dead-file": {
		Message: Text{EN: "not contacted: nothing loads this file", ZH: "不会访问：没有任何页面或脚本加载这个文件"},
	},
	"trace.other-platform": {
		Message: Text{EN: "not contacted: this branch is for another platform", ZH: "不会访问：这段代码只用于其他平台"},
	},
	"trace.comment": {
		Message: Text{EN: "not contacted: in a comment", ZH: "不会访问：在注释里"},
	},
	"trace.shown": {
		Message: Text{EN: "not contacted: only shown or compared", ZH: "不会访问：只用于显示或比较"},
	},
	"trace.unread": {
		Message: Text{EN: "not contacted: nothing that sends reads it", ZH: "不会访问：没有发送请求的代码读取它"},
	},
	"trace.literal": {
		Message: Text{EN: "“%[1]s” stands here", ZH: "“%[1]s”写在这里"},
	},
	"trace.then": {
		Message: Text{EN: "then: ", ZH: "然后："},
	},
	"trace.step": {
		Message: Text{EN: "through %[1]s", ZH: "经过 %[1]s"},
	},
	"trace.call": {
		Message: Text{EN: "contacted by %[1]s (%[2]s)", ZH: "由 %[1]s 访问（%[2]s）"},
	},
	"trace.base": {
		Message: Text{EN: "a base URL that no call was seen to use: enforced, because it may be", ZH: "未见调用使用的基础地址：可能会被访问，因此要求备案"},
	},
	"trace.media": {
		Message: Text{EN: "media only (%[1]s): no platform list, so not enforced", ZH: "仅媒体资源（%[1]s）：平台没有对应的域名列表，因此不要求备案"},
	},
	"trace.declared": {
		Message: Text{EN: "declared here (%[1]s)", ZH: "在这里声明（%[1]s）"},
	},
	"trace.nowhere-near": {
		Message: Text{EN: "“%[1]s” stands in no file of a mini program here, did you mean %[2]s?", ZH: "这里的小程序文件中没有“%[1]s”，是不是要写 %[2]s？"},
	},
	"trace.nowhere": {
		Message: Text{EN: "“%[1]s” stands in no file of a mini program here", ZH: "这里的小程序文件中没有“%[1]s”"},
		Help:    Text{EN: "give the host as beianlint hosts prints it", ZH: "请按 beianlint hosts 打印的形式给出域名"},
	},
}
