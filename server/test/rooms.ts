import { auditRoom } from '#modules/audit';
import { identityRoom } from '#modules/identity';
import { noticesRoom } from '#modules/notices';
import type { Room } from '#platform/room.ts';

/** The rooms about people and messages alone: their tests do not wait for the floors above. */
export const lowerRooms: readonly Room[] = [auditRoom, identityRoom, noticesRoom];
