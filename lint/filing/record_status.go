package filing

// readStatus understands what says of itself that it is no good filing.
func (f *Filing) readStatus(r *record, bad *problems) Reason {
	reason := f.readWords(r, bad)
	switch {
	case says(r.cols[colBlack]):
		f.Said = ""
		return Blacklisted
	case says(r.cols[colLimited]):
		f.Said = ""
		return Restricted
	}
	return reason
}

// readWords understands the words of a record: of several, the gravest counts.
func (f *Filing) readWords(r *record, bad *problems) Reason {
	if len(r.statuses) == 0 && r.section == "" && r.cols[colFiled].text == "" && r.cols[colRemark].text == "" {
		return NoReason
	}
	gravest := noState
	say := func(s state, word string) {
		if s > gravest {
			gravest, f.Said = s, word
		}
	}
	unknown := false
	for _, at := range r.statuses {
		unknown = f.readWord(at, statusOf(at.text), say, bad) || unknown
	}
	if at := r.cols[colFiled]; at.text != "" {
		unknown = f.readWord(at, answerOf(at.text), say, bad) || unknown
	}
	if remark := r.cols[colRemark].text; isStatus(remark, pendingState, unfiledState, revokedState) {
		say(stateOf(remark), remark)
	}
	if s := markedState(r.section); s > filedState {
		say(s, r.section)
	}
	f.Pending = gravest == pendingState
	switch {
	case gravest == revokedState:
		return Revoked
	case gravest == unfiledState:
		return SaysUnfiled
	case unknown:
		return UnknownStatus
	case gravest == filedState:
		f.Said = ""
	}
	return NoReason
}

// readWord understands one word, and reports whether it is none that is known.
func (f *Filing) readWord(at field, s state, say func(state, string), bad *problems) (unknown bool) {
	switch {
	case s != noState:
		say(s, at.text)
	case !contains(blankWords, at.text):
		bad.status(at)
		f.Said = at.text
		return true
	}
	return false
}
