import type { PersonView } from '@fengqiao/contract/registry/people.ts';
import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import { dayOf } from '../domain/day.ts';
import { eventsOf } from '../store/events.ts';
import { unitNames } from '../store/sites.ts';

/** What happened to somebody, each with where it is known from, of which day, and who vouches for it. */
export async function eventViews(work: Work, person: string): Promise<PersonView['events']> {
  const events = await eventsOf(work, person);
  const names = await unitNames(
    work,
    events.flatMap(({ unit }) => (unit === null ? [] : [unit])),
  );
  return events.map(({ madeAt, asOf, unit, kind, ...rest }) => ({
    ...rest,
    kind: fromJson<PersonView['events'][number]['kind']>(kind),
    asOf: asOf ?? dayOf(work, madeAt),
    unit: unit === null ? null : { id: unit, name: names.get(unit) ?? { zh: unit, en: unit } },
  }));
}
