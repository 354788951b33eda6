/*
 * A target without a fuzzer: the committed inputs, one after the other.
 *
 *	fuzz-session corpus/session found/session
 *
 * Operands are files or folders of files; a folder that is not there holds
 * none.
 */
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>

#include "fuzz.h"

enum { MOST = 8 << 20 };

static int count;

/* At the very end of its room, for the sanitizer. */
static void replay_file(const char *path)
{
	static uint8_t room[MOST];
	FILE *file = fopen(path, "rb");
	size_t size = file ? fread(room, 1, MOST, file) : 0;
	uint8_t *data = malloc(size ? size : 1);

	if (!file || !data) {
		perror(path);
		exit(1);
	}
	fclose(file);
	memcpy(data, room, size);
	/* Should it crash, this is the last that is said. */
	printf("%s\n", path);
	fflush(stdout);
	LLVMFuzzerTestOneInput(data, size);
	free(data);
	count++;
}

static void replay(const char *path)
{
	DIR *folder = opendir(path);
	struct dirent *entry;
	char inside[PATH_MAX];

	if (!folder && errno == ENOENT)
		return;
	if (!folder) {
		replay_file(path);
		return;
	}
	while ((entry = readdir(folder))) {
		if (entry->d_name[0] == '.')
			continue;
		snprintf(inside, sizeof(inside), "%s/%s", path, entry->d_name);
		replay_file(inside);
	}
	closedir(folder);
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		replay(argv[i]);
	printf("%d inputs\n", count);
	return count ? 0 : 1;
}
