package message

// since is what there is to say about --since.
var since = []Entry{
	// revision
	{ID: "since.ref-flag", Message: Text{"--since cannot be %[1]q, name a branch, tag or commit: origin/main", "--since 的值不能是 %[1]q，请写分支、标签或提交，例如 origin/main"}},
	{ID: "since.ref-unknown", Message: Text{"git knows no revision %[1]q here, check its name or fetch it", "git 在这里找不到版本 %[1]q，请检查名称，或先 git fetch"}},
	{ID: "since.ref-shallow", Message: Text{"git knows no revision %[1]q in this shallow clone, fetch the whole history (actions/checkout: fetch-depth: 0) or check the name", "这是浅克隆，git 找不到版本 %[1]q：请获取完整历史（actions/checkout 中写 fetch-depth: 0），或检查名称"}},
	// revision, the near one
	{ID: "since.ref-near", Message: Text{"git knows no revision %[1]q here, did you mean %[2]s?", "git 在这里找不到版本 %[1]q，是不是要写 %[2]s？"}},
	// revision
	{ID: "since.shallow", Message: Text{"this shallow clone does not reach back to where the branch left %[1]q, fetch the whole history (actions/checkout: fetch-depth: 0)", "浅克隆中没有与 %[1]q 的共同历史，请获取完整历史（actions/checkout 中写 fetch-depth: 0）"}},
	{ID: "since.unrelated", Message: Text{"the current commit and %[1]q have no history in common, name the revision that the branch started from", "当前提交与 %[1]q 没有共同历史，请写分支起点所在的版本"}},
	{ID: "since.no-git", Message: Text{"--since needs git, which is not on the PATH: install it or leave --since out", "--since 需要 git，但 PATH 中没有：请安装 git，或去掉 --since"}},
	// folder
	{ID: "since.no-repository", Message: Text{"--since needs a git repository, and %[1]q is not in one: leave --since out", "--since 需要 git 仓库，而 %[1]q 不在任何仓库中：请去掉 --since"}},
	{ID: "since.owner", Message: Text{"git does not trust %[1]q because another user owns it, run: git config --global --add safe.directory %[1]q", "%[1]q 属于其他用户，git 不信任它，请运行：git config --global --add safe.directory %[1]q"}},
	// revision
	{ID: "since.partial", Message: Text{"this partial clone lacks files of %[1]q, fetch them first: git diff --stat %[1]q", "部分克隆中缺少 %[1]q 的文件，请先获取：git diff --stat %[1]q"}},
	// what git said
	{ID: "since.failed", Message: Text{"git cannot tell what changed: %[1]s", "git 无法给出改动：%[1]s"}},
	// file, revision
	{ID: "since.cause", Message: Text{"%[1]s changed since %[2]s, which can affect any finding: all are shown", "%[1]s 在 %[2]s 之后有改动，可能影响任何问题，因此全部显示"}},
}
