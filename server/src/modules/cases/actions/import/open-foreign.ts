import type { RowNote } from '@fengqiao/contract/cases/imports.ts';
import { Refusal, refuse, wordsOf } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../../domain/case.ts';
import { cite, decide, type Decision } from '../../domain/dispatch.ts';
import { sourceOf } from '../../domain/import/foreign.ts';
import type { Foreign } from '../../domain/import/row.ts';
import { unitAt } from '../../domain/list.ts';
import { inSavepoint } from '../../store/import-run.ts';
import { tasksOf, whyOf } from '../dispatch-case.ts';
import { give } from '../give.ts';
import { questionOf, type Question } from '../matter.ts';
import { openReport } from '../open-report.ts';
import { register } from '../register.ts';
import type { Importing } from './file-foreign.ts';

export type Noted = { readonly code: RowNote; readonly zh: string; readonly en: string };

/**
 * Takes in a case that is still open elsewhere, by the engine's own acts: it is reported and registered, and given to the
 * owner it had where the list in force says the same. What an act refuses stays for the dispatcher and is told as a note.
 */
export async function openForeign(work: Work, foreign: Foreign, importing: Importing): Promise<Noted[]> {
  const { type, lng, lat, address, located, title, text, reportedAt, channel, id, owner } = foreign;
  const facts = { externalId: id, ...(channel === null ? {} : { channel }) };
  const said = { text: text === '' ? (title ?? type) : text, lng, lat, address, type, facts };
  const source = { ...sourceOf(foreign, importing.system, importing.run) };
  const opened = await openReport(work, said, {
    channel: 'import',
    title,
    located,
    list: importing.list,
    source,
    reportedAt,
  });
  const registered = await tryTo(work, 'not_registered', () =>
    register(work, opened.theCase, { type }, importing.list),
  );
  if ('code' in registered) return [registered];
  if (owner === null) return [];
  const given = await tryTo(work, 'not_dispatched', () => giveTo(work, registered.done, owner));
  return 'code' in given ? [given] : [];
}

/** Does an act, or undoes it and says what it was refused for. */
async function tryTo<T>(work: Work, code: RowNote, act: () => Promise<T>): Promise<{ done: T } | Noted> {
  try {
    return { done: await inSavepoint(work, act) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { zh, en } = wordsOf(error);
    return { code, zh, en };
  }
}

/** Dispatch by the row that names this owner; a row that names another, or none, is refused as for everybody. */
async function giveTo(work: Work, theCase: Case, owner: string): Promise<Case> {
  const question = await questionOf(work, theCase);
  const decision = decisionFor(question, owner);
  const { row, lead } = decision;
  if (row === null || lead === null || lead !== owner || decision.basis !== 'statutory')
    refuse('cases.row_does_not_fit', { owner });
  return give(work, theCase, question, {
    lead,
    basis: 'statutory',
    why: { ...whyOf(decision), note: null },
    row,
    tasks: tasksOf(theCase, decision),
    act: 'dispatch',
  });
}

function decisionFor({ list, units, matter, rows }: Question, owner: string): Decision {
  const decision = decide(list, units, matter);
  const named =
    decision.lead === owner && decision.basis === 'statutory'
      ? undefined
      : rows.find((row) => unitAt(row.lead, matter.community) === owner);
  return named === undefined ? decision : cite(list, units, matter, named.rowKey);
}
