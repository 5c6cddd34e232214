import type { ResourceContent } from '@fengqiao/contract/catalogue/resources.ts';
import { refuse } from '#platform/refusal.ts';
import { isCreditCode } from './credit-code.ts';

/** From this grade on a fact is about a person. */
export const PERSONAL = 2;

/** The highest grade among the fields: what a resource is handled as. */
export const gradeOf = ({ items }: Pick<ResourceContent, 'items'>): number =>
  Math.max(0, ...items.map(({ grade }) => grade));

/**
 * Refuses an entry that lacks what Order 809 asks for: a law for what is not shared (art. 15), scope and use for what is
 * shared under conditions (art. 15), an impact assessment and a term for personal data (art. 13).
 */
export function demandComplete(content: ResourceContent): void {
  const personal = gradeOf(content) >= PERSONAL;
  const names = content.items.map(({ name }) => name);
  const lacking = [
    content.shareType === 'none' && content.shareBasis === undefined && 'shareBasis',
    content.shareType === 'conditional' && content.shareScope === undefined && 'shareScope',
    content.shareType === 'unconditional' && personal && 'shareType',
    personal && content.assessmentNo === undefined && 'assessmentNo',
    personal && content.keptMonths === undefined && 'keptMonths',
    personal && content.openType === 'open' && 'openType',
    new Set(names).size < names.length && 'items',
    content.providerCode !== undefined && !isCreditCode(content.providerCode) && 'providerCode',
  ].filter((field) => field !== false);
  if (lacking.length > 0) refuse('catalogue.incomplete', { fields: lacking });
}
