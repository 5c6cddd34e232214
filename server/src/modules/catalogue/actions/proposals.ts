import type {
  completeProposal,
  ProposalView,
  proposeResource,
} from '@fengqiao/contract/catalogue/proposals.ts';
import type { DraftContent, ResourceContent, ResourceView } from '@fengqiao/contract/catalogue/resources.ts';
import type { Both } from '@fengqiao/contract/both.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { deadline } from '#platform/calendar/deadline.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { notify } from '#modules/notices';
import { demandComplete } from '../domain/content.ts';
import { speaksFor } from '../domain/judges.ts';
import { saveMet, saveOpenAgain } from '../store/duty.ts';
import {
  findProposal,
  insertProposal,
  lockProposal,
  openProposalOf,
  pageOfProposals,
  saveProposal,
  type Proposal,
} from '../store/proposal.ts';
import { findResource, holdResource, insertResources, nextNumbers, saveContent } from '../store/resource.ts';
import { staffNames } from '../store/staff.ts';
import { codeOf } from './code.ts';
import { demandAssessed } from './assessments.ts';
import { actorOf, kindOf, tellRole, unitNames } from './names.ts';
import type { Collections } from './view-request.ts';
import { viewOfResource } from './view-resource.ts';

/** Review and publication are due two work days after the unit's own approval (Order 809, art. 17). */
const PUBLISH_DAYS = 2;

type Given = In<typeof proposeResource>['body'];

/** Proposes a resource of one's own unit, new or changed. */
export async function propose(work: Work, { resource, content, reason }: Given): Promise<ProposalView> {
  const by = actorOf(work);
  await demandFit(work, content);
  const provider = resource === undefined ? by.unit : await ownResource(work, resource, by.unit);
  const id = work.newId();
  await insertProposal(work, {
    id,
    resource: resource ?? null,
    provider,
    collection: null,
    content,
    reason,
    proposedBy: by.account,
  });
  return viewOne(work, id);
}

async function demandFit(work: Work, content: ResourceContent): Promise<void> {
  demandComplete(content);
  await demandAssessed(work, content.assessmentNo);
  await kindOf(work, content.source);
}

async function ownResource(work: Work, id: string, unit: string): Promise<string> {
  const found = await holdResource(work, id, 'alone');
  if (found.provider !== unit && work.actor.role !== 'steward') refuse('catalogue.not_your_unit');
  if (found.state !== 'published') refuse('catalogue.not_waiting', { state: found.state });
  if ((await openProposalOf(work, id)) !== null) refuse('catalogue.proposal_open');
  return found.provider;
}

/**
 * Somebody of the unit reviews what a room told of by itself, fills in what only people can say, and stands behind it; the
 * steward's two work days begin.
 */
export async function complete(
  work: Work,
  id: string,
  { content }: In<typeof completeProposal>['body'],
): Promise<ProposalView> {
  const by = actorOf(work);
  const proposal = await lockProposal(work, id);
  if (!waitsForCompletion(proposal)) refuse('catalogue.not_waiting', { state: proposal.state });
  if (by.unit !== proposal.provider) refuse('catalogue.not_your_unit');
  const names = ({ items }: Pick<DraftContent, 'items'>) =>
    items
      .map(({ name }) => name)
      .toSorted()
      .join(' ');
  if (names(content) !== names(proposal.content)) refuse('catalogue.fields_kept');
  await demandFit(work, content);
  await saveProposal(
    work,
    { ...proposal, content, state: 'endorsed', endorsedBy: by.account, dueAt: publishBy(work), answer: null },
    null,
  );
  await handedIn(work, proposal);
  return viewOne(work, id);
}

/** What the law or a change of duties asked to be updated has been handed in; whoever publishes it hears that their days begin. */
async function handedIn(work: Work, { id, resource, content: { name } }: Proposal): Promise<void> {
  if (resource !== null) await saveMet(work, resource, id);
  await tellRole(work, 'steward', {
    kind: 'catalogue.endorsed',
    zh: `目录提案「${name.zh}」已由本单位审核，请在 2 个工作日内审核发布或退回。`,
    en: `The proposal “${name.en}” was endorsed by its unit; publish it or send it back within two work days.`,
  });
}

const waitsForCompletion = ({ state, proposedBy }: Proposal): boolean =>
  state === 'drafted' || (state === 'sent_back' && proposedBy === null);

const publishBy = ({ calendar, now }: Work): Date =>
  deadline(calendar, { unit: 'work_day', value: PUBLISH_DAYS, start: now }).dueAt;

/** Another person of the unit stands behind it; the steward's two work days begin. */
export async function endorse(work: Work, id: string): Promise<ProposalView> {
  const by = actorOf(work);
  const proposal = await lockProposal(work, id);
  if (proposal.state !== 'proposed') refuse('catalogue.not_waiting', { state: proposal.state });
  if (by.unit !== proposal.provider) refuse('catalogue.not_your_unit');
  if (by.account === proposal.proposedBy) refuse('catalogue.same_person');
  const dueAt = publishBy(work);
  await saveProposal(work, { ...proposal, state: 'endorsed', endorsedBy: by.account, dueAt }, null);
  await handedIn(work, proposal);
  return viewOne(work, id);
}

export async function publish(work: Work, id: string, collections: Collections): Promise<ResourceView> {
  const by = actorOf(work);
  const proposal = await lockProposal(work, id);
  if (proposal.state !== 'endorsed') refuse('catalogue.not_waiting', { state: proposal.state });
  if (by.account === firstOf(proposal)) refuse('catalogue.same_person');
  const content = reviewed(proposal.content);
  const resource = proposal.resource ?? (await addNew(work, proposal, content));
  if (proposal.resource !== null) await change(work, resource, content);
  await saveProposal(work, { ...proposal, state: 'published', resource }, by.account);
  await tellProposer(work, proposal, {
    kind: 'catalogue.published',
    zh: `目录提案「${content.name.zh}」已发布。`,
    en: `The catalogue entry “${content.name.en}” was published.`,
  });
  await work.announce('catalogue.published', resource, { provider: proposal.provider });
  return viewOfResource(work, await findResource(work, resource), collections);
}

/** Whose word it is: who proposed it, or completed what a room told of. */
const firstOf = ({ proposedBy, endorsedBy }: Proposal): string | null => proposedBy ?? endorsedBy;

function reviewed({ secrecyReview, ...content }: DraftContent): ResourceContent {
  return {
    ...content,
    secrecyReview: secrecyReview ?? refuse('catalogue.incomplete', { fields: ['secrecyReview'] }),
  };
}

async function change(work: Work, id: string, content: ResourceContent): Promise<void> {
  const { state } = await holdResource(work, id, 'alone');
  if (state !== 'published') refuse('catalogue.not_waiting', { state });
  await saveContent(work, id, content);
}

async function addNew(
  work: Work,
  { provider, collection }: Proposal,
  content: ResourceContent,
): Promise<string> {
  const id = work.newId();
  const [number = 0] = await nextNumbers(work, 1);
  const code = await codeOf(work, { content, provider }, number);
  await insertResources(work, [{ id, code, provider, collection, content }]);
  return id;
}

export async function sendBack(work: Work, id: string, answer: string): Promise<ProposalView> {
  const by = actorOf(work);
  const proposal = await lockProposal(work, id);
  if (proposal.state !== 'endorsed' && proposal.state !== 'proposed')
    refuse('catalogue.not_waiting', { state: proposal.state });
  await saveProposal(work, { ...proposal, state: 'sent_back', answer, dueAt: null }, by.account);
  await saveOpenAgain(work, id);
  await tellProposer(work, proposal, {
    kind: 'catalogue.sent_back',
    zh: `目录提案「${proposal.content.name.zh}」被退回：${answer}`,
    en: `The catalogue entry “${proposal.content.name.en}” was sent back: ${answer}`,
  });
  return viewOne(work, id);
}

/** Tells whoever proposed it; what a room told of by itself is its unit's. */
const tellProposer = (
  work: Work,
  { proposedBy, provider }: Proposal,
  words: Both & { readonly kind: string },
): Promise<void> =>
  notify(work, { to: proposedBy === null ? { unit: provider } : { account: proposedBy }, ...words });

type Page = { items: ProposalView[]; next: string | null };

export async function listProposalsIn(
  work: Work,
  {
    limit = 50,
    after = null,
    state = null,
  }: { limit?: number; after?: string | null; state?: Proposal['state'] | null },
): Promise<Page> {
  const found = await pageOfProposals(work, state, { limit, after });
  const shown = found.slice(0, limit);
  return {
    items: await present(work, shown),
    next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

export async function viewOne(work: Work, id: string): Promise<ProposalView> {
  const [view] = await present(work, [await findProposal(work, id)]);
  return view ?? refuse('platform.not_found');
}

async function present(work: Work, proposals: readonly Proposal[]): Promise<ProposalView[]> {
  const units = await unitNames(work);
  const people = await staffNames(
    work,
    proposals.flatMap(({ proposedBy, endorsedBy }) => [
      ...(proposedBy === null ? [] : [proposedBy]),
      ...(endorsedBy === null ? [] : [endorsedBy]),
    ]),
  );
  const { account, unit, role } = work.actor;
  return proposals.map((one) => ({
    id: one.id,
    resource: one.resource,
    provider: one.provider,
    providerName: units.of(one.provider),
    content: one.content,
    byRoom: one.collection !== null,
    reason: one.reason,
    state: one.state,
    proposedBy: one.proposedBy === null ? null : (people.get(one.proposedBy) ?? ''),
    proposedAt: one.proposedAt.toISOString(),
    endorsedBy: one.endorsedBy === null ? null : (people.get(one.endorsedBy) ?? ''),
    dueAt: one.dueAt?.toISOString() ?? null,
    overdue: one.state === 'endorsed' && one.dueAt !== null && one.dueAt < work.now,
    answer: one.answer,
    may: {
      complete: waitsForCompletion(one) && speaksFor({ unit, role }, one.provider),
      endorse:
        one.state === 'proposed' && speaksFor({ unit, role }, one.provider) && account !== one.proposedBy,
      decide: one.state === 'endorsed' && role === 'steward' && account !== firstOf(one),
    },
  }));
}
