import type { LifeEvent, ServiceBody, ServiceWay } from '@fengqiao/contract/services.ts';
import type { Both } from '@fengqiao/contract/route.ts';

/** An item as the product ships it; units are named by the keys of the model street. */
export type Shipped = Omit<ServiceBody, 'counter'> & { readonly code: string };

/** An item with what is different at its own counter. */
export type Item = ServiceBody & { readonly code: string };
export const NO_COUNTER: ServiceBody['counter'] = { phone: null, address: null, hours: null };

/** Stands for "the community in which somebody lives": each has a window of its own. */
export const ANY_COMMUNITY = 'community';

export const forEvent = <T extends { readonly events: readonly LifeEvent[] }>(
  items: readonly T[],
  event: LifeEvent | null,
): T[] => items.filter(({ events }) => event === null || events.includes(event));

/** What the people who answer read first: what is wished and about which item; at most 2000 characters. */
export function wishText(way: ServiceWay, name: Both, words: string): string {
  const wish = way === 'call' ? '请回电' : '请上门';
  return `${wish}：${name.zh}。${words}`.slice(0, 2000);
}

/** The heading of the case, at most 60 characters. */
export const wishTitle = (way: ServiceWay, name: Both): string =>
  `${way === 'call' ? '请回电' : '请上门'}：${name.zh}`.slice(0, 60);
