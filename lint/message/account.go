package message

// account says what was not followed in a mini program, so that hosts may be missing.
var account = []Entry{
	{ID: "account.calls.one", Message: Text{"%[1]d network call", "%[1]d 个网络调用"}},
	{ID: "account.calls.many", Message: Text{"%[1]d network calls", "%[1]d 个网络调用"}},
	{ID: "account.addresses.one", Message: Text{"%[1]d address", "%[1]d 个地址"}},
	{ID: "account.addresses.many", Message: Text{"%[1]d addresses", "%[1]d 个地址"}},
	{ID: "account.imports.one", Message: Text{"%[1]d import", "%[1]d 处导入"}},
	{ID: "account.imports.many", Message: Text{"%[1]d imports", "%[1]d 处导入"}},
	{ID: "account.files.one", Message: Text{"%[1]d file", "%[1]d 个文件"}},
	{ID: "account.files.many", Message: Text{"%[1]d files", "%[1]d 个文件"}},
	{ID: "account.bounds.one", Message: Text{"%[1]d piece of code that is too complex", "%[1]d 处过于复杂的代码"}},
	{ID: "account.bounds.many", Message: Text{"%[1]d pieces of code that are too complex", "%[1]d 处过于复杂的代码"}},
	{ID: "account.and", Message: Text{" and ", "和"}},
	{ID: "account.clause.one", Message: Text{"%[1]s was not followed", "有%[1]s未能追踪"}},
	{ID: "account.clause.many", Message: Text{"%[1]s were not followed", "有%[1]s未能追踪"}},

	// API
	{ID: "account.open-call", Message: Text{
		"the host that %[1]s contacts is only known at run time",
		"%[1]s 访问的域名只有在运行时才能确定",
	}},
	// API, address
	{ID: "account.unreadable-call", Message: Text{
		"no host can be read from the address “%[2]s” of %[1]s",
		"无法从 %[1]s 的地址“%[2]s”中读出域名",
	}},
	// callee
	{ID: "account.unknown-api", Message: Text{
		"which API %[1]s calls is only known at run time",
		"%[1]s 调用的接口只有在运行时才能确定",
	}},
	// endpoint
	{ID: "account.address", Message: Text{
		"“%[1]s” is handed to unknown code",
		"“%[1]s”交给了未知的代码",
	}},
	// name
	{ID: "account.import", Message: Text{
		"“%[1]s” is imported, but no such file was read",
		"导入了“%[1]s”，但没有读取到对应的文件",
	}},
	// name, reason
	{ID: "account.file", Message: Text{
		"%[1]s ships but was not read: %[2]s",
		"%[1]s 会随小程序发布，但没有读取：%[2]s",
	}},
	// bound
	{ID: "account.bound", Message: Text{
		"not analysed to the end: %[1]s",
		"没有分析完：%[1]s",
	}},
	// name
	{ID: "account.long-script", Message: Text{
		"not analysed from here to the end: %[1]s is too long",
		"从这里到文件末尾没有分析：%[1]s 过长",
	}},
}
