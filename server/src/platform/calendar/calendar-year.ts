/** One day of an arrangement: local date 'YYYY-MM-DD' and the holiday it belongs to. */
export type CalendarDay = { readonly date: string; readonly name: string };

/**
 * The arrangement of one year: weekdays off and weekend days worked (调休).
 * `official` once the State Council has published it; it may reach into December of the year before.
 */
export type CalendarYear = {
  readonly year: number;
  readonly status: 'official' | 'provisional';
  readonly offDays: readonly CalendarDay[];
  readonly workDays: readonly CalendarDay[];
  readonly source: string;
};
