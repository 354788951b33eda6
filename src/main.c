#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "arguments.h"
#include "commands.h"
#include "output.h"
#include "trace.h"

/* A file that is opened while 0, 1 or 2 is free would be taken for a standard
 * stream. Fill them with something that can only fail. */
static void keep_standard_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0)
			(void)open("/dev/null",
				fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/*
 * The locale says which characters the terminal takes, and nothing else: where
 * it has letters of its own (a Turkish I), words of ours would come out with
 * them, and others would not be found.
 */
static void adopt_characters(void)
{
	if (!setlocale(LC_CTYPE, ""))
		return;
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C");
	else if (!setlocale(LC_CTYPE, "C.UTF-8"))
		setlocale(LC_CTYPE, ""); /* a system that does not have it */
}

int main(int argc, char **argv)
{
	struct arguments arguments;
	int status;

	keep_standard_streams();
	signal(SIGPIPE, SIG_DFL); /* a parent may have it ignored */
	adopt_characters();
	if (arguments_read(&arguments, argc, argv, &status))
		status = command_run(&arguments);
	arguments_release(&arguments);
	status = output_finish(status);
	trace_end(status);
	return status;
}
