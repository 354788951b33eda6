# Completion of tuneornot in bash; the program itself knows what to offer.
# To try it: source <(tuneornot completions bash)

_tuneornot()
{
	local line=${COMP_LINE:0:COMP_POINT} words=() offers=()
	local blanks word kind current prefix='' i

	# bash breaks words at "=" and ":"; put what has no blank between
	# together again, up to the cursor.
	for ((i = 0; i <= COMP_CWORD; i++)); do
		blanks=${line%%[![:blank:]]*}
		line=${line#"$blanks"}
		word=${line:0:${#COMP_WORDS[i]}}
		line=${line:${#word}}
		if [[ $i -eq 0 || -n $blanks ]]; then
			words+=("$word")
		else
			words[${#words[@]} - 1]+=$word
		fi
	done

	# What is being typed, and the part of it that bash does not replace.
	current=${words[${#words[@]} - 1]}
	if [[ $current != [\"\']* ]]; then
		if [[ $COMP_WORDBREAKS == *=* && $current == *=* ]]; then
			prefix=${current%"${current##*=}"}
		fi
		if [[ $COMP_WORDBREAKS == *:* && $current == *:* ]]; then
			word=${current%"${current##*:}"}
			((${#word} > ${#prefix})) && prefix=$word
		fi
	fi
	for ((i = 0; i < ${#words[@]}; i++)); do
		words[i]=${words[i]//[\\\"\']/}
	done
	prefix=${prefix//\\/}

	COMPREPLY=()
	{
		read -r kind
		while IFS= read -r word; do
			offers+=("${word%%$'\t'*}") # bash shows no more
		done
	} < <("${words[0]/#\~\//$HOME/}" __complete -- "${words[@]:1}" \
		2>/dev/null)

	for word in ${offers[@]+"${offers[@]}"}; do
		word=${word#"$prefix"}
		if [[ $kind == none && $current != [\"\']* ]]; then
			printf -v word %q "$word"
		fi
		COMPREPLY+=("$word")
	done
	if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[=.] ]]; then
		compopt -o nospace 2>/dev/null
	fi

	[[ $kind == files || $kind == sessions ]] || return 0
	compopt -o filenames 2>/dev/null
	current=${words[${#words[@]} - 1]}
	[[ $current == --*=* ]] && current=${current#*=}
	while IFS= read -r word; do
		[[ $kind == sessions && ! -d $word && $word != *.cfg ]] ||
			COMPREPLY+=("$word")
	done < <(compgen -f -- "$current")
}

complete -F _tuneornot tuneornot
