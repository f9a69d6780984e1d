package message

var allowlist = []Entry{
	{ID: "broken-file.domain-list",
		Message: Text{EN: "the value of %[1]q cannot be read as a list of domains", ZH: "%[1]q 的值不是域名数组"},
		Help: Text{
			EN: `write an array of strings: %[1]q: ["https://api.example.com"]`,
			ZH: `请写成字符串数组：%[1]q: ["https://api.example.com"]`,
		},
	},
	{ID: "broken-file.no-domain-list",
		Message: Text{EN: "this file has no domains in a known shape", ZH: "此文件中没有可识别的合法域名"},
		Help: Text{
			EN: `write the boxes of the console, {"request": ["https://api.example.com"]}, or save a reply of the platform's API as it is`,
			ZH: `请按后台的配置项填写，例如 {"request": ["https://api.example.com"]}，或原样保存平台接口的返回内容`,
		},
	},
	{ID: "broken-file.hidden-list",
		Message: Text{EN: "this %[1]q does not count: the same key comes again later in this object, so its domains would be missed", ZH: "这个 %[1]q 不生效：同一对象中后面还有相同的键，其中的域名会被漏检"},
		Help:    Text{EN: "put the domains under one %[1]q", ZH: "请把域名合并到同一个 %[1]q 下"},
	},
	{ID: "broken-file.hidden-by",
		Message: Text{EN: "this %[1]q counts", ZH: "生效的是这个 %[1]q"},
	},
	{ID: "config.allowlist-box",
		Message: Text{EN: "the allowlist has no box %[1]q", ZH: "allowlist 中没有 %[1]q 这一项"},
		Help: Text{
			EN: "use request, socket, upload, download, udp, tcp, webview or prefetch",
			ZH: "可用的键为 request、socket、upload、download、udp、tcp、webview、prefetch",
		},
	},
	{ID: "config.allowlist-list",
		Message: Text{EN: "the value of %[1]q cannot be read as a list of domains", ZH: "%[1]q 的值不是域名数组"},
		Help: Text{
			EN: `write an array of strings: %[1]q: ["https://api.example.com"]`,
			ZH: `请写成字符串数组：%[1]q: ["https://api.example.com"]`,
		},
	},
}
