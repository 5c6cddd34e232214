import type { Job, Room } from '#platform/room.ts';
import { eraseApproved } from './actions/erase.ts';
import { tellOverdueErasures } from './actions/erasures.ts';
import { keepingsOf, textsOf } from './actions/offered.ts';
import { goRound } from './actions/runs.ts';
import { scanNext } from './actions/scan.ts';
import { takeApproved } from './actions/take.ts';

export const retentionJobs = (rooms: () => readonly Room[]): readonly Job[] => [
  {
    name: 'retention.erasures',
    everySeconds: 5,
    errand: (platform, street) => eraseApproved(platform, street),
  },
  { name: 'retention.round', everySeconds: 21_600, act: (work) => goRound(work, keepingsOf(rooms())) },
  {
    name: 'retention.runs',
    everySeconds: 5,
    errand: (platform, street) => takeApproved(platform, street, keepingsOf(platform.rooms)),
  },
  { name: 'retention.overdue', everySeconds: 300, act: tellOverdueErasures },
  { name: 'retention.scan', everySeconds: 60, act: (work) => scanNext(work, textsOf(rooms())) },
];
