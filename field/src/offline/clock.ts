import { readTime } from '@fengqiao/contract/platform.ts';
import { call } from '@fengqiao/contract/client.ts';
import { recall, remember } from '@fengqiao/ui/phone/memory.ts';

const place = 'fengqiao.field.clock';

/** How many ms the clock of this phone is ahead of the server's, as last measured; null before the first contact. */
export const clockOffset = (): number | null => recall<number>(place) ?? null;

/** Measures it: the server's moment belongs to the middle of the way there and back. */
export async function measureClock(): Promise<void> {
  const sent = Date.now();
  const { now } = await call(readTime, {});
  remember(place, offsetOf(sent, Date.parse(now), Date.now()));
}

export const offsetOf = (sent: number, server: number, heard: number): number =>
  Math.round((sent + heard) / 2 - server);

/** When a thing of the phone was, by the clock of the server as far as it is known. */
export const onServer = (deviceAt: number): number => deviceAt - (clockOffset() ?? 0);

/** What goes with an act: the moment by the phone, and how far its clock is off. */
export function moment(at: number = Date.now()): { deviceAt: string; offsetMs?: number } {
  const offsetMs = clockOffset();
  return { deviceAt: new Date(at).toISOString(), ...(offsetMs !== null && { offsetMs }) };
}
