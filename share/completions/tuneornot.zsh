#compdef tuneornot
# Completion of tuneornot in zsh; the program itself knows what to offer.
# To try it, behind compinit: source <(tuneornot completions zsh)

_tuneornot()
{
	local program=${(Q)words[1]} kind line word
	local -a given offers open

	if (( CURRENT > 2 )); then
		given=("${(@Q)words[2,CURRENT-1]}")
	fi
	{
		read -r kind
		while IFS= read -r line; do
			word=${line%%$'\t'*}
			line=${word//:/\\:}:${line#*$'\t'}
			# Behind "options[1]." and "key=" more is to come.
			if [[ $word == *[=.] ]]; then
				open+=("$line")
			else
				offers+=("$line")
			fi
		done
	} < <("${program/#\~\//$HOME/}" __complete -- "${given[@]}" \
		"${(Q)PREFIX}" 2>/dev/null)

	(( $#offers )) && _describe -t words tuneornot offers
	(( $#open )) && _describe -t words tuneornot open -S ''
	if [[ $kind == files || $kind == sessions ]]; then
		compset -P '--*='
		if [[ $kind == files ]]; then
			_files
		else
			_files -g '*.cfg'
		fi
	fi
}

# Found in $fpath it is called; sourced it is to be made known.
if [[ ${funcstack[1]} == _tuneornot ]]; then
	_tuneornot "$@"
else
	compdef _tuneornot tuneornot
fi
