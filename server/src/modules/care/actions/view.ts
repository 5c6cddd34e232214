import {
  CARE_READS_A_DAY,
  careOccasions,
  type CareOccasion,
  type CarePerson,
  type CareView,
} from '@fengqiao/contract/care.ts';
import { recordAccess } from '#modules/audit';
import { howToReach } from '#modules/registry';
import { asCare } from '#platform/care.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { localDay } from '../domain/day.ts';
import { actsFor, seatOf, voucherFor } from '../domain/record.ts';
import { waitingHandovers, type HandoverRow } from '../store/handover.ts';
import { notesOf, type NoteRow } from '../store/note.ts';
import { countReading } from '../store/reading.ts';
import { findRecord, type RecordRow } from '../store/record.ts';
import { closingOf, noteOf, openBody, openHandover, openPerson, wordsOf, type Words } from './sealing.ts';
import { inOffice, whoActs } from './who-acts.ts';

type Asked = { readonly occasion: CareOccasion; readonly reason: string };
type Found = {
  readonly record: RecordRow;
  readonly notes: readonly NoteRow[];
  readonly handover: HandoverRow | null;
  readonly opened: number;
};

/** Opens one record to one of its two people. The look is counted and written down before anything of it is told. */
export async function look(work: Work, id: string, { occasion, reason }: Asked): Promise<CareView> {
  const { account } = whoActs(work);
  const found = await asCare(work, () => find(work, id, account));
  const { record, opened } = found;
  if (seatOf(record, account) === null) refuse('care.handover_waits');
  if (opened > CARE_READS_A_DAY) refuse('care.budget_spent');
  const person = openPerson(work, id, record.personEnc);
  await recordAccess(work, {
    action: 'care.look',
    object: `care:${id}`,
    subjects: [person],
    fields: ['name', 'phone', 'address', 'care'],
    purpose: 'care',
    reason: `${careOccasions[occasion].zh}：${reason}`,
    approvedBy: voucherFor(record, account),
  });
  const words = await wordsOf(work, person);
  const reach = await howToReach(work, person);
  const names = await inOffice(work, record.unit);
  return present(work, found, { words, names, reach: reach ?? { name: null, phone: null, address: null } });
}

async function find(work: Work, id: string, account: string): Promise<Found> {
  const record = await findRecord(work, id);
  const opened = await countReading(work, { account, day: localDay(work), record: id });
  const [handover = null] = await waitingHandovers(work, [id]);
  return { record, notes: await notesOf(work, id), handover, opened };
}

type Beside = {
  readonly words: Words;
  readonly names: ReadonlyMap<string, string>;
  readonly reach: CareView['person'];
};

function present(work: Work, { record, notes, handover }: Found, { words, names, reach }: Beside): CareView {
  const { account } = whoActs(work);
  const who = (one: string): CarePerson => ({ account: one, name: names.get(one) ?? null });
  const body = openBody(words, record.id, record.bodyEnc);
  const { closingEnc } = record;
  return {
    id: record.id,
    person: reach,
    kind: body.kind,
    paper: body.paper,
    why: body.why,
    measures: [...body.measures],
    notes: notes.map(({ id, at, textEnc }) => ({
      id,
      at: at.toISOString(),
      ...fromJson<{ by: string; text: string }>(JSON.parse(words.open(textEnc, noteOf(id)))),
    })),
    state: record.state,
    seat: seatOf(record, account),
    worker: who(record.worker),
    second: who(record.second),
    contactOn: record.contactOn,
    until: record.until,
    requestedAt: record.requestedAt.toISOString(),
    approvedAt: record.approvedAt?.toISOString() ?? null,
    closedAt: record.closedAt?.toISOString() ?? null,
    ending: record.ending,
    closing: closingEnc === null ? null : words.open(closingEnc, closingOf(record.id)),
    deleteOn: record.deleteOn,
    handover:
      handover === null
        ? null
        : {
            seat: handover.seat,
            from: who(record[handover.seat]),
            to: who(handover.to),
            reason: openHandover(work, handover.id, handover.reasonEnc),
            requestedAt: handover.requestedAt.toISOString(),
            mine: handover.requestedBy === account,
          },
    may: actsFor(record, handover, account),
  };
}
