#include "today.h"

#include <time.h>

#include "day.h"

int today(void)
{
	time_t now = time(NULL);
	struct tm local;
	char text[DAY_MAX] = "";
	int day = 0;

	if (localtime_r(&now, &local) &&
		strftime(text, sizeof(text), "%Y-%m-%d", &local))
		day_read(text, &day);
	return day;
}
