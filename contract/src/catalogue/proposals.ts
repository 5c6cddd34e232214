import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import { Bilingual, ById, Instant, Maybe, Page, Paging, Reason, UnitId, Uuid } from '../shapes.ts';
import {
  catalogueProviders,
  catalogueReaders,
  DraftContent,
  ResourceContent,
  ResourceView,
} from './resources.ts';
import { ProposalStateName } from './words.ts';

export const ProposalView = Shape({
  id: Uuid,
  resource: Maybe(Uuid),
  provider: UnitId,
  providerName: Bilingual,
  content: DraftContent,
  /** What a room of this platform keeps and told the catalogue of by itself. */
  byRoom: Type.Boolean(),
  reason: Type.String(),
  state: ProposalStateName,
  proposedBy: Maybe(Type.String()),
  proposedAt: Instant,
  endorsedBy: Maybe(Type.String()),
  /** The review and publication is due then (two work days). */
  dueAt: Maybe(Instant),
  overdue: Type.Boolean(),
  answer: Maybe(Type.String()),
  may: Shape({ complete: Type.Boolean(), endorse: Type.Boolean(), decide: Type.Boolean() }),
});
export type ProposalView = Static<typeof ProposalView>;

export const listProposals = route({
  id: 'catalogue.proposals',
  method: 'GET',
  path: '/catalogue/proposals',
  who: catalogueReaders,
  says: {
    zh: '目录编制与更新：待本部门审核、待发布的提案。',
    en: 'Proposals to add or change a resource that wait for somebody.',
  },
  query: Shape({ ...Paging, after: Type.Optional(Uuid), state: Type.Optional(ProposalStateName) }),
  reply: Page(ProposalView),
});

export const readProposal = route({
  id: 'catalogue.proposal',
  method: 'GET',
  path: '/catalogue/proposals/:id',
  who: catalogueReaders,
  says: { zh: '一份目录提案。', en: 'One proposal.' },
  params: ById,
  reply: ProposalView,
});

export const proposeResource = route({
  id: 'catalogue.propose',
  method: 'POST',
  path: '/catalogue/proposals',
  who: catalogueProviders,
  says: {
    zh: '提出新增一项数据资源，或更改本单位的资源。',
    en: 'Propose a new resource, or a change of one of your own unit.',
  },
  body: Shape({ resource: Type.Optional(Uuid), content: ResourceContent, reason: Reason }),
  reply: ProposalView,
});

export const completeProposal = route({
  id: 'catalogue.complete',
  method: 'POST',
  path: '/catalogue/proposals/:id/completion',
  who: catalogueProviders,
  says: {
    zh: '补全平台自行列入的资源：由提供单位的人填写保密审查、影响评估等并审核，送审核发布（2 个工作日）。',
    en: 'Complete what a room told of by itself: somebody of the unit fills in the reviews and endorses it; publication is due within two work days.',
  },
  params: ById,
  body: Shape({ content: ResourceContent }),
  reply: ProposalView,
});

export const endorseProposal = route({
  id: 'catalogue.endorse',
  method: 'POST',
  path: '/catalogue/proposals/:id/endorsement',
  who: catalogueProviders,
  says: {
    zh: '部门负责人审核：由本单位另一人确认，送审核发布（2 个工作日）。',
    en: 'Another person of the unit endorses the proposal; publication is due within two work days.',
  },
  params: ById,
  body: Shape({}),
  reply: ProposalView,
});

export const publishProposal = route({
  id: 'catalogue.publish',
  method: 'POST',
  path: '/catalogue/proposals/:id/publication',
  who: ['steward'],
  says: { zh: '审核并发布到目录。', en: 'Review a proposal and publish it.' },
  params: ById,
  body: Shape({}),
  reply: ResourceView,
});

export const sendBackProposal = route({
  id: 'catalogue.sendBack',
  method: 'POST',
  path: '/catalogue/proposals/:id/return',
  who: ['steward'],
  says: { zh: '退回提案并说明要改什么。', en: 'Send a proposal back and say what to change.' },
  params: ById,
  body: Shape({ answer: Reason }),
  reply: ProposalView,
});
