package model

import (
	"slices"
	"strings"
	"sync"
)

// Library is what some packages export, as far as values and addresses go through it.
type Library struct {
	// Packages are what the names of the packages begin with; a framework's copy of
	// them counts as one.
	Packages []string
	// Source documents the functions.
	Source string
	// Functions says what the functions do, written as functions in the language of
	// their callers. What they share stands in the object "shared"; keep(key, value)
	// gives it what kept(key) reads, and query() gives the query of the page. mapped, at,
	// below and when are explained where they are evaluated.
	Functions map[string]string
	// Unasked: build tools import the functions by themselves.
	Unasked bool
	// Distinct: nobody else has functions of these names, so that a callee of which
	// nothing is known is one.
	Distinct bool
}

// Function is one function of a library.
type Function struct {
	*Library
	Name, Code string
}

// IsOf reports whether a package, or the object that a framework exports, has the
// functions of the library.
func (l *Library) IsOf(root string) bool {
	return slices.ContainsFunc(l.Packages, func(pkg string) bool { return strings.HasPrefix(root, pkg) || APIModules[pkg] == root })
}

// FunctionsNamed are the functions of all libraries, by their names.
var FunctionsNamed = sync.OnceValue(func() map[string][]Function {
	named := map[string][]Function{}
	all := slices.Concat(libraries, helpers)
	for i := range all {
		for name, code := range all[i].Functions {
			named[name] = append(named[name], Function{&all[i], name, code})
		}
	}
	return named
})

// DefaultExport is the name of what a module exports by default, and that of a function of
// a library that is all of its package.
const DefaultExport = "default"

// RefMark is the property that marks the refs of Vue, which are read through where
// an object holds them
// (https://vuejs.org/guide/essentials/reactivity-fundamentals.html#additional-ref-unwrapping-details).
const RefMark = "__v_isRef"

// SharedCode makes what the functions of one library share.
const SharedCode = "const shared = {}"

// MakesRefs reports whether a function makes refs.
func (f *Function) MakesRefs() bool { return strings.Contains(f.Code, RefMark) }

var libraries = []Library{
	{
		// Vue Mini exports what @vue/reactivity does (https://github.com/vue-mini/vue-mini/blob/main/packages/core/src/index.ts).
		Packages: []string{"vue", "@vue/", "@mpxjs/", "@dcloudio/", "vue-demi", "@vue-mini/"},
		Source:   "https://vuejs.org/api/reactivity-core.html",
		Unasked:  true,
		Functions: map[string]string{
			"ref":             "v => { const r = { __v_isRef: true, value: v }; return x ? r : v }",
			"shallowRef":      "v => { const r = { __v_isRef: true, value: v }; return x ? r : v }",
			"toRef":           "(v, key) => { if (x) return v[key]; if (y) return { __v_isRef: true, value: v[key] }; return v }",
			"toRefs":          "v => v",
			"unref":           "v => x ? v.value : v",
			"reactive":        "v => v",
			"shallowReactive": "v => v",
			"readonly":        "v => v",
			"shallowReadonly": "v => v",
			"markRaw":         "v => v",
			"toRaw":           "v => v",
			"computed":        "f => { const v = x ? f() : f.get(); return x ? v : { __v_isRef: true, value: v } }",
			"watch":           "(of, f) => { f(of.value); f(of()); f(of) }",
			"defineModel":     "(name, options) => ({ __v_isRef: true, value: x ? name.default : options.default })",
			"provide":         "(key, value) => { keep(key, value) }",
			"inject":          "(key, other) => x ? kept(key) : y ? other : other()",
		},
	},
	{
		Packages: []string{"react", "preact", "nervjs", "@tarojs/taro", "remax", "@tarojs/react"},
		Source:   "https://react.dev/reference/react/hooks",
		Distinct: true,
		Functions: map[string]string{
			"useState":    "first => { let state = first; state = first(); return [state, next => { state = next; state = next(state) }] }",
			"useRef":      "first => ({ current: first })",
			"createRef":   "() => ({ current: null })",
			"useMemo":     "f => f()",
			"useCallback": "f => f",
			"useReducer": `(reducer, first, init) => {
				let state = first; state = init(first)
				return [state, action => { state = reducer(state, action) }]
			}`,
			"createContext": `first => {
				const context = { value: first }
				context.Provider = props => { context.value = props.value }
				context.Consumer = props => { props.children(context.value) }
				return context
			}`,
			"useContext": "context => context.value",
			"forwardRef": "f => f",
		},
	},
	{
		Packages: []string{"@tarojs/taro"},
		Source:   "https://docs.taro.zone/docs/hooks#userouter",
		Functions: map[string]string{
			"useRouter":          "() => ({ params: query() })",
			"getCurrentInstance": "() => ({ router: { params: query() }, page: { options: query() } })",
		},
	},
	{
		Packages:  []string{"remax"},
		Source:    "https://github.com/remaxjs/remax/blob/master/docs/guide/framework/page.md",
		Functions: map[string]string{"useQuery": "() => query()"},
	},
	{
		Packages:  []string{"@tarojs/taro"},
		Source:    "https://developers.weixin.qq.com/miniprogram/dev/reference/api/getCurrentPages.html",
		Unasked:   true,
		Functions: map[string]string{"getCurrentPages": "() => [{ options: query() }]"},
	},
	{
		Packages: []string{"react", "preact", "nervjs", "@tarojs/taro", "remax", "mobx-react"},
		Source:   "https://react.dev/reference/react/memo",
		Functions: map[string]string{
			"memo":     "f => f",
			"observer": "f => f", // https://mobx.js.org/react-integration.html
		},
	},
	{
		Packages: []string{"mobx-react", "@tarojs/mobx"},
		Source:   "https://github.com/mobxjs/mobx/tree/main/packages/mobx-react#provider-and-inject",
		Functions: map[string]string{
			"Provider": "stores => { shared.stores = stores }",
			"inject":   "(...names) => C => { C({ ...mapped(names, key => at(shared.stores, key)), ...names[z](shared.stores) }); return C }",
		},
	},
	{
		Packages: []string{"mobx"},
		Source:   "https://mobx.js.org/observable-state.html",
		Functions: map[string]string{
			"observable": "v => v", "makeAutoObservable": "v => v", "makeObservable": "v => v", "action": "f => f", "runInAction": "f => f()",
		},
	},
	{
		Packages: []string{"zustand"},
		Source:   "https://zustand.docs.pmnd.rs/apis/create",
		Functions: map[string]string{
			"create": `make => {
				const state = {}
				const set = change => { Object.assign(state, change); Object.assign(state, change(state)) }
				Object.assign(state, make(set, () => state))
				return select => x ? select(state) : state
			}`,
		},
	},
	{
		Packages: []string{"pinia", "@mpxjs/pinia"},
		Source:   "https://pinia.vuejs.org/core-concepts/",
		Unasked:  true,
		Functions: map[string]string{
			"defineStore": `(id, options) => {
				const store = x ? options : y ? options() : id
				options.getters[z](store); id.getters[z](store)
				const use = () => store
				use.$id = x ? id : id.id
				return use
			}`,
			"mapStores": `(a, b, c, d, e) => ({
				[a.$id + 'Store']: () => a(), [b.$id + 'Store']: () => b(), [c.$id + 'Store']: () => c(), [d.$id + 'Store']: () => d(), [e.$id + 'Store']: () => e(),
			})`,
			"storeToRefs":      "store => store",
			"mapState":         piniaMapper,
			"mapWritableState": piniaMapper,
			"mapGetters":       piniaMapper,
			"mapActions":       "(use, names) => mapped(names, key => at(use(), key))",
		},
	},
	{
		Packages: []string{"vuex"},
		Source:   "https://vuex.vuejs.org/api/",
		Functions: map[string]string{
			"createStore": vuexStore, "Store": vuexStore, "useStore": "() => shared.store",
			"mapState":     vuexMapper("key => () => x ? at(shared.store.state, key) : key(shared.store.state)", "key => () => x ? at(inside(path), key) : key(inside(path))"),
			"mapGetters":   vuexMapper("key => () => at(shared.store.getters, key)", "key => () => at(shared.store.getters, path + '/' + key)"),
			"mapMutations": vuexMapper("key => v => { shared.store.commit(key, v); key(shared.store.commit, v) }", "key => v => { shared.store.commit(path + '/' + key, v) }"),
			"mapActions":   vuexMapper("key => v => { shared.store.dispatch(key, v); key(shared.store.dispatch, v) }", "key => v => { shared.store.dispatch(path + '/' + key, v) }"),
		},
	},
	{
		Packages:  []string{"url"},
		Source:    "https://nodejs.org/api/url.html#urlresolvefrom-to",
		Functions: map[string]string{"resolve": "(base, to) => x ? base + to : to"},
	},
	{
		Packages:  []string{"url-join", "urljoin", "proper-url-join", "resolve-url"},
		Source:    "https://www.npmjs.com/package/url-join",
		Functions: map[string]string{DefaultExport: "(base, to) => base + '/' + to"},
	},
	{
		Packages:  []string{"lodash", "radash"},
		Source:    "https://lodash.com/docs/4.17.15#get",
		Functions: map[string]string{"get": "(o, path, other) => x ? below(o, path) : other"},
	},
	{
		Packages: []string{"ahooks", "vue-request", "@umijs/hooks", "taro-hooks", "@taro-hooks/"},
		Source:   "https://ahooks.js.org/hooks/use-request/basic",
		Functions: map[string]string{
			"useRequest": `(send, options) => {
				send(...options.defaultParams)
				return { data: send(), run: send, runAsync: send, loading: false }
			}`,
		},
	},
	{
		Packages: []string{"swr"},
		Source:   "https://swr.vercel.app/docs/api",
		Functions: map[string]string{
			"SWRConfig":      "props => { shared.fetcher = props.value.fetcher }",
			"useSWR":         swr,
			"useSWRInfinite": swr,
			"useSWRMutation": swr,
		},
	},
	{
		Packages: []string{"@tanstack/", "react-query", "vue-query"},
		Source:   "https://tanstack.com/query/latest/docs/framework/react/reference/useQuery", // https://tanstack.com/query/v3/docs/framework/react/reference/useQuery
		Functions: map[string]string{
			"useQuery": query, "useInfiniteQuery": query, "useSuspenseQuery": query, "fetchQuery": query, "prefetchQuery": query, "ensureQueryData": query,
			"useMutation": "f => { const mutate = v => x ? f(v) : f.mutationFn(v); return { mutate, mutateAsync: mutate } }",
		},
	},
	{
		Packages: []string{"redux", "@reduxjs/toolkit", "react-redux", "@tarojs/redux", "redux-saga", "@redux-saga/"},
		Source:   "https://redux.js.org/api/api-reference", // https://redux-toolkit.js.org/api/createSlice, https://react-redux.js.org/api/hooks
		Functions: map[string]string{
			"createStore":        reduxStore("(reducer, first)", "reducer"),
			"legacy_createStore": reduxStore("(reducer, first)", "reducer"),
			"configureStore":     reduxStore("(options, first)", "(x ? options.reducer : "+combined+"(options.reducer))"),
			"combineReducers":    combined,
			"createSlice": `o => ({
				name: o.name,
				reducer: (state, action) => x ? o.initialState : o.reducers[z](o.initialState, action),
				actions: mapped(o.reducers, change => payload => {
					change(o.initialState, { payload }); change.reducer(o.initialState, change.prepare(payload))
					return { payload }
				}),
			})`,
			"createAsyncThunk": "(type, run) => arg => { run(arg) }",
			"useSelector":      "pick => pick(shared.store.getState())",
			"useDispatch":      "() => shared.store.dispatch",
			"useStore":         "() => shared.store",
			"connect": `(pick, act) => C => {
				const dispatch = shared.store.dispatch
				C({ ...pick(shared.store.getState()), ...act(dispatch), ...mapped(act, make => v => { dispatch(make(v)) }), dispatch })
				return C
			}`,

			// https://redux-saga.js.org/docs/api
			"call": sagaCall, "fork": sagaCall, "spawn": sagaCall,
			"apply":      "(of, f, args) => f(...args)",
			"put":        "action => { shared.store.dispatch(action) }",
			"putResolve": "action => { shared.store.dispatch(action) }",
			"select":     "pick => x ? pick(shared.store.getState()) : shared.store.getState()",
			"takeEvery":  saga, "takeLatest": saga, "takeLeading": saga,
			"throttle": "(wait, type, run) => { keep(type, run) }", "debounce": "(wait, type, run) => { keep(type, run) }",
		},
	},
}

// query asks for what is known by a key, as its options or arguments say.
const query = "(key, f) => { const ask = x ? f : key.queryFn; return { data: ask({ queryKey: x ? key : key.queryKey }) } }"

// swr asks a function for what is known by a key, which a function can make.
const swr = `(key, own) => {
	const fetcher = x ? own : shared.fetcher
	const at = x ? key : key()
	return { data: y ? fetcher(at) : fetcher(...at), trigger: v => fetcher(at, { arg: v }) }
}`

// Effects of redux-saga: call(f, …), call([object, f or name], …), takeEvery(type, f).
const (
	sagaCall = "(f, ...args) => x ? f(...args) : y ? f[1](...args) : at(f[0], f[1])(...args)"
	saga     = "(type, run) => { keep(type, run) }"
)

// combined makes a reducer of several, each with a member of the state.
const combined = "(reducers => (state, action) => mapped(reducers, (reduce, key) => x ? reduce(at(state, key), action) : reduce()))"

// reduxStore makes a store of what the parameters hold a reducer in.
func reduxStore(parameters, reducer string) string {
	return parameters + ` => {
		let state = first
		const reduce = ` + reducer + `
		const getState = () => state
		const dispatch = action => { state = reduce(state, action); action(dispatch, getState); kept(action.type)(action) }
		state = reduce()
		shared.store = { dispatch, getState }
		return shared.store
	}`
}

// piniaMapper makes members of a component of what a store has.
const piniaMapper = "(use, names) => mapped(names, key => () => x ? at(use(), key) : key(use()))"

// vuexMapper is a function that makes members of a component of the names in a list or
// object: in all of the store, or, where its first argument is a path, in one module.
func vuexMapper(outside, inside string) string {
	return `(path, names) => {
		const inside = path => { const [a, b] = path.split('/'); return x ? at(shared.store.state, a) : at(at(shared.store.state, a), b) }
		return x ? mapped(path, ` + outside + `) : mapped(names, ` + inside + `)
	}`
}

const vuexStore = `options => {
	const stateOf = o => x ? o.state : o.state()
	const make = (o, path, key) => {
		const state = x ? o.state : o.state()
		const store = shared.store
		const context = {
			state, getters: mapped(o.getters, get => get(state, context.getters, store.state, store.getters)), rootState: store.state, rootGetters: store.getters,
			commit: (type, payload) => { at(o.mutations, type)(state, payload); store.commit(type, payload) },
			dispatch: (type, payload) => { at(o.actions, type)(context, payload); store.dispatch(type, payload) },
		}
		return {
			getters: mapped(o.getters, get => get(state, context.getters, store.state, store.getters), path),
			mutations: mapped(o.mutations, change => payload => { change(state, payload) }, path),
			actions: mapped(o.actions, act => payload => { act(context, payload); act.handler(context, payload) }, path),
		}
	}
	const root = make(options, '')
	const all = mapped(options.modules, (o, key) => make(o, when(o.namespaced, key + '/', '')))
	const below = mapped(options.modules, (o, key) => mapped(o.modules, (p, name) => make(p, when(o.namespaced, key + '/', '') + when(p.namespaced, name + '/', ''))))
	const more = {}
	const store = {
		registerModule: (name, o) => {
			store.state[name] = stateOf(o)
			more[name] = make(o, when(o.namespaced, name + '/', ''))
		},
		state: x ? stateOf(options) : mapped(options.modules, o => x ? stateOf(o) : mapped(o.modules, stateOf)),
		getters: x ? root.getters : y ? all[z].getters : z ? more[z].getters : below[z][z].getters,
		commit: (type, payload) => {
			at(root.mutations, type)(payload); at(all[z].mutations, type)(payload); at(below[z][z].mutations, type)(payload); at(more[z].mutations, type)(payload)
			at(root.mutations, type.type)(type); at(all[z].mutations, type.type)(type)
		},
		dispatch: (type, payload) => {
			at(root.actions, type)(payload); at(all[z].actions, type)(payload); at(below[z][z].actions, type)(payload); at(more[z].actions, type)(payload)
			at(root.actions, type.type)(type); at(all[z].actions, type.type)(type)
		},
	}
	shared.store = store
	return store
}`
