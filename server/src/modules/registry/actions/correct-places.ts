import type { CorrectionView } from '@fengqiao/contract/registry/corrections.ts';
import type { HomeChangeable, OrganizationField } from '@fengqiao/contract/registry/place-fields.ts';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import { recordAccess } from '#modules/audit';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import {
  differing,
  homeWords,
  organizationWords,
  readHomeWords,
  readOrganizationWords,
} from '../domain/by-hand.ts';
import { isFaulty } from '../domain/import/reading.ts';
import type { Provenance } from '../store/apply.ts';
import { findHome, findOrganization } from '../store/homes.ts';
import { lockPlace } from '../store/write-places.ts';
import { wrongly } from './by-hand.ts';
import { readingOf } from './import/reading.ts';
import { keepCorrection, type Asked } from './keep-correction.ts';
import { homeInWords, writeHome } from './write-homes.ts';
import { organizationInWords, writeOrganization } from './write-organizations.ts';

type Told = Readonly<Record<string, string>>;
const toldIn = (wishes: Asked['wishes']): Told =>
  Object.fromEntries(wishes.map(({ field, value }) => [field, value.trim()]));
const byStaff = ({ actor }: Work) => ({ account: null, takenBy: actor.account });

/** Takes down what is wrong about a home in reach. */
export async function askHomeCorrection(
  work: Work,
  id: string,
  asked: Asked<{ field: HomeChangeable; value: string }>,
): Promise<CorrectionView> {
  const row = await findHome(work, id);
  const was = await homeInWords(work, row);
  const read = readHomeWords({ ...was, ...toldIn(asked.wishes) }, await readingOf(work, { fields: {} }));
  if (isFaulty(read)) return wrongly(read.problems);
  eachDiffers(asked, differing(was, homeWords(read.facts, was.address)));
  const { community, grid } = row;
  return keepCorrection(work, { about: 'home', subject: id, community, grid }, asked, byStaff(work));
}

/** Takes down what is wrong about an organization in reach. */
export async function askOrganizationCorrection(
  work: Work,
  id: string,
  asked: Asked<{ field: OrganizationField; value: string }>,
): Promise<CorrectionView> {
  const row = await findOrganization(work, id);
  const was = organizationInWords(work, row);
  const told = { ...was, ...toldIn(asked.wishes) };
  const read = readOrganizationWords(told, await readingOf(work, { fields: {} }));
  if (isFaulty(read)) return wrongly(read.problems);
  eachDiffers(asked, differing(was, organizationWords(read.facts)));
  const { community, grid } = row;
  return keepCorrection(work, { about: 'organization', subject: id, community, grid }, asked, byStaff(work));
}

function eachDiffers({ wishes }: Asked, fields: readonly string[]): void {
  const same = wishes.find(({ field }) => !fields.includes(field));
  if (same !== undefined) refuse('registry.correction_same', { field: same.field });
}

type Place = { readonly about: 'home' | 'organization'; readonly subject: string };

/** What stands written of a place; of an organization whom to ask for too, on record when that is asked about. */
export async function placeAsItStands(
  work: Work,
  { about, subject }: Place,
  { correction, wishes, purpose }: { correction: string; wishes: Asked['wishes']; purpose: Purpose },
): Promise<Told> {
  if (about === 'home') return homeInWords(work, await findHome(work, subject));
  const row = await findOrganization(work, subject);
  const personal = wishes.some(({ field }) => field === 'contact' || field === 'phone');
  if (personal)
    await recordAccess(work, {
      action: 'registry.correction',
      object: `correction:${correction}`,
      subjects: [subject],
      fields: ['name', 'phone'],
      purpose,
    });
  return organizationInWords(work, row);
}

/** Whether the post of whoever acts looks after a place; 404 for others. */
export async function placeInReach(work: Work, { about, subject }: Place): Promise<void> {
  await (about === 'home' ? findHome : findOrganization)(work, subject);
}

/** Writes what was found right of a place. */
export async function correctPlace(
  work: Work,
  { about, subject }: Place,
  wishes: Asked['wishes'],
  vouched: Provenance,
): Promise<void> {
  if (about === 'home') {
    await lockPlace(work, 'registry.home', subject);
    return writeHome(work, await findHome(work, subject), toldIn(wishes), vouched);
  }
  await lockPlace(work, 'registry.organization', subject);
  return writeOrganization(work, await findOrganization(work, subject), toldIn(wishes), vouched);
}
