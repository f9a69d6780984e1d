// Package lint holds the domains of mini programs against a team's filed list.
//
// Run does the whole of it. engine.go reads top down as the order of work:
//
//  1. config reads the nearest .beianlint.json, upward and never out of the
//     repository; miniprogram walks the tree once; filedlist reads the list.
//  2. For every mini program, allowlist reads what it declares and usage what its
//     code contacts; app makes one model of both: hosts, places, filing, verdict.
//  3. Every rule reads the model, or the list, and returns findings. A rule
//     changes nothing and knows no other rule.
//  4. suppress takes out what the config, comments and a baseline say to live
//     with; the config sets the severity; the places of a finding are merged.
//  5. Entries that came to nothing are reported, the findings are sorted and
//     numbered, and --since leaves out those that nothing of a change touches.
//
// Readers return problems; this package alone makes findings of them. Nothing
// here reads the clock, the environment or a file but through Options.
package lint
