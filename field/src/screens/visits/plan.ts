import type { PersonSummary } from '@fengqiao/contract/registry/people.ts';
import { useDraft } from '../../offline/drafts.ts';
import { usePhone } from '../../offline/phone.ts';

/** Somebody to be visited, masked as the register shows them: enough to find the door, and nothing more lies on the phone. */
export type Planned = Pick<PersonSummary, 'id' | 'name' | 'building'>;
type Plan = { people: Planned[] };
const empty = (): Plan => ({ people: [] });

/** Whom the worker means to visit, chosen with a network and kept for the way. */
export function usePlan() {
  const { draft, change } = useDraft(usePhone().phone, 'visits-plan', empty);
  return {
    people: draft.people,
    add: ({ id, name, building }: Planned) =>
      change(({ people }) => ({
        people: [...people.filter((one) => one.id !== id), { id, name, building }],
      })),
    drop: (id: string) => change(({ people }) => ({ people: people.filter((one) => one.id !== id) })),
  };
}
