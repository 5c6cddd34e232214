import type { LifeEvent, ServiceItem, ServiceLine } from '@fengqiao/contract/services.ts';
import type { UnitView } from '@fengqiao/contract/units.ts';
import { refuse } from '#platform/refusal.ts';
import { hotlineOf } from '#platform/street.ts';
import type { Work } from '#platform/work.ts';
import { allUnits } from '#modules/identity';
import { ANY_COMMUNITY, forEvent } from '../domain/item.ts';
import { itemsNow, type Held } from './items-now.ts';

/** The items of a life event, or all of them. */
export async function listServices(work: Work, event: LifeEvent | null): Promise<{ items: ServiceLine[] }> {
  return {
    items: forEvent(await itemsNow(work), event).map(({ code, name, events, who }) => ({
      code,
      name,
      events,
      who,
    })),
  };
}

export async function itemOf(work: Work, code: string): Promise<Held> {
  const [item] = await itemsNow(work, code);
  return item ?? refuse('platform.not_found');
}

/** An item with the window that takes it. */
export async function readService(work: Work, code: string): Promise<ServiceItem> {
  const { accepts, decides, counter, ...item } = await itemOf(work, code);
  const units = await allUnits(work);
  const decider = units.find(({ id }) => id === decides);
  return {
    ...item,
    window: atCounter(await windowFor(work, units, accepts), counter),
    decidedBy: decider === undefined || decides === accepts ? null : decider.name,
  };
}

/** What the street says of the item's own counter goes before what is known of the unit. */
const atCounter = (window: ServiceItem['window'], { phone, address, hours }: Held['counter']) => ({
  ...window,
  phone: phone ?? window.phone,
  address: address ?? window.address,
  hours: hours ?? window.hours,
});

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
