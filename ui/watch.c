#include "watch.h"

#include <stdarg.h>
#include <stdio.h>

#include "press_name.h"
#include "terminal.h"

__attribute__((format(printf, 2, 3))) static void tell(
	const struct ui *ui, const char *words, ...)
{
	char line[200];
	va_list rest;

	if (!ui->watcher)
		return;
	va_start(rest, words);
	vsnprintf(line, sizeof(line), words, rest);
	va_end(rest);
	ui->watcher(line);
}

void watch_open(const struct ui *ui)
{
	char words[120];

	terminal_describe(words, sizeof(words));
	tell(ui, "terminal: %s", words);
}

void watch_press(const struct ui *ui, struct press press, bool typed)
{
	char name[PRESS_NAME] = "";

	if (press.key >= PRESS_CLICK && press.key <= PRESS_WHEEL_DOWN) {
		tell(ui, "mouse: %s at row %d, column %d",
			press.key == PRESS_CLICK ? "click" : "wheel",
			press.row + 1, press.column + 1);
		return;
	}
	if (typed && (press.key == PRESS_RUNE || press.key == PRESS_ALT)) {
		tell(ui, "key: a character");
		return;
	}
	press_write(press, name);
	tell(ui, "key: %s", name);
}

void watch_command(const struct ui *ui, enum command command)
{
	if (command_names[command])
		tell(ui, "command: %s", command_names[command]);
}

void watch_event(const struct ui *ui, const struct event *event)
{
	switch (event->kind) {
	case EVENT_NONE:
	case EVENT_PRESS: break; /* see watch_press() */
	case EVENT_PASTE: tell(ui, "paste"); break;
	case EVENT_RESIZE: watch_open(ui); break;
	case EVENT_SIGNAL: tell(ui, "signal: %d", event->signal); break;
	case EVENT_HANGUP: tell(ui, "the terminal is gone"); break;
	}
}

void watch_paint(struct ui *ui)
{
	size_t sent = terminal_sent();

	if (sent > ui->sent)
		tell(ui, "paint: %zu bytes", sent - ui->sent);
	ui->sent = sent;
}
