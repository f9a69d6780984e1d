package message

// filed are the rules about what the filed list says of itself and of who filed.
var filed = []Entry{
	// host, domain of the filing, its number
	{ID: "revoked-filing.revoked",
		Message: Text{
			EN: `the filing that covered “%[1]s” (%[2]s) was revoked`,
			ZH: `“%[1]s”的备案（%[2]s）已被注销`,
		},
		Help: Text{
			EN: `file %[2]s again and put the new number on the filed list, or move to a filed domain`,
			ZH: `请重新为 %[2]s 办理备案并更新备案清单，或改用已备案的域名`,
		},
	},

	// domain, days, day of the last check
	{ID: "stale-list.old",
		Message: Text{
			EN: `“%[1]s” was last verified on %[3]s, more than %[2]d days ago`,
			ZH: `“%[1]s”上次核对于 %[3]s，已超过 %[2]d 天`,
		},
		Help: Text{
			EN: `look up %[1]s at https://beian.miit.gov.cn and set verified= to today's date`,
			ZH: `请在 https://beian.miit.gov.cn 核对 %[1]s，并把 verified= 改为当天日期`,
		},
	},
	// domain, days
	{ID: "stale-list.never",
		Message: Text{
			EN: `“%[1]s” has no verified= date, and the config asks for one every %[2]d days`,
			ZH: `“%[1]s”没有 verified= 日期，而配置要求每 %[2]d 天核对一次`,
		},
		Help: Text{
			EN: `look up %[1]s at https://beian.miit.gov.cn and set verified= to today's date`,
			ZH: `请在 https://beian.miit.gov.cn 核对 %[1]s，并写上 verified= 当天日期`,
		},
	},
	// how many, days
	{ID: "stale-list.several",
		Message: Text{
			EN: `%[1]d entries of the filed list have not been verified in the last %[2]d days`,
			ZH: `备案清单中有 %[1]d 个条目最近 %[2]d 天内没有核对`,
		},
		Help: Text{
			EN: `look them up at https://beian.miit.gov.cn and set verified= to the day of the check`,
			ZH: `请在 https://beian.miit.gov.cn 逐个核对，并写上 verified= 核对日期`,
		},
	},

	// host, domain of the filing, its entity, the entities allowed
	{ID: "entity-mismatch.other",
		Message: Text{
			EN: `%[2]s, which covers “%[1]s”, was filed by “%[3]s”; this mini program may use domains of %[4]s`,
			ZH: `%[2]s（覆盖“%[1]s”）由“%[3]s”备案；该小程序只能使用 %[4]s 的域名`,
		},
		Help: Text{
			EN: `use a domain of your own, correct entity= on the filed list, write owner=vendor for a vendor's domain, or add the entity to the config`,
			ZH: `请改用自有域名，或更正备案清单中的 entity=；服务商的域名请写 owner=vendor，确需使用时请把该主体加入配置`,
		},
	},
	{ID: "entity-mismatch.unknown",
		Message: Text{
			EN: `the filed list does not say who filed %[2]s, which covers “%[1]s”; this mini program may use domains of %[4]s`,
			ZH: `备案清单没有写明 %[2]s（覆盖“%[1]s”）由谁备案；该小程序只能使用 %[4]s 的域名`,
		},
		Help: Text{
			EN: `add entity= to the entry, or owner=vendor for a vendor's domain`,
			ZH: `请在条目中补充 entity=；服务商的域名请写 owner=vendor`,
		},
	},
}
