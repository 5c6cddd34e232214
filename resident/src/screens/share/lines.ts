import { outcomes, states } from '@fengqiao/contract/cases/words.ts';
import type { sharedReport } from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { longTime, span } from '@fengqiao/ui/time.ts';
import { texts } from './texts.ts';

export type Shared = Out<typeof sharedReport>;
export type Line = { readonly label: string; readonly value: string };

/** What it is called where its type may not be told or is not known. */
export const titleOf = ({ typeName }: Shared): string =>
  typeName === null ? t(texts.oneReport) : t(typeName);

/** The rows of the card, the same in the picture and on the page: with whom, for how long, answered apart from solved. */
export function linesOf(shared: Shared, now = new Date()): Line[] {
  const { state, outcome, solved, holder, heldSince, dueAt, community, reports } = shared;
  const row = (label: string, value: string | null): Line[] => (value === null ? [] : [{ label, value }]);
  const held = heldSince === null ? null : span(now.getTime() - Date.parse(heldSince));
  return [
    ...row(t(texts.state), t(states[state])),
    ...row(t(texts.holder), holder === null ? null : `${t(holder)}${held === null ? '' : ` · ${held}`}`),
    ...row(t(texts.due), holder === null || dueAt === null ? null : longTime(dueAt)),
    ...row(t(texts.answered), outcome === null ? t(texts.noAnswer) : t(outcomes[outcome])),
    ...row(t(texts.solved), t(solved === null ? texts.noWord : solved ? texts.yes : texts.no)),
    ...row(t(texts.community), community === null ? null : t(community)),
    ...row(t(texts.together), reports > 1 ? t(texts.people, { n: reports }) : null),
  ];
}
