// Package resolve knows the files of one mini program: which file a name in an
// import means, what stands in it as a script, without the branches that no
// build for the project takes, and which files are reachable from the entries.
//
// Where to look:
//
//   - From a name to a file: names, parts, alias, disk, build and copied (what
//     the scripts say that configure a framework's build), ambient (what it imports by itself),
//     bundle (modules within a built file).
//   - From a file to a script: sources, ahead (on other cores), module,
//     component, tag; inert (libraries that are not followed).
//   - Branches that no build for the project takes: target, mode, defined (names
//     that every build defines), truth, prune, cut; code that compilers wrote, taken
//     back into what it stands for: lowered, getter, plain, listed, immediate.
//   - What is loaded: entry, routes, uniapp, mpx, mount, reach.
//   - Functions that nothing calls: live and graph find them; refer, visit,
//     function, gate, descriptor, callers, stranger, default and exported (those of modules) note who
//     can reach what; strip takes them out; unnamed
//     and unnamed_visit are what frameworks call for those alone who name it, and
//     unnamed_given who may call it without: code that a page or component is given to.
package resolve
