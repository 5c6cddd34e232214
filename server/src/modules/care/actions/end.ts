import { CARE_KEPT_DAYS, type CareEnding } from '@fengqiao/contract/care.ts';
import { notify } from '#modules/notices';
import { asCare } from '#platform/care.ts';
import type { Platform } from '#platform/serve.ts';
import { withWork, type Work } from '#platform/work.ts';
import { localDay } from '../domain/day.ts';
import {
  deleteRecords,
  deleteUndecided,
  openRecords,
  overOn,
  toDelete,
  type Ending,
} from '../store/ending.ts';
import { forgetReadings } from '../store/reading.ts';
import { saveRecord } from '../store/record.ts';
import { openPerson } from './sealing.ts';
import { inOffice } from './who-acts.ts';

const UNDECIDED_DAYS = 15;
const DAY_MS = 86_400_000;

/** Ends what has to end: terms that are over, records nobody is left for, and at last the records themselves. */
export const endRecords = (platform: Platform, street: string): Promise<number> =>
  withWork(platform, { service: 'system', street }, platform.clock(), 'write', async (work) => {
    const over = await asCare(work, () => overOn(work, localDay(work)));
    for (const record of over) await end(work, record, 'term');
    const alone = await unattended(work);
    for (const record of alone) await end(work, record, 'unattended');
    const before = new Date(work.now.getTime() - UNDECIDED_DAYS * DAY_MS);
    const undecided = await asCare(work, async () => {
      await forgetReadings(work, localDay(work, -1));
      return deleteUndecided(work, before);
    });
    return over.length + alone.length + undecided + (await deleteEnded(work, platform));
  });

async function end(work: Work, { id, worker, second }: Ending, ending: CareEnding): Promise<void> {
  const deleteOn = localDay(work, CARE_KEPT_DAYS);
  await asCare(work, () => saveRecord(work, id, { state: 'closed', closedBy: null, ending, deleteOn }));
  if (ending !== 'term') return;
  for (const account of [worker, second])
    await notify(work, {
      to: { account },
      kind: 'care.ended',
      zh: '一份关爱记录期限届满，已自动结束；仍需帮扶的，请重新提出。',
      en: 'The term of a special-care record is over and it has ended; propose it anew if help is still needed.',
    });
}

async function unattended(work: Work): Promise<Ending[]> {
  const open = await asCare(work, () => openRecords(work));
  const units = new Map<string, ReadonlyMap<string, string>>();
  for (const unit of new Set(open.map((record) => record.unit))) units.set(unit, await inOffice(work, unit));
  return open.filter(
    ({ unit, worker, second }) => !units.get(unit)?.has(worker) && !units.get(unit)?.has(second),
  );
}

/** Deletes what was kept long enough, unless a legal hold stands on the person. */
async function deleteEnded(work: Work, { rooms }: Pick<Platform, 'rooms'>): Promise<number> {
  const due = await asCare(work, () => toDelete(work, localDay(work)));
  const people = new Map(due.map(({ id, personEnc }) => [id, openPerson(work, id, personEnc)]));
  const held = new Set<string>();
  for (const room of rooms)
    for (const one of (await room.held?.(work, [...people.values()])) ?? []) held.add(one);
  const free = due.filter(({ id }) => !held.has(people.get(id) ?? ''));
  return free.length === 0
    ? 0
    : asCare(work, () =>
        deleteRecords(
          work,
          free.map(({ id }) => id),
        ),
      );
}
