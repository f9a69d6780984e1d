// Package eval follows strings through the scripts of one mini program: from
// the literal through constants, files, environment switches, wrappers and
// markup to wherever somebody asks what an expression can be.
//
// It works in stages, each a type that leads to the next: Define knows what the
// build puts in place of names, Link collects the calls of every function, and a
// Program answers. Nothing is run: an expression has a set of possible values, a
// name every value that it is ever given, a parameter those of all calls. What is
// not known is a value too, so that it can be accounted for.
//
// Where to look:
//
//   - The stages: evaluator, define, environment, replaced_variable, plugin; link, sites, walked, named,
//     facts; program.
//   - Values and what is remembered of them: value, values, set, sets, hashes,
//     identity, handle, numbers, piece; memo, answers, leaf, composed, budget,
//     unknown, plain.
//   - Texts: text, endpoint, change, replace, replace_match, match, number,
//     number_end, parsed, stringify, language.
//   - Names and properties: name, property, object, outline, index, keyed, keyed_*, list, filtered,
//     moved, collection, proxy, path; what is assigned to them: assign, assigned, below,
//     added, given, copy_defined, copy, copy_target, forward, storage.
//   - Modules: export, amd; modules inside of built files: bundle, bundle_read, bundle_rival,
//     bundle_shape, load_order, overwrite, wrapped.
//   - Functions and their calls: call, partial, frame, contexts, builtin, maker, handed, bind,
//     machine; libraries that are not in the repository: library,
//     library_primitive.
//   - Classes and prototypes: class, static, this, selves, inherit, heirs, proto, made_object.
//   - Components and pages: component, within, mixin, hook, observer, setting,
//     replaced_default; markup: page, template, attribute, shown, written,
//     include; events: event, emit, bus; the addresses of pages: query, query_read.
//   - What cannot happen: decide says which branches are never taken and which
//     functions nothing calls (conditions, basis, compared, lost, lost_read,
//     uncalled); closed and closed_* say what an expression is where all that it
//     can be is seen.
package eval
