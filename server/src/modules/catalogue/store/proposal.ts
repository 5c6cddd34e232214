import type { DraftContent } from '@fengqiao/contract/catalogue/resources.ts';
import { fromJson, toJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

export type Proposal = {
  readonly id: string;
  readonly resource: string | null;
  readonly provider: string;
  /** What a room keeps, where a room told of it by itself. */
  readonly collection: string | null;
  readonly content: DraftContent;
  readonly reason: string;
  readonly state: 'drafted' | 'proposed' | 'endorsed' | 'published' | 'sent_back';
  /** Nobody, where a room told of it. */
  readonly proposedBy: string | null;
  readonly proposedAt: Date;
  readonly endorsedBy: string | null;
  readonly dueAt: Date | null;
  readonly answer: string | null;
};

const read = ({ db, street }: Work) =>
  db
    .selectFrom('catalogue.proposal')
    .where('street', '=', street)
    .select([
      'id',
      'resource',
      'provider',
      'collection',
      'content',
      'reason',
      'state',
      'proposed_by as proposedBy',
      'proposed_at as proposedAt',
      'endorsed_by as endorsedBy',
      'due_at as dueAt',
      'answer',
    ])
    .$narrowType<{ state: Proposal['state'] }>();

const present = <T extends { content: unknown }>(row: T) => ({
  ...row,
  content: fromJson<DraftContent>(row.content),
});

export async function findProposal(work: Work, id: string): Promise<Proposal> {
  const row = await read(work).where('id', '=', id).executeTakeFirst();
  return row === undefined ? refuse('platform.not_found') : present(row);
}

/** Whether what a room keeps waits for somebody, or was sent back; served by proposal_collection_key. */
export async function isDrafted(work: Work, collection: string): Promise<boolean> {
  const row = await read(work)
    .where('collection', '=', collection)
    .where('state', '<>', 'published')
    .executeTakeFirst();
  return row !== undefined;
}

/** A proposal, locked. */
export async function lockProposal(work: Work, id: string): Promise<Proposal> {
  const row = await read(work).where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? refuse('platform.not_found') : present(row);
}

/** One more than a page, newest first; served by proposal_state_idx. */
export async function pageOfProposals(
  work: Work,
  state: Proposal['state'] | null,
  { limit, after }: { limit: number; after: string | null },
): Promise<Proposal[]> {
  const rows = await read(work)
    .where('state', 'in', state === null ? ['drafted', 'proposed', 'endorsed', 'sent_back'] : [state])
    .$if(after !== null, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return rows.map(present);
}

/** The change of a resource that still waits; served by proposal_open_key. */
export async function openProposalOf(work: Work, resource: string): Promise<string | null> {
  const row = await read(work)
    .where('resource', '=', resource)
    .where('state', 'in', ['drafted', 'proposed', 'endorsed'])
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function insertProposal(
  { db, street, now }: Work,
  given: Pick<Proposal, 'id' | 'resource' | 'provider' | 'collection' | 'content' | 'reason' | 'proposedBy'>,
): Promise<void> {
  const { proposedBy, content, ...rest } = given;
  await db
    .insertInto('catalogue.proposal')
    .values({
      ...rest,
      street,
      content: toJson(content),
      state: proposedBy === null ? 'drafted' : 'proposed',
      proposed_by: proposedBy,
      proposed_at: now,
    })
    .execute();
}

export async function saveProposal(
  { db, street, now }: Work,
  { id, state, content, endorsedBy, dueAt, answer, resource }: Proposal,
  decidedBy: string | null,
): Promise<void> {
  await db
    .updateTable('catalogue.proposal')
    .set({
      state,
      content: toJson(content),
      endorsed_by: endorsedBy,
      due_at: dueAt,
      answer,
      resource,
      decided_by: decidedBy,
      ...(state === 'endorsed' ? { endorsed_at: now } : {}),
      ...(decidedBy === null ? {} : { decided_at: now }),
    })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

export type Approval = {
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date | null;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
};

/** Who stood behind the entry as it is published now; a resource has few proposals. */
export async function approvalOf({ db, street }: Work, resource: string): Promise<Approval | null> {
  const row = await db
    .selectFrom('catalogue.proposal')
    .where('street', '=', street)
    .where('resource', '=', resource)
    .where('state', '=', 'published')
    .orderBy('decided_at', (order) => order.desc().nullsLast())
    .limit(1)
    .select([
      'endorsed_by as reviewedBy',
      'endorsed_at as reviewedAt',
      'decided_by as publishedBy',
      'decided_at as publishedAt',
    ])
    .executeTakeFirst();
  return row ?? null;
}
