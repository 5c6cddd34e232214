import type { RegistryRowNote, RegistryRowProblem } from '@fengqiao/contract/registry/import-words.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import {
  addressLevelNames,
  homeUses,
  organizationKinds,
  organizationStates,
  type AddressLevel,
  type HomeUse,
  type OrganizationKind,
  type OrganizationState,
} from '@fengqiao/contract/registry/words.ts';
import type { TableRow } from '#platform/table/row.ts';
import { doorOf, localLevel, NONE, standardAddress, type Elements } from '../address.ts';
import { normalNumber, readIdentity } from '../identifiers.ts';
import { readCreditCode } from '../organization-codes.ts';
import { readPhone } from '../phones.ts';
import { meant, placed, said, type Faulty, type Reading, type Site, type Sound } from './reading.ts';

export type HomeFacts = {
  readonly site: Site;
  readonly door: string;
  readonly use: HomeUse;
  readonly squareMetres: number | null;
  readonly rooms: number | null;
  readonly ownerIdNumber: string | null;
  readonly codes: Readonly<Record<string, string>>;
};
export type OrganizationFacts = {
  readonly kind: OrganizationKind;
  readonly state: OrganizationState;
  readonly name: string;
  readonly creditCode: string | null;
  readonly address: string;
  readonly site: Site | null;
  readonly trade: string | null;
  readonly staff: number | null;
  readonly contact: string | null;
  readonly phone: string | null;
};
export type AddressFacts = {
  readonly elements: Elements;
  readonly site: Site | null;
  readonly policeCode: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
};

const uses: Record<string, HomeUse> = {
  ...Object.fromEntries(
    keysOf(homeUses).flatMap((key) => [[key, key] as const, [homeUses[key].zh, key] as const]),
  ),
  自用: 'owner',
  住宅: 'owner',
  租赁: 'rented',
  商用: 'business',
  闲置: 'empty',
};

export const homeVocabulary = { use: uses } as const;

export function readHomeRow(row: TableRow, { mapping, sites }: Reading): Faulty | Sound<HomeFacts> {
  const { line } = row;
  const problems: RegistryRowProblem[] = row.broken ? ['row_broken'] : [];
  const notes: RegistryRowNote[] = [];
  const found = readPlace(row, { mapping, sites }, problems);
  if (found !== null && found.site === null) problems.push('home_unknown');
  const use = meant(row, mapping, 'use', uses);
  if (use === undefined) problems.push('kind_unknown');
  const squareMetres = readNumber(said(row, mapping, 'squareMetres'), problems);
  const rooms = readNumber(said(row, mapping, 'rooms'), problems);
  const owner = said(row, mapping, 'ownerIdNumber');
  const read = owner === '' ? null : readIdentity(owner);
  if (typeof read === 'string') notes.push('owner_unknown');
  const site = found?.site ?? null;
  if (problems.length > 0 || found === null || site === null) return { line, problems };
  const facts: HomeFacts = {
    site,
    door: doorOf(found.elements),
    use: use ?? 'owner',
    squareMetres,
    rooms: rooms === null ? null : Math.round(rooms),
    ownerIdNumber: typeof read === 'string' ? null : (read?.number ?? null),
    codes: codesOf(row, mapping, { realEstateUnit: 'real_estate_unit', houseCode: 'house' }),
  };
  return { line, notes, facts };
}

const organizationWords: Record<string, OrganizationKind> = {
  ...Object.fromEntries(
    keysOf(organizationKinds).flatMap((key) => [
      [key, key] as const,
      [organizationKinds[key].zh, key] as const,
    ]),
  ),
  有限责任公司: 'enterprise',
  有限公司: 'enterprise',
  公司: 'enterprise',
  个体户: 'household_business',
  民办非企业单位: 'social',
  社会团体: 'social',
  事业单位: 'public',
  机关: 'public',
};
const states: Record<string, OrganizationState> = {
  ...Object.fromEntries(
    keysOf(organizationStates).flatMap((key) => [
      [key, key] as const,
      [organizationStates[key].zh, key] as const,
    ]),
  ),
  在业: 'open',
  开业: 'open',
  迁出: 'moved',
  注销: 'closed',
  吊销: 'closed',
};

export const organizationVocabulary = { kind: organizationWords, state: states } as const;

export function readOrganizationRow(
  row: TableRow,
  { mapping, sites }: Reading,
): Faulty | Sound<OrganizationFacts> {
  const { line } = row;
  const problems: RegistryRowProblem[] = row.broken ? ['row_broken'] : [];
  const notes: RegistryRowNote[] = [];
  const name = said(row, mapping, 'name');
  if (name === '') problems.push('name_missing');
  else if (name.length > 80) problems.push('name_unusable');
  const codeSaid = said(row, mapping, 'creditCode');
  const code = codeSaid === '' ? null : readCreditCode(codeSaid);
  if (typeof code === 'string') problems.push(code);
  const kind = meant(row, mapping, 'kind', organizationWords);
  const state = meant(row, mapping, 'state', states);
  if (kind === undefined || state === undefined) problems.push('kind_unknown');
  const address = said(row, mapping, 'address').slice(0, 120);
  const found = address === '' ? null : placed(address, sites);
  if (address !== '' && (found?.site ?? null) === null) notes.push('address_unknown');
  const phoneSaid = said(row, mapping, 'phone');
  const phone = phoneSaid === '' ? null : readPhone(phoneSaid);
  if (phone === null && phoneSaid !== '') notes.push('phone_unusable');
  const staff = readNumber(said(row, mapping, 'staff'), problems);
  if (problems.length > 0) return { line, problems };
  const facts: OrganizationFacts = {
    kind: kind ?? 'enterprise',
    state: state ?? 'open',
    name,
    creditCode: typeof code === 'string' ? null : (code?.code ?? null),
    address,
    site: found?.site ?? null,
    trade: said(row, mapping, 'trade').slice(0, 60) || null,
    staff: staff === null ? null : Math.round(staff),
    contact: said(row, mapping, 'contact').slice(0, 40) || null,
    phone,
  };
  return { line, notes, facts };
}

export function readAddressRow(row: TableRow, { mapping, sites }: Reading): Faulty | Sound<AddressFacts> {
  const { line } = row;
  const problems: RegistryRowProblem[] = row.broken ? ['row_broken'] : [];
  const found = readPlace(row, { mapping, sites }, problems);
  const [lng, lat] = [
    readNumber(said(row, mapping, 'lng'), problems),
    readNumber(said(row, mapping, 'lat'), problems),
  ];
  if ((lng === null) !== (lat === null) || Math.abs(lng ?? 0) > 180 || Math.abs(lat ?? 0) > 90)
    problems.push('number_unreadable');
  if (problems.length > 0 || found === null) return { line, problems: [...new Set(problems)] };
  const policeCode = normalNumber(said(row, mapping, 'policeCode')).slice(0, 40) || null;
  return {
    line,
    notes: found.site === null ? ['address_unknown'] : [],
    facts: { elements: found.elements, site: found.site, policeCode, lng, lat },
  };
}

function readPlace(
  row: TableRow,
  { mapping, sites }: Pick<Reading, 'mapping' | 'sites'>,
  problems: RegistryRowProblem[],
) {
  const text = said(row, mapping, 'address');
  if (text === '') {
    problems.push('address_missing');
    return null;
  }
  const found = placed(text, sites);
  if (found === null) problems.push('address_unreadable');
  return found;
}

function readNumber(text: string, problems: RegistryRowProblem[]): number | null {
  if (text === '') return null;
  const value = Number(text.replace(/[,，\s]|平方米|㎡|人|间/g, ''));
  if (Number.isFinite(value) && Math.abs(value) < 1e7) return value;
  problems.push('number_unreadable');
  return null;
}

const codesOf = (row: TableRow, mapping: Reading['mapping'], schemes: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(schemes).flatMap(([field, scheme]) => {
      const value = normalNumber(said(row, mapping, field)).slice(0, 60);
      return value === '' ? [] : [[scheme, value]];
    }),
  );

/** An address and all it lies below, coarse first, from the road or estate down; each with its standard words. */
export function ladderOf(elements: Elements): { level: AddressLevel; text: string; elements: Elements }[] {
  const from = localLevel(elements);
  const first = addressLevelNames.indexOf(from);
  const kept = { ...elements };
  const steps: { level: AddressLevel; text: string; elements: Elements }[] = [];
  for (const level of addressLevelNames.slice(first).toReversed()) {
    if (kept[level] !== NONE) steps.push({ level, text: standardAddress(kept, from), elements: { ...kept } });
    kept[level] = NONE;
  }
  return steps.toReversed();
}
