import type { Static } from 'typebox';
import { maskOf } from '@fengqiao/contract/masks.ts';
import type {
  addOrganization as adding,
  changeOrganization as changing,
} from '@fengqiao/contract/registry/place-acts.ts';
import { organizationFields, type OrganizationField } from '@fengqiao/contract/registry/place-fields.ts';
import type { OrganizationDetail } from '@fengqiao/contract/registry/places.ts';
import { organizationKinds, organizationStates } from '@fengqiao/contract/registry/words.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { alone } from '#platform/alone.ts';
import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import {
  differing,
  inWords,
  organizationMatch,
  organizationWords,
  readOrganizationWords,
  type Words,
} from '../domain/by-hand.ts';
import { isFaulty } from '../domain/import/reading.ts';
import type { OrganizationFacts } from '../domain/import/others.ts';
import { organizationCodeOf } from '../domain/organization-codes.ts';
import type { Provenance } from '../store/apply.ts';
import { findOrganization, type OrganizationRow } from '../store/homes.ts';
import {
  holdCodes,
  insertOrganization,
  lockPlace,
  organizationOf,
  reaches,
  rewriteOrganization,
} from '../store/write-places.ts';
import { changedSince, vouchedBy, writtenBy, wrongly } from './by-hand.ts';
import { readingOf } from './import/reading.ts';
import { contactAt, openContact } from './organization-contact.ts';
import { readOrganization } from './places.ts';
import { sourcesOf } from './provenance.ts';

/** Writes an organization down within the reach of the post; one whose address lies in no building is for the whole street. */
export async function addOrganization(
  work: Work,
  { source, asOf, ...given }: Static<typeof adding.body>,
): Promise<OrganizationDetail> {
  const vouched = vouchedBy(work, { source, asOf });
  const words = { ...nothing, ...inWords(given) };
  const facts = await readOrSay(work, words);
  if (!(await reaches(work, facts.site ?? nowhere))) refuse('registry.outside_reach');
  const id = work.newId();
  const told = keysOf(organizationFields).filter((field) => words[field] !== '');
  const provenance = { '*': vouched, ...writtenBy(vouched, told, 1) };
  if (!(await insertOrganization(work, { id, ...writtenOf(work, id, facts), provenance })))
    refuse('registry.organization_known');
  await holdCodes(work, id, codesOf(facts.creditCode), asOf);
  await work.announce('registry.organization_added', id, { kind: facts.kind });
  return readOrganization(work, id);
}

const nowhere = { community: null, grid: null };
const nothing: Words<OrganizationField> = {
  name: '',
  creditCode: '',
  kind: '',
  state: '',
  address: '',
  trade: '',
  staff: '',
  contact: '',
  phone: '',
};

async function readOrSay(work: Work, words: Words<OrganizationField>): Promise<OrganizationFacts> {
  const read = readOrganizationWords(words, await readingOf(work, { fields: {} }));
  if (isFaulty(read)) return wrongly(read.problems);
  // Nobody reads the notes of one row later, so a phone that cannot be used is corrected here.
  const wrong = read.notes.filter((note) => note !== 'address_unknown');
  return wrong.length > 0 ? wrongly(wrong) : read.facts;
}

const codesOf = (creditCode: string | null) => ({
  credit: creditCode ?? '',
  organization: creditCode === null ? '' : organizationCodeOf(creditCode),
});

function writtenOf({ vault }: Work, id: string, facts: OrganizationFacts) {
  const { kind, state, name, address, site, trade, staff, contact, phone } = facts;
  return {
    kind,
    state,
    name,
    address,
    trade,
    staff,
    match: organizationMatch(facts),
    building: site?.building ?? null,
    community: site?.community ?? null,
    grid: site?.grid ?? null,
    contact:
      contact === null && phone === null
        ? null
        : vault.seal(JSON.stringify({ contact, phone }), contactAt(id)),
  };
}

/** Changes what is written of an organization in reach, unless somebody else did meanwhile. */
export async function changeOrganization(
  work: Work,
  id: string,
  { facts, version: seen, ...stated }: Static<typeof changing.body>,
): Promise<OrganizationDetail> {
  const vouched = vouchedBy(work, stated);
  const version = await lockPlace(work, 'registry.organization', id);
  const row = await findOrganization(work, id);
  const was = organizationInWords(work, row);
  changedSince({ sources: sourcesOf(row), version, seen }, organizationFields, {
    ...was,
    kind: organizationKinds[row.kind],
    state: organizationStates[row.state],
    contact: maskOf('name', was.contact) ?? '',
    phone: maskOf('phone', was.phone) ?? '',
  });
  return asEngine(work, async () => {
    await writeOrganization(work, row, inWords(facts), vouched);
    return readOrganization(work, id);
  });
}

/** An organization as it stands, in the words of its fields; whom to ask for is among them. */
export const organizationInWords = (work: Work, row: OrganizationRow): Words<OrganizationField> =>
  organizationWords({ ...row, ...openContact(work, row.id, row.contact_enc) });

/**
 * Writes what differs of an organization that is held, wherever it moves to: from there on others look after it. Refuses where
 * nothing differs, where the new address lies in no building of the street, or when another has the code.
 */
export async function writeOrganization(
  work: Work,
  row: OrganizationRow,
  told: Readonly<Record<string, string>>,
  vouched: Provenance,
): Promise<void> {
  const was = organizationInWords(work, row);
  const facts = await readOrSay(work, { ...was, ...told });
  const now = organizationWords(facts);
  const fields = differing(was, now);
  if (fields.length === 0) refuse('registry.correction_same');
  if (fields.includes('address') && facts.site === null) wrongly(['address_unknown']);
  const match = organizationMatch(facts);
  await alone(work, [`organization ${match}`]);
  const other = await organizationOf(work, match);
  if (other !== null && other !== row.id) refuse('registry.organization_known');
  const { community, grid, building, ...written } = writtenOf(work, row.id, facts);
  const spot = fields.includes('address') ? { community, grid, building } : spotOf(row);
  await rewriteOrganization(work, row.id, {
    ...written,
    ...spot,
    provenance: { ...sourcesOf(row), ...writtenBy(vouched, fields, row.version + 1) },
  });
  if (fields.includes('creditCode')) await holdCodes(work, row.id, codesOf(facts.creditCode), vouched.asOf);
  await work.announce('registry.organization_changed', row.id, { fields });
}

const spotOf = ({ community, grid, building }: OrganizationRow) => ({ community, grid, building });
