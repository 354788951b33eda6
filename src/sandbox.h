/*
 * What this process may do from now on, where the kernel sees to it.
 *
 * Files from anybody are read by code that we believe in, and by libraries.
 * Should one of them ever be made to do a file's bidding, there is nothing
 * left to do: no network, no other program, no file but those of the command.
 *
 * Begin, allow, enter, before the first byte of such a file is read; there is
 * no way back. What the kernel does not have is left out without a word;
 * "tuneornot doctor" says what holds. Built for finding bugs (sanitizers,
 * coverage), and with TUNEORNOT_SANDBOX=off, none of it happens.
 */
#ifndef SRC_SANDBOX_H
#define SRC_SANDBOX_H

/* From the wider to the narrower. */
enum sandbox_kind {
	SANDBOX_NONE,
	SANDBOX_CALLS, /* files are chosen later: any of them */
	SANDBOX_FILES, /* all files are known: no others */
};

struct sandbox {
	enum sandbox_kind kind;
	int ruleset; /* Landlock's; -1: none */
};

void sandbox_begin(struct sandbox *sandbox, enum sandbox_kind kind);

/*
 * What is not there is passed over, and "-" is no file.
 *
 * sandbox_read: this file, whatever it links to, also if somebody else puts
 * another one in its place meanwhile (sandbox_open()); of a folder only the
 * names in it. path must last. From the 65th on: the folder that it lies in.
 * sandbox_read_folder: all below it, and what links in it lead to.
 * sandbox_write: the folder in which the file lies or will, and all below it,
 * because a file is replaced by a new one beside it.
 * sandbox_write_folder: this folder itself.
 */
void sandbox_read(struct sandbox *sandbox, const char *path);
void sandbox_read_folder(struct sandbox *sandbox, const char *path);
void sandbox_write(struct sandbox *sandbox, const char *path);
void sandbox_write_folder(struct sandbox *sandbox, const char *path);

void sandbox_enter(struct sandbox *sandbox);

/* open(), which still finds the file that sandbox_read() saw when somebody
 * else has replaced it since. */
int sandbox_open(const char *path, int flags);

/* What holds. */
struct sandbox_state {
	const char *off; /* why there is none; NULL: there is what there can be
			  */
	int landlock;    /* its version; 0: not in this kernel */
	int calls;       /* system calls that are refused; 0: not here */
};
struct sandbox_state sandbox_state(void);

#endif
