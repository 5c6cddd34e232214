import type { askForShare, RequestView } from '@fengqiao/contract/catalogue/requests.ts';
import type { Finding } from '@fengqiao/contract/catalogue/words.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { demandCompliant, demandTerm } from '../domain/compliance.ts';
import { endOf, localDay } from '../domain/day.ts';
import { insertRequest } from '../store/request.ts';
import { addStep } from '../store/request-steps.ts';
import { findResource, nextNumbers, type Resource } from '../store/resource.ts';
import { findingsFor } from './findings.ts';
import { actorOf, kindOf } from './names.ts';
import { viewOfRequest, type Collections } from './view-request.ts';

type Given = In<typeof askForShare>['body'];

/** What a check of the application finds, without making it. */
export async function check(work: Work, given: Given): Promise<{ findings: Finding[] }> {
  const { unit: requester } = actorOf(work);
  const { resource } = await whatIsAsked(work, given);
  return { findings: await findingsFor(work, given, { resource, requester }) };
}

/** Asks for data in the name of one's unit; somebody else of the unit has to approve it before it goes out. */
export async function ask(work: Work, given: Given, collections: Collections): Promise<RequestView> {
  const by = actorOf(work);
  const { resource, provider } = await whatIsAsked(work, given);
  if (provider === by.unit) refuse('catalogue.what_is_asked', { provider });
  const found = await findingsFor(work, given, { resource, requester: by.unit });
  demandCompliant(found);
  demandTerm(given, localDay(work));
  const { kind, fields, basis, scenario, scope, method, from, until } = given;
  const id = work.newId();
  const [number = 0] = await nextNumbers(work, 1);
  await insertRequest(work, {
    id,
    no: `GX${localDay(work).slice(0, 4)}-${String(number).padStart(6, '0')}`,
    kind,
    resource: resource?.id ?? null,
    wanted: given.wanted ?? null,
    provider,
    requester: by.unit,
    asked: { fields, basis, scenario, scope, method, from, until },
    fields,
    findings: found,
    state: 'asked',
    granted: null,
    ground: null,
    answer: null,
    missing: null,
    delivery: null,
    dispute: null,
    forum: null,
    decisionNo: null,
    disputeDueAt: null,
    supplemented: false,
    extended: false,
    provisional: false,
    approvedBy: null,
    dueAt: null,
    pausedDays: null,
    askedBy: by.account,
    askedAt: work.now,
    until: endOf(work, until),
  });
  await addStep(work, id, { act: 'ask', text: null, before: null, after: 'asked' });
  await work.announce('share.asked', id, { requester: by.unit, provider });
  return viewOfRequest(work, id, collections);
}

type Asked = { readonly resource: Resource | null; readonly provider: string };

/** A resource of the catalogue, or what a bureau of an upper level holds. */
async function whatIsAsked(work: Work, { kind, resource, provider, wanted }: Given): Promise<Asked> {
  if (resource !== undefined) {
    const found = await findResource(work, resource);
    if (found.state !== 'published') refuse('catalogue.what_is_asked', { state: found.state });
    if (kind !== 'share') await demandBureau(work, found.provider);
    return { resource: found, provider: found.provider };
  }
  if (kind === 'share' || provider === undefined || wanted === undefined) refuse('catalogue.what_is_asked');
  await demandBureau(work, provider);
  return { resource: null, provider };
}

/** Upward there are bureaus only: their answers may come from outside, and what they send back comes without conditions. */
async function demandBureau(work: Work, provider: string): Promise<void> {
  if ((await kindOf(work, provider)) !== 'district') refuse('catalogue.what_is_asked', { provider });
}
