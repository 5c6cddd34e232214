import {
  bulkActs,
  type actOnMany as told,
  type BulkAct,
  type BulkLine,
} from '@fengqiao/contract/cases/bulk.ts';
import { refusals } from '@fengqiao/contract/refusals.ts';
import type { In, Out } from '@fengqiao/contract/route.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import { findCases } from '../store/case.ts';
import { mergeOfCase } from '../store/merge.ts';
import { aside } from '../store/savepoint.ts';
import { acknowledgeCase } from './acknowledge.ts';
import { archiveCase } from './archive.ts';
import { assignOn } from './assign-on.ts';
import { dispatchCase } from './dispatch-case.ts';
import { mergeCases } from './merge.ts';
import { recallDispatch } from './recall.ts';
import { takeBack } from './take-back.ts';
import { unmerge } from './unmerge.ts';
import { iso } from './view-parts.ts';

type Given = In<typeof told>['body'];

/**
 * The same act on many cases, each exactly as if it were alone. What is refused is undone to the last row and stops no other;
 * a preview is the act itself, undone for every case, so it cannot promise anything else than what then happens.
 */
export async function actOnMany(work: Work, given: Given): Promise<Out<typeof told>> {
  const { act, ids, preview, into } = given;
  const allowed: readonly string[] = bulkActs[act].who;
  if (!allowed.includes(work.actor.role ?? '')) refuse('cases.bulk_not_yours', { act });
  const known = new Map((await findCases(work, ids)).map((one) => [one.id, one]));
  const items: BulkLine[] = [];
  for (const id of ids) {
    const before = known.get(id) ?? refuse('platform.not_found');
    if (act === 'merge' && id === into) continue;
    items.push(await one(work, before, () => acts[act](work, id, given), preview));
  }
  const refused = items.filter((item) => item.refused !== null).length;
  return { done: items.length - refused, refused, items };
}

/** One case, aside from the others. */
async function one(
  work: Work,
  before: Case,
  act: () => Promise<unknown>,
  preview: boolean,
): Promise<BulkLine> {
  const done = await aside(work, preview, async () => {
    await act();
    return (await findCases(work, [before.id]))[0] ?? before;
  });
  if ('value' in done) return lineOf(before, done.value, null);
  const { code } = done.refusal;
  const { zh, en } = refusals[code];
  return lineOf(before, before, { code, zh, en });
}

const lineOf = (was: Case, now: Case, refused: BulkLine['refused']): BulkLine => ({
  id: was.id,
  no: was.no,
  title: was.title,
  was: was.state,
  state: now.state,
  lead: now.lead,
  holder: now.holder,
  dueAt: iso(now.dueAt),
  refused,
});

const acts: Record<BulkAct, (work: Work, id: string, given: Given) => Promise<unknown>> = {
  dispatch: (work, id) => dispatchCase(work, id, {}),
  recall: recallDispatch,
  acknowledge: (work, id) => acknowledgeCase(work, id),
  assign_on: (work, id, { unit }) => assignOn(work, id, { unit: unit ?? refuse('cases.bulk_needs') }),
  take_back: takeBack,
  archive: (work, id) => archiveCase(work, id),
  merge: mergeInto,
  unmerge: async (work, id, { reason }) => {
    const merge = (await mergeOfCase(work, id)) ?? refuse('cases.not_merged');
    return unmerge(work, merge, reason ?? refuse('cases.bulk_needs'));
  },
};

async function mergeInto(work: Work, id: string, { into, reason }: Given): Promise<void> {
  if (into === undefined || reason === undefined) refuse('cases.bulk_needs');
  const { refused } = await mergeCases(work, { into, from: [id], reason });
  const [said] = refused;
  const code = keysOf(refusals).find((known) => known === said?.code);
  if (code !== undefined) refuse(code);
}
