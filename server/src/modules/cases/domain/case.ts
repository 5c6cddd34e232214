import type {
  Basis,
  Channel,
  Class,
  Grade,
  Outcome,
  PlaceKind,
  State,
} from '@fengqiao/contract/cases/words.ts';
import { refuse } from '#platform/refusal.ts';

/** A case 工单: what was reported, where, who answers for it and how far it is. Names no resident. */
export type Case = {
  readonly id: string;
  readonly no: string;
  readonly version: number;
  readonly state: State;
  /** 1, and one more after each reopening. */
  readonly round: number;
  readonly channel: Channel;
  readonly type: string | null;
  readonly listVersion: number | null;
  readonly rowKey: string | null;
  readonly class: Class | null;
  readonly grade: Grade | null;
  readonly basis: Basis | null;
  readonly title: string;
  readonly text: string;
  readonly lng: number;
  readonly lat: number;
  readonly address: string;
  readonly placeKind: PlaceKind | null;
  readonly community: string | null;
  readonly grid: string | null;
  /** The level-1 unit that answers for the case. */
  readonly lead: string | null;
  /** The unit or team that has it in hand. */
  readonly holder: string | null;
  /** The account that reported it handled. */
  readonly heldBy: string | null;
  readonly seenBy: readonly string[];
  readonly sensitive: boolean;
  readonly verified: boolean;
  readonly outcome: Outcome | null;
  readonly exitCode: string | null;
  readonly handOffs: number;
  readonly designated: boolean;
  readonly reports: number;
  readonly dueAt: Date | null;
  readonly lateSince: Date | null;
  readonly mergedInto: string | null;
  readonly satisfied: boolean | null;
  readonly reportedAt: Date;
  readonly registeredAt: Date | null;
  readonly dispatchedAt: Date | null;
  readonly handledAt: Date | null;
  readonly closedAt: Date | null;
  readonly archivedAt: Date | null;
  readonly updatedAt: Date;
};

type Step = { readonly from: readonly State[]; readonly to: State };

const beforeDispatch: readonly State[] = ['received', 'verifying', 'registered', 'negotiating'];
const inHand: readonly State[] = ['dispatched', 'handling'];

/**
 * The life of a case, whole: what may happen in which state, and where it leads (GB/T 30428.8; loop of the study).
 * Every path — screen, bulk, import, job — asks here, so that no other state can ever arise.
 */
export const life = {
  verify: { from: ['received'], to: 'verifying' },
  confirm: { from: ['verifying'], to: 'received' },
  register: { from: ['received'], to: 'registered' },
  decline: { from: ['received', 'verifying', 'registered'], to: 'declined' },
  contest: { from: ['declined'], to: 'received' },
  consult: { from: ['registered'], to: 'negotiating' },
  consultation_failed: { from: ['negotiating'], to: 'registered' },
  dispatch: { from: ['registered', 'negotiating'], to: 'dispatched' },
  redispatch: { from: inHand, to: 'dispatched' },
  return: { from: inHand, to: 'registered' },
  recall: { from: ['dispatched'], to: 'registered' },
  acknowledge: { from: ['dispatched'], to: 'handling' },
  report_handled: { from: ['handling'], to: 'handled' },
  check_passed: { from: ['handled'], to: 'handled' },
  check_failed: { from: ['handled'], to: 'handling' },
  close: { from: ['handled'], to: 'closed' },
  reopen: { from: ['closed', 'archived'], to: 'handling' },
  archive: { from: ['closed'], to: 'archived' },
  hold: { from: ['handling'], to: 'held' },
  resume: { from: ['held'], to: 'handling' },
  merge: { from: [...beforeDispatch, ...inHand], to: 'merged' },
  void: { from: [...beforeDispatch, ...inHand, 'held'], to: 'voided' },
  solve_on_the_spot: { from: ['registered'], to: 'handled' },
  file_elsewhere: { from: [...beforeDispatch, ...inHand], to: 'archived' },
} as const satisfies Record<string, Step>;

export type Happening = keyof typeof life;

/** True when this may happen to a case in this state. */
export function mayHappen(state: State, happening: Happening): boolean {
  const from: readonly State[] = life[happening].from;
  return from.includes(state);
}

/** The case after something happened to it, or the refusal `cases.not_in_this_state` with what would be needed. */
export function after(theCase: Case, happening: Happening, now: Date, changed: Partial<Case> = {}): Case {
  if (!mayHappen(theCase.state, happening))
    refuse('cases.not_in_this_state', { state: theCase.state, needs: life[happening].from });
  const { to } = life[happening];
  return { ...theCase, ...changed, state: to, version: theCase.version + 1, updatedAt: now };
}

/** A change that leaves the case in its state, such as a new report that joins it. */
export const touched = (theCase: Case, now: Date, changed: Partial<Case> = {}): Case => ({
  ...theCase,
  ...changed,
  version: theCase.version + 1,
  updatedAt: now,
});

const ended: readonly State[] = ['declined', 'merged', 'voided', 'archived'];

/** True while somebody still owes the reporter something. */
export const isOpen = (state: State): boolean => state !== 'closed' && !ended.includes(state);

/** Refuses when the reader saw an older version than the one that stands. */
export function expectVersion(theCase: Case, seen: number | undefined): void {
  if (seen !== undefined && seen !== theCase.version) refuse('platform.stale', { version: theCase.version });
}
