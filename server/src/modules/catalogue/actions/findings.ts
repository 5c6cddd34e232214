import type { Finding } from '@fengqiao/contract/catalogue/words.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { demandCompliant, findingsOf, type Wish } from '../domain/compliance.ts';
import { hasShareOf, type Kept } from '../store/request.ts';
import { findResource, holdResource, type Resource } from '../store/resource.ts';
import { kindOf } from './names.ts';

/** What a check finds of a wish by what the catalogue says now, for the unit that would get the data. */
export const findingsFor = async (
  work: Work,
  wish: Wish,
  { resource, requester }: { readonly resource: Resource | null; readonly requester: string },
): Promise<Finding[]> =>
  findingsOf(wish, resource?.content ?? null, {
    kind: await kindOf(work, requester),
    hasShareOf: resource !== null && (await hasShareOf(work, resource.id, requester)),
  });

/** What a check finds of a request whose words have changed since it was made. */
export async function findingsAnew(work: Work, { resource, requester, asked }: Kept): Promise<Finding[]> {
  const found = resource === null ? null : await findResource(work, resource);
  const findings = await findingsFor(work, asked, { resource: found, requester });
  demandCompliant(findings);
  return findings;
}

/**
 * Refuses to give fields of a resource that the catalogue no longer has, or of which it now says that they are not shared; the
 * resource is held, so that it is not withdrawn in the same moment.
 */
export async function demandStillShared(work: Work, request: Kept, fields: readonly string[]): Promise<void> {
  if (request.resource === null || fields.length === 0) return;
  const resource = await holdResource(work, request.resource, 'as it is');
  if (resource.state !== 'published') refuse('catalogue.resource_gone');
  const { asked, requester } = request;
  demandCompliant(await findingsFor(work, { ...asked, fields }, { resource, requester }));
}
