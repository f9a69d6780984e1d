package message

// groups say of several hosts what another sentence says of one: "…-hosts" of that
// sentence, "….hosts" of all of a rule. The first arguments are the number of hosts
// with its unit, that of places, and what the hosts have in common (the domain that
// a filing is made for, a box); then come those of the sentence about the first
// host. What to do is said as for one host unless there is a help here.
var groups = []Entry{
	// host, domain to file
	{ID: "unfiled-domain.hosts", Message: Text{
		`%[3]s is not on the filed list: %[1]s, %[2]s`,
		`%[3]s 不在备案清单中：%[1]s，%[2]s`,
	}},
	// host, domain to file, meant host, its line
	{ID: "unfiled-domain.near-hosts", Message: Text{
		`%[3]s is not on the filed list (%[1]s, %[2]s); did you mean the domain on line %[7]d?`,
		`%[3]s 不在备案清单中（%[1]s，%[2]s）；是不是第 %[7]d 行的域名？`,
	}},
	// host, domain to file, the listed host beside it, its line
	{ID: "unfiled-domain.beside-hosts", Message: Text{
		`line %[7]d of the filed list covers %[6]s and its sub-domains, not all of %[3]s: %[1]s, %[2]s`,
		`备案清单第 %[7]d 行只覆盖 %[6]s 及其子域名，没有覆盖整个 %[3]s：%[1]s，%[2]s`,
	}},
	// host, domain to file, vendor's domain, vendor
	{ID: "unfiled-domain.vendor-hosts", Message: Text{
		`%[3]s is not on the filed list; it belongs to %[7]s: %[1]s, %[2]s`,
		`%[3]s 不在备案清单中，它属于%[7]s：%[1]s，%[2]s`,
	}},
	// host, domain to file, why the record of the list does not count
	{ID: "unfiled-domain.not-counted-hosts", Message: Text{
		`%[3]s is on the filed list, but %[6]s: %[1]s, %[2]s`,
		`%[3]s 虽在备案清单中，但%[6]s：%[1]s，%[2]s`,
	}},
	// host, domain to file, platform
	{ID: "unfiled-domain.refused-hosts", Message: Text{
		`%[6]s refused hosts of %[3]s: it found no ICP filing for them (no_icp_domain): %[1]s, %[2]s`,
		`%[6]s拒绝了 %[3]s 的域名：平台认定没有 ICP 备案（no_icp_domain）：%[1]s，%[2]s`,
	}},

	// host, domain of the filing, since when
	{ID: "pending-filing.pending-hosts", Message: Text{
		`%[3]s has only a pending filing%[6]s: %[1]s, %[2]s`,
		`%[3]s 的备案仍在办理中%[6]s：%[1]s，%[2]s`,
	}},
	// host, domain of the filing, vendor
	{ID: "pending-filing.vendor-hosts", Message: Text{
		`%[3]s is listed as pending, but belongs to %[6]s: %[1]s, %[2]s`,
		`%[3]s 在备案清单中写为 pending，但它属于%[6]s：%[1]s，%[2]s`,
	}},
	// host, domain of the filing, day, since when
	{ID: "pending-filing.grace-hosts", Message: Text{
		`%[3]s has only a pending filing%[7]s, tolerated until %[6]s: %[1]s, %[2]s`,
		`%[3]s 的备案仍在办理中%[7]s，放行至 %[6]s：%[1]s，%[2]s`,
	}},
	{ID: "pending-filing.overdue-hosts", Message: Text{
		`%[3]s has only a pending filing%[7]s, which was tolerated until %[6]s: %[1]s, %[2]s`,
		`%[3]s 的备案仍在办理中%[7]s，放行期已于 %[6]s 结束：%[1]s，%[2]s`,
	}},
	// host, domain of the filing, last day, days left
	{ID: "pending-filing.ending-hosts", Message: Text{
		`the filing of %[3]s ends on %[6]s (days left: %[7]d): %[1]s, %[2]s`,
		`%[3]s 的备案将于 %[6]s 失效，还剩 %[7]d 天：%[1]s，%[2]s`,
	}},
	{ID: "pending-filing.ended-hosts", Message: Text{
		`the filing of %[3]s ended on %[6]s: %[1]s, %[2]s`,
		`%[3]s 的备案已于 %[6]s 失效：%[1]s，%[2]s`,
	}},

	{ID: "revoked-filing.hosts", Message: Text{
		`the filing of %[3]s was revoked: %[1]s, %[2]s`,
		`%[3]s 的备案已被注销：%[1]s，%[2]s`,
	}},
	// host, domain of the filing, its entity, the entities allowed
	{ID: "entity-mismatch.other-hosts", Message: Text{
		`%[3]s was filed by “%[6]s”; this mini program may use domains of %[7]s: %[1]s, %[2]s`,
		`%[3]s 由“%[6]s”备案；该小程序只能使用 %[7]s 的域名：%[1]s，%[2]s`,
	}},
	{ID: "entity-mismatch.unknown-hosts", Message: Text{
		`the filed list does not say who filed %[3]s; this mini program may use domains of %[7]s: %[1]s, %[2]s`,
		`备案清单没有写明 %[3]s 由谁备案；该小程序只能使用 %[7]s 的域名：%[1]s，%[2]s`,
	}},
	{ID: "media-domain.hosts", Message: Text{
		`pictures, styles or players contact %[3]s, which no filing covers: %[1]s, %[2]s`,
		`图片、样式或播放器访问的 %[3]s 没有备案：%[1]s，%[2]s`,
	}},
	// host, suffix
	{ID: "unapproved-suffix.hosts", Message: Text{
		`%[3]s may not be possible to file: %[5]s is not on the known list of suffixes approved by MIIT: %[1]s, %[2]s`,
		`%[3]s 可能无法备案：%[5]s 不在已知的工信部批复域名后缀之列：%[1]s，%[2]s`,
	}},
	// endpoint as written, scheme to use
	{ID: "insecure-scheme.hosts", Message: Text{
		`hosts of %[3]s are contacted without encryption, which the platform does not accept: %[1]s, %[2]s`,
		`以未加密的方式访问 %[3]s 的域名，平台不接受：%[1]s，%[2]s`,
	}},
	// endpoint, title of the box, entry to add, platform
	{ID: "undeclared-domain.missing-hosts",
		Message: Text{
			`hosts that are contacted are missing from %[5]s; %[7]s blocks them on users' phones: %[1]s, %[2]s`,
			`%[5]s中缺少代码访问的域名，%[7]s会在用户手机上拦截：%[1]s，%[2]s`,
		},
		Help: Text{
			`add them to %[5]s; beianlint hosts --format console prints what to paste`,
			`请将它们添加到%[5]s；beianlint hosts --format console 可列出要粘贴的内容`,
		},
	},
}
