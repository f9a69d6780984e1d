package eval

import (
	"testing"

	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// TestLibraries has a line for what functions of libraries hand on, with those that
// look like them.
func TestLibraries(t *testing.T) {
	const vue, react = "import { ref, reactive, toRefs, toRef, computed, watch, provide, inject } from 'vue'; var result; ", "import React, { useState, useRef, useMemo, useCallback, useReducer, createContext, useContext } from 'react'; var result; "
	const vuex = "import { Store, mapState, mapGetters, mapMutations, mapActions } from 'vuex'; var result; "
	const redux = "import { createStore, combineReducers, connect, useSelector, useDispatch, createSlice, configureStore } from '@reduxjs/toolkit'; var result; "
	const pinia = "import { defineStore, mapState, mapActions } from 'pinia'; var result; "
	runTable(t, []row{
		// Vue
		{vue + "const a = ref(''); a.value = 'b'; result = a.value", " b"},
		{"import { ref } from '@vue-mini/core'; const a = ref('b'); const result = a.value", "b"},
		{"import { ref } from 'other'; const a = ref('b'); const result = a.value", ""},
		{vue + "const a = ref('x'), c = ref('y'); a.value = 'b'; result = c.value", "y"},
		{vue + "const a = ref({ b: 'c' }); result = a.value.b", "c"},
		{vue + "const a = ref({}); a.value.b = 'c'; result = a.value.b", "c"},
		{vue + "const a = ref([]); a.value.push('b'); result = a.value[0]", "b"},
		{vue + "const a = ref(''); const s = reactive({ a }); a.value = 'b'; result = s.a", " b"},
		{vue + "const f = () => { const a = ref(''); a.value = 'b'; return { a } }; const { a } = f(); result = a.value", " b"},
		{"import { shallowRef } from './own'; const a = shallowRef(''); a.value = 'b'; const result = a.value\n-- own.js --\nexport const shallowRef = x => ({ value: 'c' })", "b c"},
		{vue + "const a = reactive({ b: 'c' }); a.b = 'd'; result = toRefs(a).b.value", "c d"},
		{vue + "const a = reactive({ b: 'c' }); result = toRef(a, 'b').value", "c"},
		{vue + "const a = ref(''); const b = computed(() => a.value + 'c'); a.value = 'd'; result = b.value", "c dc"},
		{vue + "const a = computed({ get: () => 'b', set() {} }); result = a.value", "b"},
		{vue + "const a = ref('b'); watch(a, v => { result = v })", "b"},
		{vue + "watch(() => 'b', v => { result = v })", "b"},
		{vue + "provide('a', 'b'); provide('c', 'd'); result = inject('a')", "b"},
		{vue + "provide('a', 'b'); result = inject('c')", ""},
		{vue + "const key = Symbol(); provide(key, 'b'); result = inject(key)", "b"},
		{vue + "result = inject('a', 'b')", "b"},
		{vue + "export const p = { provide: { a: 'b' } }; export default { inject: ['a'], methods: { c() { result = this.a } } }", "b"},
		{vue + "export const p = { provide() { return { a: 'b' } } }; export default { inject: { c: { from: 'a' } }, methods: { d() { result = this.c } } }", "b"},
		{vue + "export const p = { provide: { a: 'b' } }; export default { inject: ['c'], methods: { d() { result = this.a } } }", ""},
		{"import { defineStore } from 'pinia'; const use = defineStore('x', { state: () => ({ a: '' }), getters: { c: s => s.a + 'd' }, actions: { set() { this.a = 'b' } } }); const result = use().a", " b"},
		{"import { defineStore } from 'pinia'; const use = defineStore({ id: 'x', state: () => ({ a: 'b' }), getters: { c() { return this.a + 'd' } } }); const result = use().c", "bd"},
		{"import { defineStore } from 'pinia'; const use = defineStore('x', () => { const a = ref(''); const set = v => { a.value = v }; return { a, set } }); use().set('b'); const result = use().a", " b"},
		{"import { createStore } from 'vuex'; const s = createStore({ state: { a: '' }, mutations: { a(s, v) { s.a = v }, other(s, v) { s.other = v } } }); s.commit('a', 'b'); s.commit('other', 'c'); const result = s.state.a", " b"},
		{"import Vuex from 'vuex'; const s = new Vuex.Store({ state: () => ({ a: '' }), mutations: { a(s, v) { s.a = v } }, actions: { set({ commit }, v) { commit('a', v) } } }); s.dispatch('set', 'b'); const result = s.state.a", " b"},
		{vuex + "new Store({ state: { a: 'b', c: 'd' } }); export default { computed: { ...mapState(['a', 'c']) }, m() { result = this.a } }", "b"},
		{vuex + "new Store({ state: { a: 'b', c: 'd' } }); export default { computed: { ...mapState({ x: 'a', y: s => s.c }) }, m() { result = this.x + this.y } }", "bd"},
		{vuex + "new Store({ modules: { m: { state: () => ({ a: 'b' }) }, n: { state: { a: 'c' } } } }); export default { computed: mapState('m', ['a']), m() { result = this.a } }", "b"},
		{vuex + "new Store({ modules: { m: { modules: { n: { state: { a: 'b' } } } } } }); export default { computed: mapState('m/n', ['a']), m() { result = this.a } }", "b"},
		{vuex + "new Store({ modules: { m: { namespaced: true, state: { c: 'd' }, getters: { a: s => 'b' + s.c } }, n: { getters: { a: () => 'e' } } } }); export default { computed: mapGetters('m', { x: 'a' }), m() { result = this.x } }", "bd"},
		{vuex + "new Store({ state: { a: 'b' }, getters: { c: s => s.a, d: (s, g) => g.c + 'd' } }); export default { computed: mapGetters(['d']), m() { result = this.d } }", "bd"},
		{vuex + "new Store({ modules: { m: { namespaced: true, state: { a: '' }, mutations: { put(s, v) { s.a = v } } }, n: { namespaced: true, state: { a: '' }, mutations: { put(s, v) { s.a = v } } } } }); export default { m() { this.$store.commit('m/put', 'b'); this.$store.commit('n/put', 'c'); result = this.$store.state.m.a } }", " b"},
		{vuex + "new Store({ modules: { m: { state: { a: '' }, mutations: { put(s, v) { s.a = v } } } } }); export default { m() { this.$store.commit('put', 'b'); result = this.$store.state.m.a } }", " b"},
		{vuex + "new Store({ state: { a: '' }, mutations: { put(s, { v }) { s.a = v } } }); export default { m() { this.$store.commit({ type: 'put', v: 'b' }); this.$store.commit({ type: 'other', v: 'c' }); result = this.$store.state.a } }", " b"},
		{vuex + "new Store({ state: { a: '' }, mutations: { put(s, v) { s.a = v } } }); export default { methods: { ...mapMutations({ p: 'put' }), m() { this.p('b'); result = this.$store.state.a } } }", " b"},
		{vuex + "new Store({ modules: { m: { namespaced: true, state: { a: '' }, mutations: { put(s, v) { s.a = v } }, actions: { go({ commit }, v) { commit('put', v) } } } } }); export default { methods: { ...mapActions('m', ['go']), m() { this.go('b'); result = this.$store.state.m.a } } }", " b"},
		{"import { createStore, useStore } from 'vuex'; createStore({ state() { return { a: '' } }, mutations: { put(s, v) { s.a = v } } }); useStore().commit('put', 'b'); const result = useStore().state.a", " b"},
		{"import { mapState } from './own'; import { createStore } from 'vuex'; createStore({ state: { a: 'b' } }); var result; export default { computed: mapState(['a']), m() { result = this.a } }\n-- own.js --\nexport const mapState = () => ({})", ""},
		{pinia + "const use = defineStore('x', { state: () => ({ a: '' }) }); use().$patch({ a: 'b' }); result = use().a", " b"},
		{pinia + "const use = defineStore('x', { state: () => ({ a: '' }) }); use().$patch(s => { s.a = 'b' }); result = use().a", " b"},
		{pinia + "const use = defineStore('x', { state: () => ({ a: 'b' }), getters: { c: s => s.a + 'd' } }); result = use().c", "bd"},
		{pinia + "const use = defineStore('x', { state: () => ({ a: 'b', c: 'd' }) }); export default { computed: { ...mapState(use, ['a', 'c']) }, m() { result = this.a } }", "b"},
		{pinia + "const use = defineStore('x', { state: () => ({ a: 'b', c: 'd' }) }); export default { computed: mapState(use, { x: 'a', y: s => s.c }), m() { result = this.x + this.y } }", "bd"},
		{pinia + "const use = defineStore('x', { state: () => ({ a: '' }), actions: { put(v) { this.a = v } } }); export default { methods: { ...mapActions(use, ['put']), m() { this.put('b'); result = use().a } } }", " b"},

		// React
		{react + "const [a] = useState('b'); result = a", "b"},
		{react + "const [a] = React.useState(() => 'b'); result = a", "b"},
		{react + "const [a, setA] = useState(''); const [c, setC] = useState(''); setA('b'); setC('d'); result = a", " b"},
		{react + "const [a, setA] = useState('b'); setA(v => v + 'c'); result = a", "b bc"},
		{react + "function Child({ set }) { set('b') } export const P = () => { const [a, setA] = useState(''); result = a; return <Child set={setA}/> }", " b"},
		{react + "const useA = first => { const [a, setA] = useState(first); return { a, setA } }; const { a, setA } = useA('b'); setA('c'); result = a", "b c"},
		{react + "const a = useRef(''); a.current = 'b'; result = a.current", " b"},
		{react + "const a = useRef(''), c = useRef(''); a.current = 'b'; result = c.current", ""},
		{react + "result = useMemo(() => 'b', [])", "b"},
		{react + "const f = useCallback(v => { result = v }, []); f('b')", "b"},
		{react + "const [a] = useReducer(s => s, { b: 'c' }); result = a.b", "c"},
		{react + "const [a, dispatch] = useReducer((s, action) => action.to, ''); dispatch({ to: 'b' }); result = a", " b"},
		{react + "const A = createContext({ b: 'c' }); result = useContext(A).b", "c"},
		{react + "const A = createContext(''); export const P = () => <A.Provider value=\"b\"/>; result = useContext(A)", " b"},
		{react + "const C = React.memo(({ a }) => { result = a }); export const P = () => <C a=\"b\"/>", "b"},
		{"import { useState } from './own'; const [a, setA] = useState('b'); setA('c'); const result = a\n-- own.js --\nexport const useState = () => ['d', () => {}]", "d"},
		{"import create from 'zustand'; const use = create(set => ({ a: '', put: v => set({ a: v }) })); use().put('b'); const result = use(s => s.a)", " b"},
		{"import { observable } from 'mobx'; const s = observable({ a: '' }); s.a = 'b'; const result = s.a", " b"},
		{redux + "createStore(combineReducers({ m: (s = { a: 'b' }) => s, n: (s = { a: 'c' }) => s })); result = useSelector(s => s.m.a)", "b"},
		{redux + "createStore(combineReducers({ m: (s = { a: '' }, action) => ({ ...s, a: action.to }) })); useDispatch()({ to: 'b' }); result = useSelector(s => s.m.a)", "b"},
		{redux + "createStore((s = { a: 'b' }) => s); const C = ({ x }) => { result = x }; export default connect(s => ({ x: s.a }))(C)", "b"},
		{redux + "createStore((s = { a: 'b' }) => s); class C { render() { result = this.props.x } } export default connect(s => ({ x: s.a }))(C)", "b"},
		{redux + "createStore((s = { a: '' }, action) => ({ a: action.to })); const put = to => ({ to }); const C = ({ put, x }) => { put('b'); result = x }; export default connect(s => ({ x: s.a }), { put })(C)", "b"},
		{redux + "const m = createSlice({ initialState: { a: '' }, reducers: { put(s, action) { s.a = action.payload }, other(s, action) { s.b = action.payload } } }); configureStore({ reducer: { m: m.reducer } }); const { put, other } = m.actions; useDispatch()(put('b')); useDispatch()(other('c')); result = useSelector(s => s.m.a)", " b"},
		{redux + "const m = createSlice({ initialState: { a: '' }, reducers: { put: (s, { payload }) => ({ a: payload }) } }); configureStore({ reducer: m.reducer }); useDispatch()(m.actions.put('b')); result = useSelector(s => s.a)", " b"},
		{"import { createStore } from 'redux'; const s = createStore((state = { a: 'b' }, action) => action.to ? { a: action.to } : state); s.dispatch({ to: 'c' }); const result = s.getState().a", "b c"},
		{redux + "createStore((s = {}, action) => s); const send = v => dispatch => { result = v }; const C = ({ send }) => { send('b') }; export default connect(null, { send })(C)", "b"},
		{redux + "import * as actions from './own'; createStore((s = {}) => s); const C = ({ send }) => { result = send('b') }; export default connect(null, actions)(C)\n-- own.js --\nexport const send = v => dispatch => { result = v }; var result", ""},
		{redux + "createStore((s = { a: 'b' }) => s); @connect(s => ({ x: s.a })) class C { render() { result = this.props.x } }", "b"},
		{"import { call, takeEvery } from 'redux-saga/effects'; var result; const send = v => { result = v }; function* go() { yield call(send, 'b') } takeEvery('X', go)", "b"},
		{"import { call } from 'redux-saga/effects'; var result; const api = { send(v) { result = v } }; call([api, 'send'], 'b'); call([api, api.send], 'c')", "b c"},
		{redux + "import { takeEvery } from 'redux-saga/effects'; createStore((s = {}) => s); function* go(action) { result = action.to } takeEvery('X', go); useDispatch()({ type: 'X', to: 'b' }); useDispatch()({ type: 'Y', to: 'c' })", "b"},

		{"import { Provider, inject } from 'mobx-react'; var result; const shop = { a: 'b' }; export const App = () => <Provider shop={shop}/>; const C = ({ shop }) => { result = shop.a }; export default inject('shop')(C)", "b"},
		{"import { Provider, inject, observer } from 'mobx-react'; var result; const shop = { a: 'b' }, other = { a: 'c' }; export const App = () => <Provider shop={shop} other={other}/>; @inject('shop') @observer class C { render() { result = this.props.shop.a } }", "b"},
		{"import { Provider, inject } from 'mobx-react'; var result; export const App = () => <Provider shop={{ a: 'b' }}/>; const C = ({ a }) => { result = a }; export default inject(all => ({ a: all.shop.a }))(C)", "b"},
		{"import { Provider } from './own'; import { inject } from 'mobx-react'; var result; export const App = () => <Provider shop={{ a: 'b' }}/>; const C = ({ shop }) => { result = shop.a }; export default inject('shop')(C)\n-- own.js --\nexport const Provider = () => null", ""},

		{pinia + "import { mapStores } from 'pinia'; const use = defineStore('x', { state: () => ({ a: 'b' }) }), other = defineStore({ id: 'y', state: () => ({ a: 'c' }) }); export default { computed: mapStores(use, other), m() { result = this.xStore.a } }", "b"},
		{vuex + "const s = new Store({ state: {} }); s.registerModule('m', { namespaced: true, mutations: { put(s, v) { result = v } } }); s.commit('m/put', 'b'); s.commit('put', 'c')", "b"},

		{"import { __assign } from 'tslib'; const o = { a: 'b' }, result = __assign(__assign({}, o), { c: 'd' }).a", "b"},
		{"import { __rest } from 'tslib'; const o = { a: 'b', c: 'd' }, rest = __rest(o, ['c']), result = rest.a", "b"},
		{"import { __spreadArray } from 'tslib'; const result = __spreadArray(['b'], ['c'], false)[1]", "b c"},
		{"import spread from '@babel/runtime/helpers/objectSpread2'; const o = { a: 'b' }, result = spread({}, o, { c: 'd' }).a", "b"},
		{"import { __assign } from 'tslib'; const result = __assign({}, { e: 1 }, { f: 1 }, { g: 1 }, { h: 1 }, { a: 'b' }).a", "b"},
		{"import { __assign } from 'made-up'; const o = { a: 'b' }, result = __assign({}, o).c", ""},
		{"import { get } from 'lodash'; const result = get({ a: [{ b: 'c', d: 'e' }] }, 'a[0].b')", "c"},
		{"import get from 'lodash/get'; const result = get({ a: { b: 'c', d: 'e' } }, ['a', 'b'], 'f')", "c f"},
		{"import { get } from './own'; const result = get({ a: 'b' }, 'a')\n-- own.js --\nexport const get = () => 'c'", "c"},

		{"import { useRequest } from 'ahooks'; var result; const { run } = useRequest(v => { result = v }, { defaultParams: ['b'] }); run('c')", "b c"},
		{"import { useRequest } from 'ahooks'; const { data } = useRequest(() => 'b'); const result = data", "b"},
		{"import useSWR from 'swr'; var result; useSWR('b', key => { result = key }); useSWR(() => 'c', key => { result = key })", "b c"},
		{"import useSWR, { SWRConfig } from 'swr'; var result; export const App = () => <SWRConfig value={{ fetcher: key => { result = key } }}/>; useSWR('b')", "b"},
		{"import { useQuery } from '@tanstack/react-query'; var result; useQuery({ queryKey: ['b'], queryFn: ({ queryKey }) => { result = queryKey[0] } })", "b"},
		{"import { useMutation } from 'react-query'; var result; const { mutate } = useMutation(v => { result = v }); mutate('b')", "b"},
	})
}

// TestSilentLibraries: what a function keeps, copies or assigns is known before it is called.
func TestSilentLibraries(t *testing.T) {
	for name, want := range map[string]bool{
		"resolve": true, "get": true, "call": true, "useMemo": true, "mapActions": false, "select": true,
		"provide": false, "create": false, "createContext": false, "Provider": false, "defineStore": false, "takeEvery": false,
	} {
		for _, of := range model.FunctionsNamed()[name] {
			if got := isSilent(resolve.Parse([]byte(of.Code), "js", nil)); got != want && !(name == "mapActions" && of.Packages[0] == "pinia") {
				t.Errorf("%s of %s is silent: %v, want %v", name, of.Packages[0], got, want)
			}
		}
	}
}
