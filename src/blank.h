/*
 * What a new session starts from: the four usual options, nothing filled in.
 */
#ifndef SRC_BLANK_H
#define SRC_BLANK_H

#include "model.h"

/* Named after the file it will be saved in ("": not named). */
void blank_session(struct session *session, const char *path);

/* Name a session that has no name after its file; not after "-". */
void blank_name(struct session *session, const char *path);

#endif
