import type { LifeEvent, ServiceItem, ServiceLine } from '@fengqiao/contract/services.ts';
import type { UnitView } from '@fengqiao/contract/units.ts';
import { refuse } from '#platform/refusal.ts';
import { hotlineOf } from '#platform/street.ts';
import type { Work } from '#platform/work.ts';
import { allUnits } from '#modules/identity';
import { ANY_COMMUNITY, forEvent, type Item } from '../domain/item.ts';
import { shippedItems } from '../store/items.ts';

/** The items of a life event, or all of them. */
export function listServices(event: LifeEvent | null): { items: ServiceLine[] } {
  return {
    items: forEvent(shippedItems, event).map(({ code, name, events, who }) => ({ code, name, events, who })),
  };
}

export const itemOf = (code: string): Item =>
  shippedItems.find((item) => item.code === code) ?? refuse('platform.not_found');

/** An item with the window that takes it. */
export async function readService(work: Work, code: string): Promise<ServiceItem> {
  const { accepts, decides, ...item } = itemOf(code);
  const units = await allUnits(work);
  const decider = units.find(({ id }) => id === decides);
  return {
    ...item,
    window: await windowFor(work, units, accepts),
    decidedBy: decider === undefined || decides === accepts ? null : decider.name,
  };
}

const everyCommunity = { zh: '您所在社区的居民委员会', en: 'The committee of your community' };

/** The window of the unit that takes an item; a street that has no such unit is asked at its own counter. */
export async function windowFor(
  work: Work,
  units: readonly UnitView[],
  accepts: string,
): Promise<ServiceItem['window']> {
  const hotline = await hotlineOf(work);
  const here = units.filter(({ current }) => current);
  const isCommunity = accepts === ANY_COMMUNITY;
  const unit = here.find(isCommunity ? ofKind('community') : ({ id }) => id === accepts);
  const counter = unit ?? here.find(ofKind('centre')) ?? here.find(ofKind('street'));
  const hours = counter?.window ?? { from: '09:00', to: '17:00', workdaysOnly: true };
  if (isCommunity)
    return { unit: everyCommunity, phone: hotline, address: null, hours, everyCommunity: true };
  return {
    unit: counter?.name ?? { zh: '街道服务窗口', en: 'The counter of the subdistrict' },
    phone: counter?.phone ?? hotline,
    address: counter?.address ?? null,
    hours,
    everyCommunity: false,
  };
}

const ofKind = (wanted: UnitView['kind']) => (unit: UnitView) => unit.kind === wanted;
