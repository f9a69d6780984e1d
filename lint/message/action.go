package message

// action is what beianlint says as a GitHub Action.
var action = []Entry{
	{ID: "cli.usage-inputs", Message: Text{"Inputs:", "输入："}},
	{ID: "cli.usage-outputs", Message: Text{"Outputs: %[1]s", "输出：%[1]s"}},

	{ID: "cli.action-arguments", Message: Text{"action takes no arguments, it reads the inputs of the workflow: remove %[1]q", "action 不接受参数，它读取工作流的输入：请去掉 %[1]q"}},
	// input
	{ID: "cli.input-lines", Message: Text{"%[1]s takes one line, write a single value", "%[1]s 只能有一行，请只写一个值"}},
	// input, its value
	{ID: "cli.outside-workspace", Message: Text{"%[1]s cannot be %[2]q, which is outside the workspace: write a path below it", "%[1]s 的值不能是 %[2]q，它在工作区之外：请写工作区内的路径"}},
	{ID: "cli.no-such-folder", Message: Text{"%[1]s cannot be %[2]q: there is no such folder in the workspace", "%[1]s 的值不能是 %[2]q：工作区中没有这个目录"}},
	// input, its value, the link
	{ID: "cli.link", Message: Text{"%[1]s cannot be %[2]q: %[3]q is a symbolic link, name what it points to", "%[1]s 的值不能是 %[2]q：%[3]q 是符号链接，请写它指向的路径"}},
	// output
	{ID: "cli.output-lines", Message: Text{"cannot set the output %[1]q, its value has a line break or a delimiter of the runner: rename the file or folder it comes from", "无法设置输出 %[1]q：它的值含有换行或运行器的分隔符，请给对应的文件或目录改名"}},
	{ID: "cli.file-command", Message: Text{"cannot write to the file that %[1]s names, check the runner: %[2]s", "无法写入 %[1]s 指定的文件，请检查运行器：%[2]s"}},
}
