package eval

import (
	"maps"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// answers keeps answers by a key. They stand in a list, so that the map stays small.
type answers[K comparable] struct {
	at   map[K]handle
	list []answer // from 1 on
}

func newAnswers[K comparable]() answers[K] {
	return answers[K]{at: map[K]handle{}, list: make([]answer, 1)}
}

func (s *answers[K]) of(k K) (answer, bool) {
	i, ok := s.at[k]
	return s.list[i], ok
}

func (s *answers[K]) set(k K, a answer) {
	i, ok := s.at[k]
	if ok {
		s.list[i] = a
		return
	}
	s.at[k] = handle(len(s.list))
	s.list = append(s.list, a)
}

// forget drops the provisional answers. Their places stay empty.
func (s *answers[K]) forget() {
	maps.DeleteFunc(s.at, func(_ K, i handle) bool {
		provisional := s.list[i].provisional
		if provisional {
			s.list[i] = answer{}
		}
		return provisional
	})
}

// exprAnswers keeps what expressions evaluate to: by the number that the tree holds
// for it, and by the frame where a call is followed.
type exprAnswers struct {
	pages  [][]exprAnswer // of one size, so that none is copied when there are more
	next   int32          // the number of the next expression; 0 stands for none
	framed answers[frameExpr]
}

// exprAnswer is the answer of an expression without a frame, if it is known.
type exprAnswer struct {
	answer
	known bool
}

// frameExpr is an expression within a call that is followed.
type frameExpr struct {
	expr  *ast.Expr
	frame *frame
}

// answersPage is how many answers stand in one page.
const answersPage = 1 << 10

// reset forgets all answers. The numbers stay those of their expressions.
func (s *exprAnswers) reset() *exprAnswers {
	if s == nil {
		return &exprAnswers{pages: [][]exprAnswer{make([]exprAnswer, answersPage)}, next: 1, framed: newAnswers[frameExpr]()}
	}
	for _, page := range s.pages {
		clear(page)
	}
	s.framed = newAnswers[frameExpr]()
	return s
}

func (s *exprAnswers) at(number int32) *exprAnswer {
	return &s.pages[number/answersPage][number%answersPage]
}

func (s *exprAnswers) of(x *ast.Expr, f *frame) (answer, bool) {
	if f != nil {
		return s.framed.of(frameExpr{x, f})
	}
	a := s.at(x.Number)
	return a.answer, a.known
}

func (s *exprAnswers) set(x *ast.Expr, f *frame, a answer) {
	if f != nil {
		s.framed.set(frameExpr{x, f}, a)
		return
	}
	if x.Number == 0 {
		x.Number = s.next
		s.next++
		if int(x.Number/answersPage) == len(s.pages) {
			s.pages = append(s.pages, make([]exprAnswer, answersPage))
		}
	}
	*s.at(x.Number) = exprAnswer{a, true}
}

func (s *exprAnswers) forget() {
	s.framed.forget()
	for _, page := range s.pages {
		for i := range page {
			if page[i].provisional {
				page[i] = exprAnswer{}
			}
		}
	}
}
