import type { Outcome, State } from '@fengqiao/contract/cases/words.ts';
import { stepWords } from '../track-words.ts';
import { w3c, type Fields } from './document.ts';
import type { Lang } from './input.ts';
import { forAll } from './request.ts';
import { extendedOf, readExtended } from './status.ts';

/** Something that happened to a public case and that reporters may read. */
export type PublicAct = {
  readonly id: string;
  readonly no: string;
  readonly kind: string;
  readonly state: State;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly at: Date;
};

/** What another system says about a case; its claim of a status is kept beside it and decides nothing. */
export const OUTSIDE_UPDATE = 'outside_update';

/** Facts in which colleagues and reporters write freely; the world reads the fixed words only. */
const free = ['reason', 'title', 'note', 'route'] as const;

/** An update as the dialect has it, or null where the activity says nothing to the public. */
export function updateFields({ id, no, kind, state, facts, at }: PublicAct, lang: Lang): Fields | null {
  const fixed = Object.fromEntries(
    Object.entries(facts).filter(([name]) => !free.some((one) => one === name)),
  );
  const said =
    kind === OUTSIDE_UPDATE ? forAll(textOf(facts['description'])) : stepWords(kind, fixed)?.[lang];
  if (said === undefined) return null;
  const claimed = kind === OUTSIDE_UPDATE ? readExtended(textOf(facts['status'])) : undefined;
  const outcome = outcomeOf(facts['outcome']);
  return {
    update_id: id,
    service_request_id: no,
    status: claimed ?? extendedOf(state, { outcome, exitCode: textOf(facts['exit']) || null }),
    updated_datetime: w3c(at),
    description: said.replace(/[：:（(]\s*$/u, '').replace(/[：:]\s*$/u, ''),
    media_url: null,
  };
}

const textOf = (fact: unknown): string => (typeof fact === 'string' ? fact : '');
const outcomeOf = (fact: unknown): Outcome | null =>
  fact === 'solved' || fact === 'explained' || fact === 'referred' ? fact : null;
