import type { AccessObject, PersonalField } from '@fengqiao/contract/audit.ts';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import { recordAccess } from '#modules/audit';
import type { Work } from '#platform/work.ts';

type Masked = {
  readonly action: string;
  readonly object: AccessObject;
  readonly subjects: readonly string[];
  readonly purpose: Purpose;
  readonly fields?: readonly PersonalField[];
  readonly reason?: string;
};

/** Writes down that people were shown masked, one record for the page; nobody shown, nothing to write. */
export async function lookedMasked(
  work: Work,
  { subjects, fields = ['name', 'phone', 'sex'], ...look }: Masked,
): Promise<void> {
  if (subjects.length > 0) await recordAccess(work, { ...look, subjects, fields, flags: ['masked'] });
}

/** The same for somebody who was looked for by the number of a paper, of whom nothing is told but that they are registered. */
export const metByNumber = (work: Work, person: string, purpose: Purpose): Promise<void> =>
  lookedMasked(work, {
    action: 'registry.check',
    object: `person:${person}`,
    subjects: [person],
    fields: ['idNumber'],
    purpose,
  });
