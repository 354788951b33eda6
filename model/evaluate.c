#include "result.h"

#include <string.h>

#include "facts.h"

void evaluate(const struct session *session, struct result *result)
{
	struct facts facts;

	memset(result, 0, sizeof(*result));
	facts_base(&facts, session);
	compare_options(&facts, result);
	compare_savings(&facts, result);
	gates_answer(session, &facts, result);
}
