package message

var jsonc = []Entry{
	{ID: "broken-file.json",
		Message: Text{EN: "this is not valid JSON: expected %[1]s, found %[2]s", ZH: "不是有效的 JSON：此处应为%[1]s，实际为%[2]s"},
		Help: Text{
			EN: "correct the file here; names and strings are in double quotes, members and items are separated by commas",
			ZH: "请在此处修改文件；键名和字符串使用双引号，成员之间用逗号分隔",
		},
	},
	{ID: "broken-file.full-width",
		Message: Text{EN: "this is not valid JSON: “%[1]s” is a full-width or typographic character", ZH: "不是有效的 JSON：“%[1]s”是全角或中文标点"},
		Help:    Text{EN: "type the plain character %[2]s instead of “%[1]s”", ZH: "请把“%[1]s”改成半角的 %[2]s"},
	},
	{ID: "broken-file.opened",
		Message: Text{EN: "this %[1]s is never closed", ZH: "这个 %[1]s 没有对应的结束符号"},
	},
	{ID: "broken-file.open-comment",
		Message: Text{EN: "the comment that starts here never ends", ZH: "从这里开始的注释没有结束"},
		Help:    Text{EN: "end it with */", ZH: "请用 */ 结束注释"},
	},
	{ID: "broken-file.empty",
		Message: Text{EN: "the file has no JSON: it is empty or has only comments", ZH: "文件中没有 JSON 内容：文件为空或只有注释"},
		Help:    Text{EN: "write at least {} or delete the file", ZH: "请至少写入 {}，或删除该文件"},
	},
	{ID: "broken-file.utf-8",
		Message: Text{EN: "the text here is not UTF-8", ZH: "此处的文本不是 UTF-8 编码"},
		Help:    Text{EN: "save the file as UTF-8 (it may be GBK now)", ZH: "请将文件另存为 UTF-8 编码（当前可能是 GBK）"},
	},
	{ID: "broken-file.utf-16",
		Message: Text{EN: "the file is saved as UTF-16", ZH: "文件是 UTF-16 编码"},
		Help:    Text{EN: "save it as UTF-8", ZH: "请将文件另存为 UTF-8 编码"},
	},
	{ID: "broken-file.too-large",
		Message: Text{EN: "the file has %[1]d bytes, and JSON larger than %[2]d bytes is not read", ZH: "文件有 %[1]d 字节，超过 %[2]d 字节的 JSON 不会读取"},
		Help:    Text{EN: "split the file or remove what does not belong in it", ZH: "请拆分文件，或移除不属于它的内容"},
	},
	{ID: "broken-file.too-deep",
		Message: Text{EN: "objects and arrays are nested more than %[1]d deep", ZH: "对象和数组的嵌套超过 %[1]d 层"},
		Help:    Text{EN: "flatten the file", ZH: "请减少嵌套层数"},
	},
}

// Expected is what a JSON text has to hold at some place, in plain words.
type Expected uint8

// What JSON expects.
const (
	ExpectedValue Expected = iota
	ExpectedValueOrBracket
	ExpectedName
	ExpectedNameOrBrace
	ExpectedColon
	ExpectedCommaOrBrace
	ExpectedCommaOrBracket
	ExpectedEnd
	ExpectedQuote
	ExpectedEscape
	ExpectedDigit
	ExpectedLiteral
)

var expected = [...]Text{
	ExpectedValue:          {EN: "a value", ZH: "一个值"},
	ExpectedValueOrBracket: {EN: "a value or “]”", ZH: "一个值或“]”"},
	ExpectedName:           {EN: "a name in double quotes", ZH: "双引号括起的键名"},
	ExpectedNameOrBrace:    {EN: "a name in double quotes or “}”", ZH: "双引号括起的键名或“}”"},
	ExpectedColon:          {EN: "“:” after the name", ZH: "键名后的“:”"},
	ExpectedCommaOrBrace:   {EN: "“,” or “}”", ZH: "“,”或“}”"},
	ExpectedCommaOrBracket: {EN: "“,” or “]”", ZH: "“,”或“]”"},
	ExpectedEnd:            {EN: "nothing more", ZH: "文件结束"},
	ExpectedQuote:          {EN: "the closing double quote", ZH: "结尾的双引号"},
	ExpectedEscape:         {EN: `an escape that JSON knows (\" \\ \/ \b \f \n \r \t \u0000)`, ZH: `JSON 认识的转义（\" \\ \/ \b \f \n \r \t \u0000）`},
	ExpectedDigit:          {EN: "a digit", ZH: "一个数字"},
	ExpectedLiteral:        {EN: "true, false or null", ZH: "true、false 或 null"},
}

// Text returns the words.
func (e Expected) Text() Text { return expected[e] }

// EndOfFile and EndOfLine return the words for what stands where a text ends.
func EndOfFile() Text { return Text{EN: "the end of the file", ZH: "文件末尾"} }

// EndOfLine is EndOfFile for a line.
func EndOfLine() Text { return Text{EN: "the end of the line", ZH: "行尾"} }
