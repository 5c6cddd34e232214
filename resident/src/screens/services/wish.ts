import type { In } from '@fengqiao/contract/route.ts';
import type { askService, ServiceWay } from '@fengqiao/contract/services.ts';
import type { Spot } from '@fengqiao/ui/phone/place/spot.ts';

/** What was filled in to be called back or visited; kept on this phone until it has arrived. */
export type Wish = { text: string; name: string; phone: string; spot: Spot | null; address: string };

export const emptyWish = (): Wish => ({ text: '', name: '', phone: '', spot: null, address: '' });

export const mobileFits = (phone: string): boolean =>
  /^(\+?86)?1[3-9]\d{9}$/.test(phone.replaceAll(/[ -]/g, ''));

/** What goes to the server; null while the number or the address to come to is missing. */
export function bodyOf(
  { text, name, phone, spot, address }: Wish,
  way: ServiceWay,
  phoneKnown: boolean,
): In<typeof askService>['body'] | null {
  if (!phoneKnown && !mobileFits(phone)) return null;
  const there = address.trim();
  if (way === 'visit' && (spot === null || there.length < 2)) return null;
  return {
    way,
    ...(text.trim() && { text: text.trim() }),
    ...(!phoneKnown && { phone: phone.replaceAll(/[ -]/g, '') }),
    ...(!phoneKnown && name.trim() && { name: name.trim() }),
    ...(way === 'visit' && spot !== null && { place: { lng: spot.lng, lat: spot.lat, address: there } }),
  };
}
