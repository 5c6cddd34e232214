import type { AccessObject } from '@fengqiao/contract/audit.ts';
import type { Me } from '@fengqiao/contract/identity.ts';
import type { MandateAct } from '@fengqiao/contract/mandate-acts.ts';
import type { GradedField } from '@fengqiao/contract/grades.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { recordAccess } from '#modules/audit';
import { stateAt } from '../domain/mandate.ts';
import { insertUse, mandateById } from '../store/mandates.ts';
import { saveActing } from '../store/sessions.ts';
import { meOf, myAccount } from './me.ts';

/** From now on this session acts for the other side of a mandate in force. */
export async function actFor(work: Work, id: string): Promise<Me> {
  const mandate = await mandateById(work, id);
  if (mandate === null || mandate.helper !== myAccount(work)) refuse('platform.not_found');
  const { principal, acts, until } = mandate;
  if (principal === null || stateAt(mandate, work.now) !== 'active') refuse('identity.mandate_over');
  await saveActing(work, work.actor.session, { account: principal, mandate: id, acts, until });
  return meOf(work);
}

export async function actForMyself(work: Work): Promise<Me> {
  await saveActing(work, work.actor.session, null);
  return meOf(work);
}

/** An act was done: when it was done for somebody, it is written down by whose mandate, and they are told. */
export async function actedFor(work: Work, act: MandateAct, object: string): Promise<void> {
  const { behalf } = work.actor;
  if (behalf === null) return;
  await insertUse(work, behalf.mandate, act, object);
  await work.announce('account.acted_for', behalf.account, { mandate: behalf.mandate, act });
}

/** What a helper sees of somebody is a look like that of an official, and written down as one. */
export async function lookedFor(
  work: Work,
  object: AccessObject,
  fields: readonly GradedField[],
): Promise<void> {
  const { behalf } = work.actor;
  if (behalf === null) return;
  await recordAccess(work, {
    action: 'mandate.see',
    object,
    subjects: [behalf.account],
    fields,
    purpose: 'mandate',
    capacity: 'mandate',
  });
}
