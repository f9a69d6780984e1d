package message

// action is what beianlint says as a GitHub Action.
var action = []Entry{
	{ID: "cli.usage-inputs", Message: Text{"Inputs:", "输入："}},
	{ID: "cli.usage-outputs", Message: Text{"Outputs: %[1]s", "输出：%[1]s"}},

	{ID: "cli.action-arguments", Message: Text{"action takes no arguments, it reads the inputs of the workflow: remove %[1]q", "action 不接受参数，它读取工作流的输入：请去掉 %[1]q"}},
	// input
	{ID: "cli.input-lines", Message: Text{"%[1]s takes one line, write one value", "%[1]s 只能有一行，请只写一个值"}},
	// input, its value
	{ID: "cli.outside-workspace", Message: Text{"%[1]s cannot be %[2]q, which is outside of the workspace: write a path below it", "%[1]s 的值不能是 %[2]q，它在工作区之外：请写工作区内的路径"}},
	{ID: "cli.no-such-folder", Message: Text{"%[1]s cannot be %[2]q: there is no such folder in the workspace", "%[1]s 的值不能是 %[2]q：工作区中没有这个目录"}},
	// input, its value, the link
	{ID: "cli.link", Message: Text{"%[1]s cannot be %[2]q: %[3]q is a symbolic link, name where it leads", "%[1]s 的值不能是 %[2]q：%[3]q 是符号链接，请写它指向的路径"}},
	// output
	{ID: "cli.output-lines", Message: Text{"output %[1]q would not end where it must and was not set", "输出 %[1]q 无法正确结束，没有写入"}},
	{ID: "cli.file-command", Message: Text{"cannot write to the file that %[1]s names, check the runner: %[2]s", "无法写入 %[1]s 指定的文件，请检查运行器：%[2]s"}},
}
