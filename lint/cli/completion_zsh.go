package cli

// zshScript turns the table into specs of _arguments.
const zshScript = `#compdef beianlint
# Completes beianlint in zsh: beianlint completion zsh >~/.zfunc/_beianlint, where
# ~/.zfunc stands in fpath; or source <(beianlint completion zsh) behind compinit.
_beianlint_table='TABLE'
_beianlint() {
	local in names kind choices value about name head tail operand=_files command=lint
	local -a spec commands
	for name in ${words[2,CURRENT-1]}; do
		if [[ " COMMANDS " == *" $name "* ]]; then command=$name; break; fi
	done
	while IFS='|' read -r in names kind choices value about; do
		[[ " $in " == *" $command "* ]] || continue
		case $kind in
		command) operand=_beianlint_start; commands+=("$choices:$about") ;;
		operand) operand="($choices)" ;;
		words) tail=":$value:($choices)" ;;
		file*) tail=":$value:_files" ;;
		pair*) tail=":$value:{ if compset -P '*='; then _files; else compadd -S '' -- $choices; fi }" ;;
		text*) tail=":$value: " ;;
		switch) tail= ;;
		esac
		head="($names)"
		[[ $kind == *s && $kind != words ]] && head='*'
		for name in ${=names}; do
			spec+=("$head$name${value:+=}[$about]$tail")
		done
	done <<<$_beianlint_table
	_arguments -s $spec "*: :$operand"
}
_beianlint_start() {
	_describe command commands
	_files
}
if [[ $funcstack[1] == _beianlint ]]; then
	_beianlint "$@"
else
	compdef _beianlint beianlint
fi
`
