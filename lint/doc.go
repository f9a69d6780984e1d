// Package lint judges the domains of mini programs against a team's filed list.
//
// Run is the whole of it, for every folder that it is given:
//
//  1. find the repository's root, the nearest .beianlint.json and the nearest
//     filed list, going upward and never out of the repository (config.go,
//     list.go);
//  2. load the mini programs: miniprogram walks the tree once;
//  3. for every mini program, read its declarations (allowlist) and its uses
//     (usage), and merge them into one table by host (program.go);
//  4. judge each host once, by the order of precedence in verdict.go, and let
//     every rule report the hosts that are its own (rule.go, rule_*.go);
//  5. drop what the config ignores, set the severities, merge the places of one
//     host into one finding, and put the findings in order (pass.go, finding.go).
//
// Readers return problems; this package alone makes findings of them. Nothing
// here reads the clock, the environment or a file but through Options.
package lint
