import type { MandateAct } from '@fengqiao/contract/mandate-acts.ts';
import type { Work } from '#platform/work.ts';
import { mandateById } from '../store/mandates.ts';
import { maskedSomebody } from './mandates.ts';

export { followersOf } from '../store/mandates.ts';

/** The two sides of a mandate, as far as they are known, each with the words by which the other knows them. */
export type MandateNotice = {
  readonly principal: string | null;
  readonly helper: string | null;
  /** How the side that was asked by phone is reached. */
  readonly asked: { readonly contact: string; readonly side: 'principal' | 'helper' } | null;
  readonly principalName: string;
  readonly helperName: string;
  readonly acts: readonly MandateAct[];
};

/** What messages about a mandate need to know; null when it is unknown. */
export async function mandateNotice(work: Work, id: string): Promise<MandateNotice | null> {
  const mandate = await mandateById(work, id);
  if (mandate === null) return null;
  const { principal, helper, asked, askedContact, acts } = mandate;
  const name = async (side: 'principal' | 'helper') => {
    const somebody = await maskedSomebody(work, mandate[side], asked === side ? askedContact : null);
    return [somebody.name, somebody.phone].filter((part) => part !== null).join(' ');
  };
  return {
    principal,
    helper,
    asked: asked === null || askedContact === null ? null : { contact: askedContact, side: asked },
    principalName: await name('principal'),
    helperName: await name('helper'),
    acts,
  };
}
