package cli

// fishScript turns the table into calls of complete.
const fishScript = `# Completes beianlint in fish: beianlint completion fish >~/.config/fish/completions/beianlint.fish
function __beianlint_in
	set -l command lint
	for word in (commandline -opc)[2..-1]
		if contains -- $word COMMANDS
			set command $word
			break
		end
	end
	contains -- $command $argv
end
for line in (string split \n -- 'TABLE')
	set -l row (string split '|' -- $line)
	set -l how -n "__beianlint_in $row[1]"
	for name in (string split ' ' -- $row[2])
		if string match -q -- '--*' $name
			set -a how -l (string sub -s 3 -- $name)
		else if test -n "$name"
			set -a how -s (string sub -s 2 -- $name)
		end
	end
	switch $row[3]
		case operand
			set -a how -f
		case words text texts
			set -a how -x
		case file files pair pairs
			set -a how -r -F
	end
	complete -c beianlint $how -a "$row[4]" -d "$row[6]"
end
`
