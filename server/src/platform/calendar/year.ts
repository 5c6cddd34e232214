import years from './years.json' with { type: 'json' };
import { yearFrom } from './arrangement.ts';
import type { CalendarYear } from './calendar-year.ts';

/** The years shipped with the product, each naming its notice. */
export const vendoredYears: readonly CalendarYear[] = years.map((year, i) => yearFrom(year, i + 1));
