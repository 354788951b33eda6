# Completion of tuneornot in fish; the program itself knows what to offer.
# To try it: tuneornot completions fish | source

function __tuneornot_offers
	set -l words (commandline -opc)
	set -l current (commandline -ct)
	set -l program (string replace -r '^~/' $HOME/ -- $words[1])
	set -e words[1]

	# The word that is being typed may have begun a quotation.
	set -l plain (string unescape -- $current; or string replace -ra '[\\\\"\']' '' -- $current)
	set -l lines ($program __complete -- $words "$plain" 2>/dev/null)
	set -l kind $lines[1]
	set -e lines[1]
	string join \n -- $lines

	# Files stand behind "--flag=", too.
	set -l before (string match -r -- '^--[^=]*=' $current)
	set -l files (__fish_complete_path (string replace -r -- '^--[^=]*=' '' $current))
	switch "$kind"
		case files
			string join \n -- "$before"$files
		case sessions
			string join \n -- "$before"(string match -r '.*(?:/|\.cfg)(?:\t.*)?$' -- $files)
	end
end

complete -c tuneornot -f -a '(__tuneornot_offers)'
