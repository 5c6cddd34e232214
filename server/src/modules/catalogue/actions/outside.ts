import type { OutsideAnswer } from '@fengqiao/contract/catalogue/outside-view.ts';
import type { recordOutside } from '@fengqiao/contract/catalogue/outside.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { deadline } from '#platform/calendar/deadline.ts';
import { attachFiles } from '#platform/files/store.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { notify } from '#modules/notices';
import { localDay, noonOf } from '../domain/day.ts';
import { answerOutside, demandOutside } from '../domain/outside.ts';
import type { InWorkDays } from '../domain/request.ts';
import {
  insertOutside,
  mayReadOutsideFile,
  outsideOf,
  saveDecided,
  type KeptOutside,
} from '../store/outside.ts';
import { lockRequest, saveRequest, type Kept } from '../store/request.ts';
import { addStep } from '../store/request-steps.ts';
import { staffNames } from '../store/staff.ts';
import { actorOf } from './names.ts';

/** One person of the asking unit records what the bureau answered on its own platform. */
export async function record(work: Work, id: string, given: In<typeof recordOutside>['body']): Promise<void> {
  const by = actorOf(work);
  const request = await ownRequest(work, id, by.unit);
  const { through, reference, answeredOn, outcome, fields, ground = null, text, file = null } = given;
  if ((await openOf(work, id)) !== undefined) refuse('catalogue.outside_waits');
  demandOutside(request, { outcome, fields, ground, text });
  const asked = localDay({ ...work, now: request.askedAt });
  if (answeredOn < asked || answeredOn > localDay(work) || (outcome !== 'refused' && ground !== null))
    refuse('catalogue.outside_incomplete');
  if (file !== null) await attachFiles(work, [file]);
  await insertOutside(work, {
    id: work.newId(),
    request: id,
    through,
    reference,
    answeredOn,
    outcome,
    fields,
    ground,
    text,
    file,
    recordedBy: by.account,
  });
  await step(work, request, 'record_outside', { text: `${reference} · ${text}`, after: request });
  await notify(work, {
    to: { unit: request.requester },
    kind: 'share.record_outside',
    zh: `共享申请 ${request.no} 登记了平台外的答复（${reference}），请本单位另一人核对确认。`,
    en: `An answer from outside (${reference}) was recorded for request ${request.no}; a second person of the unit checks it.`,
  });
}

/** The second person confirms it, and the request stands as the bureau left it. */
export async function confirm(work: Work, id: string): Promise<void> {
  const { request, open, by } = await toDecide(work, id);
  await saveDecided(work, { id: open.id, state: 'confirmed', by, why: null });
  const after: Kept = { ...request, ...answerOutside(request, open, sinceDay(work, open.answeredOn)) };
  await saveRequest(work, after);
  await step(work, request, 'confirm_outside', { text: open.reference, after });
}

export async function reject(work: Work, id: string, reason: string): Promise<void> {
  const { request, open, by } = await toDecide(work, id);
  await saveDecided(work, { id: open.id, state: 'rejected', by, why: reason });
  await step(work, request, 'reject_outside', { text: reason, after: request });
  await notify(work, {
    to: { account: open.recordedBy },
    kind: 'share.reject_outside',
    zh: `您为共享申请 ${request.no} 登记的答复未被认可：${reason}`,
    en: `The answer you recorded for request ${request.no} was rejected: ${reason}`,
  });
}

async function toDecide(work: Work, id: string): Promise<{ request: Kept; open: KeptOutside; by: string }> {
  const { account, unit } = actorOf(work);
  const request = await ownRequest(work, id, unit);
  const open = (await openOf(work, id)) ?? refuse('catalogue.not_waiting', { state: request.state });
  if (open.recordedBy === account) refuse('catalogue.same_person');
  return { request, open, by: account };
}

async function ownRequest(work: Work, id: string, unit: string): Promise<Kept> {
  const request = await lockRequest(work, id);
  return request.requester === unit ? request : refuse('catalogue.not_your_unit');
}

const openOf = async (work: Work, id: string): Promise<KeptOutside | undefined> =>
  (await outsideOf(work, id)).find(({ state }) => state === 'recorded');

/** Work days counted from the day of the answer and not from that of its record. */
const sinceDay =
  (work: Work, day: string): InWorkDays =>
  (value) =>
    deadline(work.calendar, { unit: 'work_day', value, start: noonOf(work, day) });

type Act = 'record_outside' | 'confirm_outside' | 'reject_outside';

async function step(
  work: Work,
  request: Kept,
  act: Act,
  { text, after }: { text: string; after: Kept },
): Promise<void> {
  await addStep(work, request.id, { act, text, before: request.state, after: after.state });
  await work.announce('share.moved', request.id, { act, state: after.state });
}

/** The answers from outside with the names of who recorded and decided them. */
export async function presentOutside(work: Work, kept: readonly KeptOutside[]): Promise<OutsideAnswer[]> {
  const names = await staffNames(
    work,
    kept.flatMap(({ recordedBy, decidedBy }) => [recordedBy, ...(decidedBy === null ? [] : [decidedBy])]),
  );
  return kept.map(({ recordedBy, recordedAt, decidedBy, decidedAt, ...one }) => ({
    id: one.id,
    through: one.through,
    reference: one.reference,
    answeredOn: one.answeredOn,
    outcome: one.outcome,
    fields: [...one.fields],
    ground: one.ground,
    text: one.text,
    file: one.file,
    state: one.state,
    why: one.why,
    by: names.get(recordedBy) ?? '',
    recordedAt: recordedAt.toISOString(),
    decidedBy: decidedBy === null ? null : (names.get(decidedBy) ?? ''),
    decidedAt: decidedAt?.toISOString() ?? null,
  }));
}

/** Whoever sees the request may read what came with its answer; the row policies say who that is. */
export const mayReadFile = (work: Work, file: string): Promise<boolean> => mayReadOutsideFile(work, file);
