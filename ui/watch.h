/*
 * What happens at the terminal, in words for who watches (ui_setup.watcher):
 * keys by their names, commands, sizes, bytes. What is typed stays unsaid.
 */
#ifndef UI_WATCH_H
#define UI_WATCH_H

#include "view.h"

void watch_open(const struct ui *ui);
void watch_event(const struct ui *ui, const struct event *event);

/* typed: it means no command, so it may be text. */
void watch_press(const struct ui *ui, struct press press, bool typed);
void watch_command(const struct ui *ui, enum command command);

/* How many bytes went out since the last one. */
void watch_paint(struct ui *ui);

#endif
