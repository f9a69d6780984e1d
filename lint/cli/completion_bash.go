package cli

// bashScript reads the table at each completion. Bash takes = for a word of its
// own, and completes file names where there are no words.
const bashScript = `# Completes beianlint in bash: source <(beianlint completion bash)
_beianlint_table='TABLE'
_beianlint() {
	local in names kind choices value about word words= flags= operands= taken= command=lint
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
	COMPREPLY=()
	if [[ $prev == = ]]; then
		prev=${COMP_WORDS[COMP_CWORD-2]}
		[[ $prev == -* ]] || return
	elif [[ $cur == = ]]; then
		[[ $prev == -* ]] || return
		cur=
	fi
	for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
		case " COMMANDS " in *" $word "*) command=$word; break ;; esac
	done
	while IFS='|' read -r in names kind choices value about; do
		[[ " $in " == *" $command "* ]] || continue
		case $kind in
		command|operand) operands+=" $choices" ;;
		*) flags+=" $names" ;;
		esac
		if [[ -n $value && " $names " == *" $prev "* ]]; then
			words=$choices taken=$kind
		fi
	done <<<"$_beianlint_table"
	if [[ -z $taken ]]; then
		if [[ $cur == -* ]]; then words=$flags; else words=$operands; fi
	fi
	[[ $taken == pair* ]] && compopt -o nospace 2>/dev/null
	COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _beianlint beianlint
`
