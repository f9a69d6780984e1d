package eval

// numbers keep a number for every key that was given one. The keys of reads are spread over
// few bits, so that one multiplication spreads them over the table: it answers in a third of
// a map's time.
type numbers struct {
	keys   []uint64 // of a power of two; 0 where there is none
	values []int32
	used   int
}

// of returns the number of a key; 0 where it has none.
func (n *numbers) of(key uint64) int32 {
	if n.used == 0 {
		return 0
	}
	return n.values[n.place(key)]
}

// set gives a key a number.
func (n *numbers) set(key uint64, value int32) {
	if 2*n.used >= len(n.keys) {
		n.grow()
	}
	at := n.place(key)
	if n.keys[at] == 0 {
		n.keys[at] = key
		n.used++
	}
	n.values[at] = value
}

// place is where a key stands, or would.
func (n *numbers) place(key uint64) int {
	last := uint64(len(n.keys) - 1)
	mixed := key * spread64
	at := (mixed ^ mixed>>32) & last
	for n.keys[at] != 0 && n.keys[at] != key {
		at = (at + 1) & last
	}
	return int(at)
}

// spread64 makes that neighbours come far apart: it is of the golden ratio.
const spread64 = 0x9e3779b97f4a7c15

// smallestNumbers is how many places there are at first.
const smallestNumbers = 1 << 10

func (n *numbers) grow() {
	old := *n
	size := max(smallestNumbers, 2*len(old.keys))
	*n = numbers{keys: make([]uint64, size), values: make([]int32, size)}
	for i, key := range old.keys {
		if key != 0 {
			n.set(key, old.values[i])
		}
	}
}

// keep leaves the keys whose numbers are to be kept.
func (n *numbers) keep(kept func(number int32) bool) {
	var keys []uint64
	var values []int32
	for i, key := range n.keys {
		if key != 0 && kept(n.values[i]) {
			keys, values = append(keys, key), append(values, n.values[i])
		}
	}
	n.reset()
	for i, key := range keys {
		n.set(key, values[i])
	}
}

// reset forgets all keys. The table stays: as many will be there again.
func (n *numbers) reset() {
	clear(n.keys)
	clear(n.values) // 0 where there is no key
	n.used = 0
}

// readAnswers keeps what properties are.
type readAnswers struct {
	numbers numbers
	list    answerList
}

// reset forgets all answers.
func (s *readAnswers) reset() {
	s.numbers.reset()
	s.list.reset()
}

func (s *readAnswers) of(k readKey) (answer, bool) {
	number := s.numbers.of(k.mixed())
	if number == 0 {
		return answer{}, false
	}
	return *s.list.at(number), true
}

// set keeps an answer, and returns where it stands.
func (s *readAnswers) set(k readKey, a answer) *answer {
	key := k.mixed()
	number := s.numbers.of(key)
	if number == 0 {
		number = s.list.add()
		s.numbers.set(key, number)
	}
	at := s.list.at(number)
	*at = a
	return at
}

// forget drops the provisional answers. Their places stay empty.
func (s *readAnswers) forget() {
	s.numbers.keep(func(number int32) bool {
		a := s.list.at(number)
		if !a.provisional {
			return true
		}
		*a = answer{}
		return false
	})
}

// mixed is the key as one number, which is never 0: handles are none.
func (k readKey) mixed() uint64 { return uint64(k.subject)<<32 | uint64(k.name) }
