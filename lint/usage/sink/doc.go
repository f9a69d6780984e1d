// Package sink finds who contacts what: the calls of the platform's APIs and of
// clients, the attributes of markup, styles and SDKs; and it accounts for the
// addresses that reached none of them.
//
// Where to look:
//
//   - What is found: collect puts all of it together, record keeps it as the rows
//     of use; malformed keeps addresses that no platform takes.
//   - Calls: script, port (my.call of a named API), computed (APIs by computed names),
//     known and known_name (of which the team or a client's makers say what they
//     contact), client, browser, intercepted.
//   - Markup and styles: markup, richtext, webview, style.
//   - SDKs: sdk, and of what stands in their sources what nothing asks: unasked,
//     unasked_named, unasked_off, replaced.
//   - Addresses that reached no call: leftovers asks for each where it goes, by
//     index, made, partly, holder, paged, way, told, passed, whole, given, given_unknown, inherited, outlet and
//     silent; fate says what that means.
//   - The account: gaps, pending (calls of which no host was found), unused.
//   - For hosts --trace: explain.
package sink
