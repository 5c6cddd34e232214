import type { Static } from 'typebox';
import type {
  ConflictState,
  ConflictView,
  endConflict as ending,
  FieldAct,
  noteConflict as noting,
  settleConflict as settling,
} from '@fengqiao/contract/rounds/conflicts.ts';
import { findPersonInReach, keysOfPerson } from '#modules/registry';
import { attachFiles, mediaOf } from '#platform/files/store.ts';
import { fromJson } from '#platform/json.ts';
import { Refusal, refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { onServer } from '../domain/moment.ts';
import {
  conflictHasFile,
  conflictsOf,
  deleteConflictsAbout,
  endOwn,
  findConflict,
  openConflicts,
  putConflict,
  saveBody,
  saveSettlement,
  type ConflictRow,
} from '../store/conflict.ts';
import { ownOnly, pageOf, type Asked } from './page.ts';
import { openWords, placeOfConflict, placeOfSettlement, sealWords } from './sealing.ts';

type Given = Static<typeof noting.body>;
type Body = Pick<Given, 'title' | 'words' | 'said'>;

/** Keeps what the server did not take as it was, once by the name of the act; its photos stay with it. */
export async function noteConflict(work: Work, given: Given): Promise<ConflictView> {
  const { account, unit, name } = work.actor;
  if (account === null || unit === null) return refuse('identity.no_post');
  const person = given.person === undefined ? null : await inReach(work, given.person);
  await attachFiles(work, given.files);
  const { title, words, said } = given;
  const body: Body = { title, words, said };
  const fresh = work.newId();
  const id = await putConflict(
    work,
    {
      id: fresh,
      op: given.op,
      account,
      unit,
      name,
      kind: given.kind,
      how: given.how,
      code: given.code,
      case_id: given.caseId ?? null,
      person,
      body_enc: sealWords(work, JSON.stringify(body), placeOfConflict(fresh)),
      done_at: onServer(given.at, given.offsetMs, work.now),
      offset_ms: given.offsetMs ?? null,
      noted_at: work.now,
    },
    given.files,
  );
  if (id !== fresh) await saveBody(work, id, sealWords(work, JSON.stringify(body), placeOfConflict(id)));
  return viewOf(work, (await findConflict(work, id)) ?? refuse('platform.not_found'));
}

/** Somebody beyond one's reach may be why the act was refused: then nobody is noted. */
const inReach = (work: Work, person: string): Promise<string | null> =>
  findPersonInReach(work, person).then(
    () => person,
    (error: unknown) => {
      if (error instanceof Refusal) return null;
      throw error;
    },
  );

/** What the phone says became of it; a phone that says so twice, or of what is settled, says nothing new. */
export async function endConflict(
  work: Work,
  { op, how }: Static<typeof ending.body>,
): Promise<{ ok: true }> {
  await endOwn(work, op, how);
  return { ok: true };
}

export async function myConflicts(work: Work): Promise<{ items: ConflictView[] }> {
  const { account } = work.actor;
  return { items: account === null ? [] : await viewsOf(work, await conflictsOf(work, account)) };
}

/** Those of one's community that are not over. */
export async function listConflicts(
  work: Work,
  asked: Asked,
): Promise<{ items: ConflictView[]; next: string | null }> {
  const { rows, next } = await pageOf(asked, (page) => openConflicts(work, page));
  return { items: await viewsOf(work, rows), next };
}

/** Says what was done about it, once; the worker reads it. */
export async function settleConflict(
  work: Work,
  id: string,
  { answer }: Static<typeof settling.body>,
): Promise<ConflictView> {
  if ((await findConflict(work, id)) === undefined) refuse('platform.not_found');
  const settled = await saveSettlement(work, id, sealWords(work, answer.trim(), placeOfSettlement(id)));
  if (!settled) refuse('rounds.conflict_over');
  return viewOf(work, (await findConflict(work, id)) ?? refuse('platform.not_found'));
}

/** A grid worker opens the photos of their own conflicts, a community those of its grids. */
export const mayReadConflictFile = (work: Work, file: string): Promise<boolean> =>
  conflictHasFile(work, file, ownOnly(work));

/** Somebody was erased: what could not be written of them goes too. */
export async function eraseConflicts(work: Work, person: string): Promise<void> {
  await deleteConflictsAbout(work, await keysOfPerson(work, person));
}

const viewOf = async (work: Work, row: ConflictRow): Promise<ConflictView> => {
  const [view] = await viewsOf(work, [row]);
  return view ?? refuse('platform.not_found');
};

async function viewsOf(work: Work, rows: readonly ConflictRow[]): Promise<ConflictView[]> {
  const media = await mediaOf(
    work,
    rows.flatMap(({ files }) => files),
  );
  return rows.map((row) => {
    const opened = openWords(work, row.body_enc, placeOfConflict(row.id)) ?? '{}';
    const body: Body = JSON.parse(opened);
    return {
      id: row.id,
      op: row.op,
      kind: fromJson<FieldAct>(row.kind),
      how: fromJson<ConflictView['how']>(row.how),
      code: row.code,
      caseId: row.case_id,
      unit: row.unit,
      by: row.name,
      ...body,
      files: row.files.map((id) => ({ id, media: media.get(id) ?? '' })),
      doneAt: row.done_at.toISOString(),
      notedAt: row.noted_at.toISOString(),
      state: fromJson<ConflictState>(row.state),
      endedAt: row.ended_at?.toISOString() ?? null,
      answer: openWords(work, row.answer_enc, placeOfSettlement(row.id)),
    };
  });
}
