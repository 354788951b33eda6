#!/bin/sh
# A .deb comes into a root of its own, works there, and goes again.
#
#   package.sh DEB
#
# The machine stays as it is, and nobody has to be root (fakeroot). The
# libraries that the package depends on are the machine's.
set -eu

deb=$(realpath "$1")
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
name=$(dpkg-deb --field "$deb" Package)
version=$(dpkg-deb --field "$deb" Version)
share=$root/usr/share

fail() {
	echo "package: $*" >&2
	exit 1
}

dpkg_there() {
	PATH=$PATH:/usr/sbin:/sbin fakeroot dpkg --root="$root" \
		--force-depends "$@" >"$root/var/log/said" 2>&1 ||
		fail "dpkg $1: $(cat "$root/var/log/said")"
}

# All but dpkg's own books.
files() {
	(cd "$root" && find . ! -path './var*' | sort)
}

# A home, and nothing in it or in the environment that leads elsewhere.
move_in() {
	unset TUNEORNOT_DATA XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME
	HOME=$(mktemp -d "$root/var/home-XXXXXX")
	PATH=$root/usr/bin:$PATH
	export HOME PATH
	cd "$HOME"
}

check_program() {
	[ "$(command -v "$name")" = "$root/usr/bin/$name" ] ||
		fail 'the program is not there'
	[ "$("$name" --version)" = "$name ${version%-*}" ] ||
		fail "$("$name" --version) came with the package $version"
	"$name" report mine.cfg </dev/null >/dev/null 2>&1 &&
		fail 'a report of a session that is not there'
	"$name" new mine.cfg --template support-triage
	"$name" report mine.cfg </dev/null | grep -q 'net saving' ||
		fail 'no report'
}

# Its own, wherever the package lies.
check_data() {
	for what in themes examples catalogue schema; do
		folder=$("$name" paths | sed -n "s/^$what  *//p")
		[ "$(realpath "$folder")" = "$(realpath "$share/$name/$what")" ] ||
			fail "$what: $folder is not the package's"
	done
	"$name" themes | grep -q dark || fail 'no themes'
	"$name" prices list --kind gpu | grep -q gpu: || fail 'no catalogue'
	"$name" check "$share/$name/examples"/*.cfg
}

check_manual() {
	MANPATH=$share/man man "$name" 2>/dev/null | grep -q "$name" ||
		fail 'man does not find the manual'
}

# Where Debian's shells look.
check_completions() {
	bash -c '. "$1" && complete -p "$2"' - \
		"$share/bash-completion/completions/$name" "$name" >/dev/null ||
		fail 'bash does not complete'
	for file in "zsh/vendor-completions/_$name" \
		"fish/vendor_completions.d/$name.fish"; do
		[ -s "$share/$file" ] || fail "$file is missing"
	done
}

mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates" "$root/var/log"
: >"$root/var/lib/dpkg/status"
before=$(files)
dpkg_there --install "$deb"
(
	move_in
	check_program
	check_data
	check_manual
	check_completions
)
dpkg_there --purge "$name"
[ "$(files)" = "$before" ] || fail "it leaves behind: $(files)"
echo 'the package comes, works and goes'
