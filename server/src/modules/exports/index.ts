/**
 * Exports are how lists leave the platform: asked for with a purpose and chosen fields, approved by size and grade, made
 * page by page with the reach and in the name of whoever asked, marked, sealed, handed out a few times and wiped after
 * their term. A leaked line is traced to its export. Cards for work chats tell of a matter without telling of anybody.
 */
import { exportDoors, traceDoors } from '@fengqiao/contract/exports.ts';
import type { Room } from '#platform/room.ts';
import { sourcesWith } from './actions/sources/all.ts';
import { visibleExports } from './actions/lists.ts';
import { eraseFromExports } from './actions/wipe.ts';
import { exportsDoors } from './doors/files.ts';
import { exportsJobs } from './jobs.ts';
import { exportsRoutes } from './routes.ts';

export { makeExports } from './actions/make.ts';
export { takeFile } from './actions/take.ts';
export { wipeDue } from './actions/wipe.ts';
export { sourcesWith } from './actions/sources/all.ts';

/** The room, told how to find what the other rooms keep. */
export function exportsRoomOf(rooms: () => readonly Room[]): Room {
  const open = sourcesWith(
    () => new Map(rooms().flatMap((room) => (room.collections ?? []).map((one) => [one.id, one] as const))),
  );
  return {
    name: 'exports',
    routes: exportsRoutes(open),
    jobs: exportsJobs(open),
    live: { visible: visibleExports },
    erase: eraseFromExports,
    doors: exportsDoors,
    told: [...exportDoors, ...traceDoors],
    sealed: [
      { table: 'exports.export', columns: ['what_enc'] },
      { table: 'exports.page', columns: ['content_enc'], row: "export || '|' || n" },
    ],
  };
}
