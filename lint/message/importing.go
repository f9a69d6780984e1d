package message

// importing is what beianlint import says.
var importing = []Entry{
	// Why a row was skipped. domain or number, reason
	{ID: "import.not-counted", Message: Text{`“%[1]s” does not count as filed: %[2]s`, `“%[1]s”不算已备案：%[2]s`}},
	// reason
	{ID: "import.nameless", Message: Text{`a record does not count as filed: %[1]s`, `一条记录不算已备案：%[1]s`}},
	// domain
	{ID: "import.repeated", Message: Text{`“%[1]s” is in an earlier row already`, `“%[1]s”在前面的行中已出现`}},
	// domain, number of the first row
	{ID: "import.conflict", Message: Text{
		`“%[1]s” is in an earlier row with another number (%[2]s), which was used`,
		`“%[1]s”在前面的行中已出现，备案号不同（%[2]s），以前者为准`,
	}},
	// domain, the day of the other row
	{ID: "import.older", Message: Text{
		`“%[1]s” does not count: another row says otherwise, and is newer (%[2]s)`,
		`“%[1]s”不算数：另一行说法相反，且日期更新（%[2]s）`,
	}},
	// domain
	{ID: "import.contradicted", Message: Text{
		`“%[1]s” does not count as filed: another row says that it is not`,
		`“%[1]s”不算已备案：另一行写明未备案`,
	}},
	// domain, number of the list
	{ID: "import.pending", Message: Text{
		`“%[1]s” is pending here but has the number %[2]s on the filed list, which was kept`,
		`“%[1]s”在此为备案中，备案清单中已有备案号 %[2]s，保留不变`,
	}},

	// list; added, changed, unchanged, skipped
	{ID: "import.summary", Message: Text{
		`%[1]s: %[2]d added, %[3]d changed, %[4]d unchanged, %[5]d skipped`,
		`%[1]s：新增 %[2]d 条，更改 %[3]d 条，不变 %[4]d 条，跳过 %[5]d 条`,
	}},
	{ID: "import.dry-run", Message: Text{`nothing was written (--dry-run)`, `未写入任何内容（--dry-run）`}},
	// place, why
	{ID: "import.skipped", Message: Text{`skipped %[1]s: %[2]s`, `跳过 %[1]s：%[2]s`}},
	// place, why, place in the list
	{ID: "import.doubted", Message: Text{
		`skipped %[1]s: %[2]s; the filed list says it is filed (%[3]s): check that line`,
		`跳过 %[1]s：%[2]s；但备案清单把它列为已备案（%[3]s），请核对该行`,
	}},
	// line that is in the list now
	{ID: "import.added", Message: Text{`added   %[1]s`, `新增 %[1]s`}},
	{ID: "import.unchanged", Message: Text{`unchanged %[1]s`, `不变 %[1]s`}},
	// place, host
	{ID: "import.address", Message: Text{`note %[1]s: this is an address; its host “%[2]s” was used`, `注意 %[1]s：此处是网址，取其域名“%[2]s”`}},
	// place
	{ID: "import.explain-row", Message: Text{`    from %[1]s`, `    来自 %[1]s`}},
	// name of the column, text, what it became
	{ID: "import.explain-cell", Message: Text{`    read %[1]s“%[2]s”: %[3]s`, `    读取 %[1]s“%[2]s”：%[3]s`}},
	{ID: "import.changed", Message: Text{`changed %[1]s`, `更改 %[1]s`}},
	// file
	{ID: "import.no-rows", Message: Text{`%[1]s has no rows`, `%[1]s 中没有记录`}},
	{ID: "import.nothing-read", Message: Text{
		`nothing could be read: no row names a domain or a filing number; export the filings again, as .xlsx, CSV or JSON`,
		`没有读到任何内容：没有一行写有域名或备案号；请重新导出为 .xlsx、CSV 或 JSON`,
	}},
	{ID: "import.no-file", Message: Text{
		`import needs a file: the export of a console or the reply of a query`,
		`import 需要文件：控制台导出的表格，或查询工具的结果`,
	}},

	// path
	{ID: "import.not-a-file", Message: Text{`%[1]q is not a file: give the files to import`, `%[1]q 不是文件：请写要导入的文件`}},
}
