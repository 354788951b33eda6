/*
 * Numbers of processes are used again. A process is the same one only if it
 * has also begun at the same tick of the same run of the kernel. Where /proc
 * does not tell (it is Linux's) the number has to do.
 */
#include "owner.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE = 1024 };

/* The first line of a file of /proc, without its end. */
static bool read_line(const char *path, char line[LINE])
{
	FILE *file = fopen(path, "re");
	bool read = file && fgets(line, LINE, file);

	if (file)
		fclose(file);
	if (read)
		line[strcspn(line, "\n")] = '\0';
	return read;
}

/*
 * State and start of a process: the third and the twenty-second word, counted
 * behind its name, which may hold blanks and brackets. False: there is none.
 */
static bool read_stat(long pid, char *state, unsigned long long *started)
{
	char path[64], line[LINE];
	char *word;

	snprintf(path, sizeof(path), "/proc/%ld/stat", pid);
	if (!read_line(path, line) || !(word = strrchr(line, ')')))
		return false;
	*state = word[1] ? word[2] : '\0';
	for (int i = 2; word && i < 22; i++)
		word = strchr(word + 1, ' ');
	*started = word ? strtoull(word, NULL, 10) : 0;
	return true;
}

void owner_host(char host[OWNER_HOST])
{
	if (gethostname(host, OWNER_HOST - 1))
		host[0] = '\0';
	host[OWNER_HOST - 1] = '\0';
}

struct owner owner_self(void)
{
	struct owner owner = {.pid = (long)getpid()};
	char line[LINE], state;

	read_stat(owner.pid, &state, &owner.started);
	if (read_line("/proc/sys/kernel/random/boot_id", line))
		snprintf(owner.boot, sizeof(owner.boot), "%.39s", line);
	owner_host(owner.host);
	return owner;
}

/* What has ended and was not asked after yet is still listed. */
static bool has_ended(char state)
{
	return state == 'Z' || state == 'X';
}

static enum owner_state state_here(const struct owner *owner)
{
	unsigned long long started;
	char state;

	if (kill((pid_t)owner->pid, 0) && errno == ESRCH)
		return OWNER_GONE;
	if (!owner->started || !read_stat(owner->pid, &state, &started))
		return OWNER_LIVES;
	return started != owner->started || has_ended(state) ? OWNER_GONE
							     : OWNER_LIVES;
}

enum owner_state owner_state(const struct owner *owner)
{
	const struct owner self = owner_self();
	bool same_host = !strcmp(owner->host, self.host);
	bool boots = owner->boot[0] && self.boot[0];

	if (owner->pid <= 0)
		return OWNER_GONE;
	if (boots && !strcmp(owner->boot, self.boot))
		return state_here(owner);
	if (!same_host)
		return OWNER_ELSEWHERE;
	return boots ? OWNER_GONE : state_here(owner);
}
