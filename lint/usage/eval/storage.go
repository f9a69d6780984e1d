package eval

// storageKeys are the calls that put something under each key, in their order.
type storageKeys struct {
	of          map[string][]*site
	provisional bool
}

// storedIn is what setStorage puts under some keys.
func storedIn(c *calls, keys Values) Values {
	if len(keys) < largeSet {
		return storedUnderEach(c, keys)
	}
	memo := &c.e.memo
	return askOnce(memo, memo.composed.storedOf, setKey{&keys[0], int32(len(keys)), 0}, func() Values { return storedUnderEach(c, keys) })
}

func storedUnderEach(c *calls, keys Values) Values {
	out := newSet(c.e)
	memo := &c.e.memo
	for _, key := range keys {
		memo.spend(1)
		out.union(askOnce(memo, memo.composed.stored, key.Text, func() Values { return storedUnder(c, key.Text) }))
	}
	return out.values()
}

func storedUnder(c *calls, key string) Values {
	out := newSet(c.e)
	for i, s := range sortStorage(c)[key] {
		if c.e.memo.spend(1); i > 0 && c.e.memo.exhausted() { // each that is being found asks for all of them
			break
		}
		out.union(c.e.eval(s.args[1], s.mod, nil))
	}
	return out.values()
}

// sortStorage sorts the calls by their keys: once, unless some are still being found.
func sortStorage(c *calls) map[string][]*site {
	memo := &c.e.memo
	if known := memo.composed.keys; known.of != nil {
		memo.provisional = memo.provisional || known.provisional
		return known.of
	}
	outer, unsettled := memo.provisional, memo.unsettled
	memo.provisional = false
	of := map[string][]*site{}
	for i := range c.e.facts.storage {
		s := &c.e.facts.storage[i]
		keys := c.e.eval(s.args[0], s.mod, nil).Texts()
		memo.spend(1 + len(keys))
		for _, key := range keys {
			if known := of[key.Text]; len(known) == 0 || known[len(known)-1] != s {
				of[key.Text] = append(known, s)
			}
		}
	}
	if memo.unsettled == unsettled || memo.over() { // no more is found
		memo.composed.keys = storageKeys{of, memo.provisional}
	}
	memo.provisional = memo.provisional || outer
	return of
}
