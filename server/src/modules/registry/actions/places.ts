import { maskName, maskPhone } from '@fengqiao/contract/masks.ts';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import type {
  HomeDetail,
  HomeView,
  OrganizationDetail,
  OrganizationView,
} from '@fengqiao/contract/registry/places.ts';
import { homeFields, organizationFields } from '@fengqiao/contract/registry/place-fields.ts';
import { REVEAL_SECONDS } from '@fengqiao/contract/registry/people.ts';
import type { CodeScheme, HomeUse, OrganizationKind } from '@fengqiao/contract/registry/words.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { recordAccess } from '#modules/audit';
import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import { openCorrectionsOf } from '../store/corrections.ts';
import {
  codesOf,
  findHome,
  findOrganization,
  homesAfter,
  organizationsAfter,
  type HomeRow,
  type OrganizationRow,
} from '../store/homes.ts';
import { openContact } from './organization-contact.ts';
import { sourceViews } from './by-hand.ts';
import { sourcesOf } from './provenance.ts';

const PAGE = 50;
type Paged = { readonly limit?: number | undefined; readonly after?: string | undefined };
type Place = { readonly grid?: string | undefined; readonly community?: string | undefined };

/** Homes in reach, building by building. */
export async function listHomes(
  work: Work,
  {
    limit = PAGE,
    after,
    ...asked
  }: Paged & Place & { building?: string | undefined; use?: HomeUse | undefined },
) {
  const [building = '', ...door] = (after ?? '').split('~');
  const found = await homesAfter(
    work,
    asked,
    limit + 1,
    /^[0-9a-f-]{36}$/.test(building) ? { building, door: door.join('~') } : null,
  );
  const items = found.slice(0, limit).map(homeView);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? `${last.building}~${last.door}` : null };
}

const homeView = ({
  id,
  building,
  address,
  door,
  community,
  grid,
  use,
  squareMetres,
  rooms,
  people,
}: HomeRow): HomeView => ({
  id,
  building,
  address: address ?? '',
  door,
  community,
  grid,
  use,
  squareMetres,
  rooms,
  people,
});

export async function readHome(work: Work, id: string): Promise<HomeDetail> {
  const [row, codes] = [await findHome(work, id), await codeViews(work, id)];
  return {
    ...homeView(row),
    codes,
    linked: row.linked,
    unhoused: row.unhoused,
    sources: await sourceViews(work, sourcesOf(row), keysOf(homeFields)),
    openCorrections: await openCorrectionsOf(work, id, 'home'),
    version: row.version,
    changedAt: row.changed_at.toISOString(),
  };
}

/** Organizations in reach, by name. */
export async function listOrganizations(
  work: Work,
  {
    limit = PAGE,
    after,
    q,
    ...asked
  }: Paged & Place & { q?: string | undefined; kind?: OrganizationKind | undefined },
) {
  const at = (after ?? '').lastIndexOf('~');
  const from = at < 0 ? null : { name: (after ?? '').slice(0, at), id: (after ?? '').slice(at + 1) };
  const found = await organizationsAfter(
    work,
    { ...asked, q: q?.trim() },
    limit + 1,
    from !== null && /^[0-9a-f-]{36}$/.test(from.id) ? from : null,
  );
  const items = found.slice(0, limit).map(organizationView);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? `${last.name}~${last.id}` : null };
}

const organizationView = ({
  id,
  kind,
  state,
  name,
  creditCode,
  address,
  community,
  grid,
  trade,
  staff,
}: OrganizationRow): OrganizationView => ({
  id,
  kind,
  state,
  name,
  creditCode,
  address,
  community,
  grid,
  trade,
  staff,
});

export async function readOrganization(work: Work, id: string): Promise<OrganizationDetail> {
  const [row, codes] = [await findOrganization(work, id), await codeViews(work, id)];
  const { contact, phone } = openContact(work, id, row.contact_enc);
  return {
    ...organizationView(row),
    contact: contact === null ? null : maskName(contact),
    phone: phone === null ? null : maskPhone(phone),
    codes,
    sources: await sourceViews(work, sourcesOf(row), keysOf(organizationFields)),
    openCorrections: await openCorrectionsOf(work, id, 'organization'),
    version: row.version,
    changedAt: row.changed_at.toISOString(),
  };
}

/** Whom to ask for, in clear; the organization stands for its responsible person in the record. */
export async function revealOrganization(
  work: Work,
  id: string,
  { purpose, reason }: { purpose: Purpose; reason?: string | undefined },
) {
  const row = await findOrganization(work, id);
  await recordAccess(work, {
    action: 'registry.reveal',
    object: `organization:${id}`,
    subjects: [id],
    fields: ['name', 'phone'],
    purpose,
    reason,
  });
  return { ...openContact(work, id, row.contact_enc), seconds: REVEAL_SECONDS };
}

const codeViews = async (work: Work, id: string) =>
  (await codesOf(work, id)).map((code) => ({ ...code, scheme: fromJson<CodeScheme>(code.scheme) }));
