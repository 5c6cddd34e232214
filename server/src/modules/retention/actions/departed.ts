import { countDeparted, sampleDeparted, someDeparted, wholeOf } from '#modules/registry';
import type { Keeping } from '#platform/keeping.ts';
import type { Room } from '#platform/room.ts';
import { eraseReached } from './erase.ts';

/**
 * People who moved away or died, once their term is over: they are erased from every room, as whoever asked to be. Somebody
 * who moved away keeps their account, which is theirs and not the registry's, and goes back to a phone that was proved.
 */
export const departedKeeping = (rooms: () => readonly Room[]): Keeping => ({
  id: 'registry.people',
  count: countDeparted,
  sample: sampleDeparted,
  take: async (work, over, most) => {
    const found = await someDeparted(work, over, most);
    for (const { id, state } of found) {
      const { people, accounts } = await wholeOf(work, { person: id, account: null });
      await eraseReached(work, rooms(), { people, accounts: state === 'dead' ? accounts : [] }, state);
    }
    return found.length;
  },
});
