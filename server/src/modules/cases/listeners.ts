import type { Listener } from '#platform/room.ts';
import { tellPeople } from './actions/tell-people.ts';

/** Who must learn of what happened to a case learns of it by message; the act itself never waits for that. */
export const casesListeners: readonly Listener[] = [
  {
    name: 'cases.tell_people',
    hears: [
      'case.verifying',
      'case.registered',
      'case.declined',
      'case.consulted',
      'case.dispatched',
      'case.passed_on',
      'case.task_given',
      'case.sent_back',
      'case.held',
      'case.resumed',
      'case.closed',
      'case.reopened',
      'case.reopening_refused',
      'case.merged',
      'case.supervised',
      'case.escalated',
      'case.whistled',
      'case.ladder',
    ],
    act: tellPeople,
  },
];
