/*
 * What a shell can offer for each word in capitals: from the tables, our
 * data, the catalogue and the session of the command line. Only reads.
 */
#ifndef SRC_PLACEHOLDER_OFFERS_H
#define SRC_PLACEHOLDER_OFFERS_H

#include "placeholders.h"

void offer_keys(struct offers *offers);
void offer_assignments(struct offers *offers);
void offer_commands(struct offers *offers);
void offer_templates(struct offers *offers);
void offer_themes(struct offers *offers);
void offer_formats(struct offers *offers);
void offer_dialects(struct offers *offers);
void offer_figures(struct offers *offers);
void offer_sections(struct offers *offers);
void offer_when(struct offers *offers);
void offer_kinds(struct offers *offers);
void offer_ids(struct offers *offers);
void offer_vendors(struct offers *offers);
void offer_days(struct offers *offers);

#endif
