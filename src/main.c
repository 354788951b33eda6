#include <fcntl.h>
#include <locale.h>
#include <signal.h>
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

int main(int argc, char **argv)
{
	struct arguments arguments;
	int status;

	keep_standard_streams();
	signal(SIGPIPE, SIG_DFL); /* a parent may have it ignored */
	setlocale(LC_CTYPE, "");
	if (arguments_read(&arguments, argc, argv, &status))
		status = command_run(&arguments);
	arguments_release(&arguments);
	status = output_finish(status);
	trace_end(status);
	return status;
}
