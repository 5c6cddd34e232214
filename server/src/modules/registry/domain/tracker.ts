import { refuse } from '#platform/refusal.ts';

/**
 * What the two forms of the Data Tracker differ in (Estonia's andmejälgija, OpenAPI 1.0 and 2.0): from which number places
 * are counted, and how many are given at most.
 */
export const forms = {
  v1: { first: 1, most: 100 },
  v2: { first: 0, most: 1000 },
} as const;
export type Form = keyof typeof forms;

export type Parameters = Readonly<Record<string, string | undefined>>;

/** Reads place, number and span of what is asked; 400 registry.tracker_asked. */
export function stretchOf(
  { offset, limit, periodStart, periodEnd }: Parameters,
  form: Form,
): { skip: number; limit: number; from: Date | null; to: Date | null } {
  const { first, most } = forms[form];
  const place = whole(offset, first, 'offset');
  const many = whole(limit, most, 'limit');
  if (place < first || many < 1 || many > most)
    refuse('registry.tracker_asked', { offset: first, limit: most });
  return {
    skip: place - first,
    limit: many,
    from: moment(periodStart, 'periodStart'),
    to: moment(periodEnd, 'periodEnd'),
  };
}

const MOST_PLACES = 2_147_483_647;

function whole(text: string | undefined, otherwise: number, parameter: string): number {
  if (text === undefined || text === '') return otherwise;
  return /^\d{1,10}$/.test(text) && Number(text) <= MOST_PLACES
    ? Number(text)
    : refuse('registry.tracker_asked', { parameter });
}

/** The specification's own example has no zone; such a moment is meant as the world's. */
function moment(text: string | undefined, parameter: string): Date | null {
  if (text === undefined || text === '') return null;
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  const found = form === null ? Number.NaN : Date.parse(form[2] === undefined ? `${text}Z` : text);
  return Number.isNaN(found) ? refuse('registry.tracker_asked', { parameter }) : new Date(found);
}

const NUMBER = /^[A-Za-z0-9\uff10-\uff19 \-－·]{4,40}$/;

/** The number of a paper as a portal writes it: the country before it, as X-Road has it, may stand there. */
export function numberOf(given: unknown): string | null {
  if (typeof given !== 'string' || !NUMBER.test(given)) return null;
  return given.replace(/^CN(?=[0-9])/i, '');
}
