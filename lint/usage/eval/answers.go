package eval

import "maps"

// answerList keeps answers by number, from 1 on.
type answerList struct {
	pages [][]answer // of one size, so that none is copied when there are more
	next  int32      // the number of the next answer; 0 before the first one
}

// answersPage is how many answers stand in one page.
const answersPage = 1 << 8

func (l *answerList) at(number int32) *answer {
	return &l.pages[number/answersPage][number%answersPage]
}

// add makes room for one more answer and returns its number.
func (l *answerList) add() int32 {
	l.next = max(l.next, 1)
	if int(l.next/answersPage) == len(l.pages) {
		l.pages = append(l.pages, make([]answer, answersPage))
	}
	l.next++
	return l.next - 1
}

// clear forgets all answers; their numbers stay.
func (l *answerList) clear() {
	for _, page := range l.pages {
		clear(page)
	}
}

// reset forgets the numbers, too. The pages stay: as many answers will be needed again.
func (l *answerList) reset() {
	l.clear()
	l.next = 0
}

// answers keeps answers by a key. They stand in a list, so that the map stays small.
type answers[K comparable] struct {
	numbers map[K]int32
	list    answerList
}

// reset forgets all answers.
func (s *answers[K]) reset() {
	if s.numbers == nil {
		s.numbers = map[K]int32{}
	}
	clear(s.numbers)
	s.list.reset()
}

func (s *answers[K]) of(k K) (answer, bool) {
	number := s.numbers[k]
	if number == 0 {
		return answer{}, false
	}
	return *s.list.at(number), true
}

// place returns where the answer of a key stands.
func (s *answers[K]) place(k K) *answer {
	number := s.numbers[k]
	if number == 0 {
		number = s.list.add()
		s.numbers[k] = number
	}
	return s.list.at(number)
}

// forget drops the provisional answers. Their places stay empty.
func (s *answers[K]) forget() {
	maps.DeleteFunc(s.numbers, func(_ K, number int32) bool {
		a := s.list.at(number)
		provisional := a.provisional
		if provisional {
			*a = answer{}
		}
		return provisional
	})
}

// ownAnswers keeps the answers of what holds its own number: the expressions and
// bindings of trees. Where a call is followed they stand by its frame.
type ownAnswers[T any] struct {
	list   answerList
	framed answers[inFrame[T]]
}

// inFrame is something within a call that is followed.
type inFrame[T any] struct {
	of    *T
	frame *frame
}

// reset forgets all answers. The numbers stay those of what holds them.
func (s *ownAnswers[T]) reset() {
	s.list.clear()
	s.framed.reset()
}

func (s *ownAnswers[T]) of(x *T, number int32, f *frame) (answer, bool) {
	switch {
	case f != nil:
		return s.framed.of(inFrame[T]{x, f})
	case number == 0:
		return answer{}, false
	}
	a := *s.list.at(number)
	return a, a.known
}

// place returns where the answer of something stands, to be set: it stays there.
func (s *ownAnswers[T]) place(x *T, number *int32, f *frame) *answer {
	if f != nil {
		return s.framed.place(inFrame[T]{x, f})
	}
	if *number == 0 {
		*number = s.list.add()
	}
	return s.list.at(*number)
}

// set sets an answer in its place.
func (at *answer) set(a answer) {
	a.known = true
	*at = a
}

// forget drops the provisional answers.
func (s *ownAnswers[T]) forget() {
	s.framed.forget()
	for _, page := range s.list.pages {
		for i := range page {
			if page[i].provisional {
				page[i] = answer{}
			}
		}
	}
}
