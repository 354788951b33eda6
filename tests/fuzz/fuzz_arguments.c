/*
 * A command line, one word a line. What is said about it is harmless on a
 * terminal; what is borrowed is borrowed from the line.
 */
#include <fcntl.h>
#include <getopt.h>
#include <string.h>
#include <unistd.h>

#include "arguments.h"
#include "claims.h"
#include "fuzz.h"

enum { WORDS = 40, SAID = 256 * 1024 };

/* Standard output and error go to a file while a line is read. */
static int begin_listening(const char *path, int kept[2])
{
	int fd = open(path, O_RDWR | O_TRUNC);

	MUST(fd >= 0);
	for (int i = 0; i < 2; i++) {
		kept[i] = dup(i + 1);
		dup2(fd, i + 1);
	}
	return fd;
}

static size_t end_listening(int fd, const int kept[2], char *said)
{
	ssize_t size;

	fflush(stdout);
	fflush(stderr);
	for (int i = 0; i < 2; i++) {
		dup2(kept[i], i + 1);
		close(kept[i]);
	}
	size = pread(fd, said, SAID, 0);
	close(fd);
	MUST(size >= 0);
	said[size] = '\0';
	return (size_t)size;
}

static void check(const struct arguments *arguments, int argc)
{
	const struct command_row *row = &command_table[arguments->command];

	MUST(arguments->command < COMMANDS);
	MUST(arguments->operand_count < argc);
	MUST(arguments->operand_count >= row->least);
	MUST(row->most < 0 || arguments->operand_count <= row->most);
	for (int flag = 0; flag < FLAGS; flag++)
		MUST(!arguments->flag[flag] ||
			flag_table[flag].commands &
				COMMAND_BIT(arguments->command));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char said[SAID + 1];
	struct fuzz fuzz = fuzz_begin(data, size);
	char *argv[WORDS + 2] = {strdup("tuneornot")};
	char *words[WORDS + 2];
	struct arguments arguments;
	int argc = 1, status = -1, kept[2], fd;
	size_t length;
	bool run;

	while (argc <= WORDS && (argv[argc] = fuzz_line(&fuzz)))
		argc++;
	argv[argc] = NULL;
	memcpy(words, argv, sizeof(argv));
	optind = 0; /* begin anew */
	fd = begin_listening(fuzz_file(NULL, 0), kept);
	run = arguments_read(&arguments, argc, argv, &status);
	length = end_listening(fd, kept, said);
	must_be_harmless(said, length);
	if (run)
		check(&arguments, argc);
	else
		MUST(status == STATUS_DONE ||
			(status == STATUS_USAGE && length));
	arguments_release(&arguments);
	for (int i = 0; i < argc; i++)
		free(words[i]);
	return 0;
}
