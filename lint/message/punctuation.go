package message

// What stands between texts that are put together.
var (
	Colon       = Text{EN: ": ", ZH: "："} // before values, and before what to do
	Comma       = Text{EN: ", ", ZH: "，"} // between clauses
	Enumeration = Text{EN: ", ", ZH: "、"} // between the words of a list
	Semicolon   = Text{EN: "; ", ZH: "；"} // between sentences
)
