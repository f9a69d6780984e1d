package config_test

import (
	"maps"

	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/rule"
)

// object is a JSON object of a schema.
type object = map[string]any

// described adds what an editor shows, in both languages.
func described(s object, en, zh string) object {
	s = maps.Clone(s)
	s["description"], s["markdownDescription"] = en, en+"\n\n"+zh
	return s
}

// closed is an object with these keys and no others.
func closed(properties object) object {
	return object{"type": "object", "additionalProperties": false, "properties": properties}
}

func list(items object) object { return object{"type": "array", "items": items} }

// either is what one of the schemas takes.
func either(of ...object) object { return object{"anyOf": of} }

// with returns the schema with one more keyword.
func with(s object, key string, value any) object {
	s = maps.Clone(s)
	s[key] = value
	return s
}

var (
	text   = object{"type": "string"}
	filled = object{"type": "string", "minLength": 1}
	flagOf = object{"type": "boolean"}
)

// names lists what a reader knows by name.
func names[S ~string](of []S) []any {
	var all []any
	for _, s := range of {
		all = append(all, string(s))
	}
	return all
}

// schema is the schema of .beianlint.json. Draft 7 is what editors take.
func schema() object {
	s := closed(object{
		"$schema":    described(text, "The schema of this file, for editors.", "供编辑器使用的本文件结构说明。"),
		"rules":      described(closed(ruleSchemas()), "The severity of a rule's findings; off silences it.", "各规则的级别；off 表示关闭。"),
		"strict":     described(flagOf, "Whether it is an error that something could not be followed (not-followed).", "无法追踪的内容（not-followed）是否算作错误。"),
		"filed":      described(list(filedSchema()), "Filed lists, relative to this file. Without it: the nearest filed-domains.txt.", "备案清单，路径相对于本文件。不写则使用最近的 filed-domains.txt。"),
		"allowLocal": described(either(flagOf, list(text)), "Domains that a project's filed list may add to the organisation's; true: any.", "项目的备案清单可在组织的备案清单之外补充的域名；true 表示不限。"),
		"maxAge":     described(object{"type": "integer", "minimum": 1}, "Days after which an entry of the filed list must be verified again.", "备案清单的条目超过多少天须重新核对。"),
		"countApps":  described(flagOf, "Whether numbers of apps and mini programs (-2A, -3X) cover domains.", "App 和小程序的备案号（-2A、-3X）是否也覆盖域名。"),
		"exclude":    described(list(filled), "Globs of files to leave out, relative to this file: dist/**.", "不检查的文件的通配符，相对于本文件，例如 dist/**。"),
		"ignore":     described(list(ignoreSchema()), "Findings that the team has decided to live with.", "团队决定接受的问题。"),
		"projects":   described(list(projectSchema()), "Facts about single mini programs.", "对单个小程序的说明。"),
		"clients":    described(list(clientSchema()), "Calls of the team's own code that contact what they are given.", "团队自己的封装：调用时会访问传入的地址。"),
		"env":        described(object{"type": "object", "additionalProperties": text}, "Values of environment variables of the build, such as NODE_ENV.", "构建时环境变量的值，例如 NODE_ENV。"),
		"baseline":   described(text, "A file of findings that are not reported again, written by --write-baseline.", "基线文件：其中的问题不再报告，由 --write-baseline 写出。"),
	})
	return document(s, "beianlint", "The config of beianlint, .beianlint.json; comments are allowed.", "beianlint 的配置 .beianlint.json，可以写注释。")
}

// policySchema is the schema of a policy: a config without what is about one repository,
// and with what a repository may do.
func policySchema() object {
	s := schema()
	properties := maps.Clone(s["properties"].(object))
	delete(properties, "projects")
	delete(properties, "baseline")
	properties["exclude"] = described(list(filled), "Globs of files to leave out, relative to the repository: dist/**.", "不检查的文件的通配符，相对于仓库，例如 dist/**。")
	properties["allow"] = described(allowSchema(), "What a repository may loosen; without it: nothing.", "仓库可以放宽什么；不写则什么也不能放宽。")
	return document(closed(properties), "beianlint.policy", "A policy of beianlint, for --policy; comments are allowed.", "beianlint 的策略，供 --policy 使用，可以写注释。")
}

func allowSchema() object {
	rules := either(flagOf, list(object{"enum": names(rule.IDs())}))
	return closed(object{
		"ignore":      described(rules, "Rules that comments and \"ignore\" entries may silence; true: all.", "可以用注释和 ignore 忽略的规则；true 表示全部。"),
		"baseline":    described(rules, "Rules whose findings a baseline may leave out; true: all.", "基线可以收录的规则；true 表示全部。"),
		"lower":       described(rules, "Rules whose severity the repository's config may lower; true: all.", "仓库的配置可以降低级别的规则；true 表示全部。"),
		"exclude":     described(flagOf, "Whether \"exclude\" of the repository's config leaves files out.", "仓库配置的 exclude 是否起作用。"),
		"env":         described(flagOf, "Whether \"env\" of the repository's config leaves code of other environments out.", "仓库配置的 env 是否起作用。"),
		"platform":    described(flagOf, "Whether the repository's config says which platform a mini program is for.", "仓库的配置是否可以指定小程序的平台。"),
		"uses":        described(flagOf, "Whether \"uses\" of the repository's config answers what calls contact whose host is not known.", "仓库配置的 uses 是否可以说明运行时才确定的域名。"),
		"gitignore":   described(flagOf, "Whether .gitignore leaves folders out.", ".gitignore 是否可以排除目录。"),
		"packOptions": described(flagOf, "Whether project files leave files out of the package.", "项目配置是否可以不打包某些文件。"),
		"cloud":       described(flagOf, "Whether folders of cloud functions are left out.", "是否不读云函数目录。"),
		"ifdef":       described(flagOf, "Whether #ifdef leaves out code for other platforms.", "#ifdef 是否可以排除其他平台的代码。"),
		"twins":       described(flagOf, "Whether only one of a script and the TypeScript file of the same name is read.", "同名的脚本与 TypeScript 是否只读一个。"),
		"builds":      described(flagOf, "Whether sources are left out if a build of them is committed.", "已提交构建结果时是否不读源码。"),
	})
}

// document makes a schema of a whole file.
func document(s object, name, en, zh string) object {
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["$id"] = "https://raw.githubusercontent.com/beianlint/beianlint/main/docs/" + name + ".schema.json"
	s["title"], s["definitions"] = name, definitions()
	s["allowComments"], s["allowTrailingCommas"] = true, true // understood by VS Code
	return described(s, en, zh)
}

// ruleSchemas are the keys of "rules".
func ruleSchemas() object {
	all := object{}
	for _, r := range rule.All {
		one := object{"allOf": []any{ref("rule")}, "default": string(r.Severity)}
		all[r.ID] = described(one, r.Title.EN+".", r.Title.ZH+"。")
	}
	return all
}

// definitions are what the schema says in several places.
func definitions() object {
	severity := object{"enum": names(finding.Severities())}
	return object{
		"rule": either(severity, closed(object{
			"severity":  described(severity, "The severity of its findings.", "问题的级别。"),
			"ignorable": described(flagOf, "false: nothing may silence the rule.", "false 表示不允许忽略这条规则。"),
		})),
		"box": object{"type": []any{"array", "string", "null"}, "items": text},
	}
}

func ref(definition string) object { return object{"$ref": "#/definitions/" + definition} }

func filedSchema() object {
	return either(text, with(closed(object{
		"path":      described(filled, "The file or folder, relative to this file.", "文件或目录，路径相对于本文件。"),
		"authority": described(object{"enum": []any{"org", "project"}}, "org: the organisation's list, which a project's may not add to.", "org：组织清单，项目清单不得擅自补充。"),
		"sha256":    described(object{"type": "string", "pattern": "^[0-9a-fA-F]{64}$"}, "The file's SHA-256, which it must have.", "文件必须具有的 SHA-256。"),
	}), "required", []any{"path"}))
}

func ignoreSchema() object {
	s := with(closed(object{
		"host":   described(filled, "A host, or a pattern: *.example.com.", "域名或通配符，例如 *.example.com。"),
		"rule":   described(object{"enum": names(rule.IDs())}, "A rule.", "规则。"),
		"path":   described(filled, "A glob of files, relative to this file.", "文件的通配符，相对于本文件。"),
		"reason": described(object{"type": "string", "pattern": `\S`}, "Why, for whoever has to decide again.", "理由，供以后重新判断。"),
		"until":  described(object{"type": "string", "pattern": `^\d{4}-\d{2}-\d{2}$`}, "The last day, such as 2026-12-31.", "最后一天，例如 2026-12-31。"),
	}), "required", []any{"reason"})
	return with(s, "anyOf", []any{object{"required": []any{"host"}}, object{"required": []any{"rule"}}, object{"required": []any{"path"}}})
}

func clientSchema() object {
	return with(closed(object{
		"call":     described(object{"type": "string", "pattern": `^[\w$@.~/-]*[\w$]$`}, "What is called, as the code writes it or as its module exports it: myHttp.send, @acme/http.send.", "被调用的函数：按代码的写法或模块的导出名，例如 myHttp.send、@acme/http.send。"),
		"argument": described(object{"type": "integer", "minimum": 0, "maximum": 15}, "Which argument has the address, counted from 0 (default).", "地址在第几个参数，从 0（默认）开始。"),
		"option":   described(object{"type": "string", "pattern": `^[\w$-]+(\[\])?(\.[\w$-]+(\[\])?)*$`}, "The member of the argument that has it: url, config.baseURL, servers[].", "参数对象中存放地址的成员，例如 url、config.baseURL、servers[]。"),
		"category": described(object{"enum": names(config.Boxes)}, "What the address is for (default: request).", "地址的类别（默认 request）。"),
	}), "required", []any{"call"})
}

func projectSchema() object {
	extJSON := object{"type": "string", "pattern": `(^|/)ext\.json$`}
	s := closed(object{
		"root":      described(text, "The mini program's folder, relative to this file.", "小程序的目录，相对于本文件。"),
		"appid":     described(filled, "Its AppID, in place of the folder.", "小程序的 AppID，可代替目录。"),
		"platform":  described(object{"enum": names(platform.Words())}, "The platform that it is for.", "所属平台。"),
		"platforms": described(object{"type": "array", "items": object{"enum": names(platform.Words())}, "minItems": 1, "uniqueItems": true}, "The platforms that it is built for, the main one first; without it, what package.json and manifest.json say.", "构建的平台，主要平台写在最前；不写则以 package.json 和 manifest.json 为准。"),
		"entities":  described(list(text), "Who may have filed its domains.", "允许的备案主体。"),
		"allowlist": described(allowlistSchema(), "The allowlist of the platform's console: by category, or the name of a file.", "平台后台的合法域名：按类别列出，或写文件名。"),
		"uses":      described(object{"type": "object", "propertyNames": object{"enum": names(config.Boxes)}, "additionalProperties": list(text)}, "Hosts that the code is known to contact, by category.", "已知代码会访问的域名，按类别列出。"),
		"tenants":   described(either(extJSON, list(extJSON)), "Globs of the ext.json of every tenant of a template.", "模板的每个商户的 ext.json 的通配符。"),
	})
	return with(s, "anyOf", []any{object{"required": []any{"root"}}, object{"required": []any{"appid"}}})
}

// allowlistSchema names the categories; the keys of the platforms' APIs, in any
// of their spellings, are taken as well.
func allowlistSchema() object {
	byCategory := object{}
	for _, c := range config.Boxes {
		byCategory[c] = ref("box")
	}
	return either(text, object{"type": "object", "properties": byCategory, "additionalProperties": ref("box")})
}
