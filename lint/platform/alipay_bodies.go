package platform

// alipayCalls has one body for each call, which adds one domain.
type alipayCalls struct {
	Create []safeDomain `json:"alipay.open.mini.safedomain.create"`
}

type safeDomain struct {
	Domain string `json:"safe_domain"`
}

func alipayBodies(lists func(Category) []string) any {
	calls := alipayCalls{Create: []safeDomain{}}
	for _, domain := range lists(Request) {
		calls.Create = append(calls.Create, safeDomain{domain})
	}
	return calls
}
