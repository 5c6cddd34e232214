import {
  CORRECTION_WORK_DAYS,
  type CorrectionState,
  type CorrectionView,
} from '@fengqiao/contract/registry/corrections.ts';
import type { CorrectionAbout, CorrectionField } from '@fengqiao/contract/registry/correction-fields.ts';
import { alone } from '#platform/alone.ts';
import { deadline } from '#platform/calendar/deadline.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import {
  findCorrection,
  insertCorrection,
  isBeingCorrected,
  takeOverdueCorrections,
  type CorrectionRow,
} from '../store/corrections.ts';

type Wish = { readonly field: CorrectionField; readonly value: string };
export type Asked<W extends Wish = Wish> = {
  readonly wishes: readonly W[];
  readonly words?: string | undefined;
};
type Kept = { readonly wishes: readonly Wish[]; readonly words: string | null };
type Of = {
  readonly about: CorrectionAbout;
  readonly subject: string;
  readonly community: string | null;
  readonly grid: string | null;
};

const askedAt = (id: string) => ({ table: 'registry.correction', column: 'asked_enc', row: id });

/** Each field is wished for once. */
export function fieldsOf<W extends Wish>({ wishes }: Asked<W>): W['field'][] {
  const fields = [...new Set(wishes.map(({ field }) => field))];
  return fields.length < wishes.length ? refuse('registry.correction_same') : fields;
}

/** Takes down what somebody says is wrong; the clock of ten work days runs from now. */
export async function keepCorrection(
  work: Work,
  of: Of,
  { wishes, words }: Asked,
  by: { account: string | null; takenBy: string | null },
): Promise<CorrectionView> {
  const fields = fieldsOf({ wishes });
  await alone(work, [`correction ${of.subject}`]);
  if (await isBeingCorrected(work, of, fields)) refuse('registry.correction_open');
  const id = work.newId();
  const kept: Kept = { wishes, words: words ?? null };
  const { dueAt } = deadline(work.calendar, {
    unit: 'work_day',
    value: CORRECTION_WORK_DAYS,
    start: work.now,
  });
  const asked = work.vault.seal(JSON.stringify(kept), askedAt(id));
  await insertCorrection(work, { id, ...of, ...by, fields, asked, dueAt });
  await work.announce('registry.correction_asked', id, { fields, dueAt: dueAt.toISOString() });
  return viewOf(work, await findCorrection(work, id));
}

export const keptOf = ({ vault }: Work, { id, asked_enc }: CorrectionRow): Kept =>
  fromJson<Kept>(JSON.parse(vault.open(asked_enc, askedAt(id))));

/** What a correction is about. */
export function aboutOf({ person, home, organization }: CorrectionRow): {
  about: CorrectionAbout;
  subject: string;
} {
  if (home !== null) return { about: 'home', subject: home };
  if (organization !== null) return { about: 'organization', subject: organization };
  return { about: 'person', subject: person ?? '' };
}

export const viewOf = ({ now, actor }: Work, row: CorrectionRow): CorrectionView => ({
  id: row.id,
  ...aboutOf(row),
  fields: fromJson<CorrectionField[]>(row.fields),
  state: fromJson<CorrectionState>(row.state),
  byResident: row.account !== null,
  mine: actor.account !== null && (row.account ?? row.taken_by) === actor.account,
  askedAt: row.asked_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  late: (row.decided_at ?? now) > row.due_at,
  decidedAt: row.decided_at?.toISOString() ?? null,
  accepted: fromJson<CorrectionField[]>(row.accepted),
  reply: row.reply,
});

const TOLD_AT_ONCE = 100;

/** Says once of every correction that its time is over; gives how many. */
export async function tellOverdueCorrections(work: Work): Promise<number> {
  const overdue = await takeOverdueCorrections(work, TOLD_AT_ONCE);
  for (const { id, dueAt, community } of overdue)
    await work.announce('registry.correction_overdue', id, {
      dueAt: dueAt.toISOString(),
      ...(community === null ? {} : { unit: community }),
    });
  return overdue.length;
}
