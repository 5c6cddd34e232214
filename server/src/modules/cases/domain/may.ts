import * as told from '@fengqiao/contract/cases.ts';
import { refusals, type RefusalCode } from '@fengqiao/contract/refusals.ts';
import type { Route } from '@fengqiao/contract/route.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { acts, type Act, type RequestKind } from '@fengqiao/contract/cases/words.ts';
import type { TimeUnit } from '#platform/calendar/pace.ts';
import { Refusal, refuse } from '#platform/refusal.ts';
import type { Actor } from '#platform/work.ts';
import { isOf, mustHold } from './acting.ts';
import { mayHappen, type Case, type Happening } from './case.ts';
import { mustBeIndependent, type Hands } from './check.ts';
import { groundOf } from './designation.ts';
import type { Decision } from './dispatch.ts';
import { mustBeWithinHandOffs } from './hand-off.ts';
import { mustBeElastic } from './hold.ts';
import { isMadeSafe, mustHaveAccepted } from './joint.ts';
import type { ListRow } from './list.ts';
import { mustBeExtendable, mustBeOpen } from './request.ts';

/** What has to be known of a case, beside its own row, to say what may be done next. */
export type Around = {
  readonly row: ListRow | undefined;
  readonly hands: Hands;
  readonly tasks: Parameters<typeof mustHaveAccepted>[0];
  readonly checked: boolean;
  readonly toAcknowledge: boolean;
  /** Who was sent to verify it and has not reported yet. */
  readonly verifying: readonly (string | null)[];
  readonly pending: readonly string[];
  /** A return was asked on the present assignment and not rejected. */
  readonly returned: boolean;
  /** The time in which a return is asked is over. */
  readonly returnLate: boolean;
  /** Extensions granted in this round. */
  readonly extensions: number;
  /** In what the overall clock counts, while it runs. */
  readonly running: TimeUnit | null;
  readonly consulting: boolean;
  readonly consultationFailed: boolean;
  readonly arbitrated: boolean;
  /** What the list says of a case that waits to be given to somebody; null for others. */
  readonly decision: Decision | null;
  readonly reopeningOpen: boolean;
  readonly windowOpen: boolean;
};

type Guard = (actor: Actor, theCase: Case, around: Around) => void;
type Rule = { readonly route: Route; readonly guard: Guard };

const all =
  (...guards: readonly Guard[]): Guard =>
  (actor, theCase, around) =>
    guards.forEach((guard) => guard(actor, theCase, around));
const can =
  (happening: Happening): Guard =>
  (_, { state }) => {
    if (!mayHappen(state, happening)) refuse('cases.not_in_this_state', { state });
  };
const open: Guard = (_, theCase) => mustBeOpen(theCase);
const mine: Guard = (actor, theCase) => mustHold(actor, theCase);
const mineOrWide: Guard = (actor, theCase) => {
  if (!actor.wide) mustHold(actor, theCase);
};
const independent: Guard = (actor, theCase, { hands }) => mustBeIndependent(actor, theCase, hands);
const once =
  (kind: RequestKind): Guard =>
  (_, __, { pending }) => {
    if (pending.includes(kind)) refuse('cases.request_pending');
  };

const mayMove: Guard = (_, theCase, around) => {
  mustBeWithinHandOffs(theCase.handOffs);
  if (around.arbitrated) refuse('cases.needs_arbitration');
};

/** A dispatcher may try as long as some row might be cited. */
const mayDispatch: Guard = (_, theCase, around) => {
  if (around.consulting || theCase.state === 'negotiating')
    refuse('cases.not_in_this_state', { state: theCase.state });
  if (around.decision?.basis === 'designated') refuse('cases.no_row_fits');
  if (around.decision?.row?.basis === 'negotiated') refuse('cases.several_rows_fit');
};

const mayDesignate: Guard = (_, theCase, { arbitrated, consultationFailed: failed, decision }) =>
  void groundOf({ ...theCase, arbitrated, failed, basis: decision?.basis ?? null });

const mayAcknowledge: Guard = (_, { state }, { toAcknowledge }) => {
  if (!toAcknowledge) refuse('cases.nothing_to_acknowledge');
  if (state !== 'dispatched' && state !== 'handling') refuse('cases.not_in_this_state', { state });
};

const mayArchive: Guard = (_, __, { windowOpen, reopeningOpen }) => {
  if (windowOpen) refuse('cases.window_open');
  if (reopeningOpen) refuse('cases.reopening_pending');
};

const mayReturn: Guard = (_, { designated }, { arbitrated, pending, returned, returnLate }) => {
  if (designated) refuse('cases.already_designated');
  if (arbitrated) refuse('cases.return_once');
  if (pending.includes('return')) refuse('cases.request_pending');
  if (returned) refuse('cases.return_once');
  if (returnLate) refuse('cases.return_too_late');
};

const typed: Guard = (_, { type, state }) => {
  if (type === null) refuse('cases.not_in_this_state', { state });
};

/** Each act's guards in the order in which the act itself asks them, so that both name the same reason. */
const rules: Record<Act, Rule> = {
  verify: { route: told.askVerification, guard: can('verify') },
  report_verification: {
    route: told.reportVerification,
    guard: all(can('confirm'), (actor, _, { verifying }) => {
      if (!verifying.some((unit) => isOf(actor, unit))) refuse('cases.verification_not_yours');
    }),
  },
  register: { route: told.registerCase, guard: can('register') },
  decline: { route: told.declineCase, guard: can('decline') },
  consult: { route: told.openConsultation, guard: all(can('consult'), mayMove) },
  dispatch: { route: told.dispatchCase, guard: all(can('dispatch'), mayDispatch, mayMove) },
  designate: { route: told.designate, guard: mayDesignate },
  acknowledge: { route: told.acknowledge, guard: all(mine, mayAcknowledge) },
  contact: { route: told.recordContact, guard: all(open, mineOrWide) },
  assign_on: { route: told.assignOn, guard: all(mine, can('redispatch')) },
  add_task: {
    route: told.addTask,
    guard: all((actor, theCase) => {
      if (actor.role !== 'dispatcher') mustHold(actor, theCase);
    }, can('redispatch')),
  },
  report_handled: {
    route: told.reportHandled,
    guard: all(mine, can('report_handled'), (_, { round }, { tasks }) => mustHaveAccepted(tasks, round)),
  },
  check: { route: told.checkCase, guard: all(can('check_passed'), independent) },
  close: {
    route: told.closeCase,
    guard: all(can('close'), independent, (_, __, { checked }) => {
      if (!checked) refuse('cases.not_checked');
    }),
  },
  archive: { route: told.archiveCase, guard: all(can('archive'), mayArchive) },
  merge: { route: told.mergeCases, guard: can('merge') },
  ask_return: { route: told.askReturn, guard: all(mine, can('return'), mayReturn) },
  ask_extension: {
    route: told.askExtension,
    guard: all(
      mine,
      (_, theCase, { extensions, running }) =>
        mustBeExtendable(theCase, { granted: extensions, unit: running, value: 0 }),
      once('extension'),
    ),
  },
  ask_hold: {
    route: told.askHold,
    guard: all(
      mine,
      (_, theCase, { row, tasks }) => mustBeElastic(theCase, row, isMadeSafe(tasks, theCase.round)),
      once('hold'),
    ),
  },
  ask_void: { route: told.askVoid, guard: all(can('void'), mineOrWide, once('void')) },
  ask_escalation: { route: told.askEscalation, guard: all(open, mineOrWide, once('escalation')) },
  ask_type_change: { route: told.askTypeChange, guard: all(open, mineOrWide, typed, once('type_change')) },
  ask_termination: {
    route: told.askTermination,
    guard: all(can('report_handled'), mine, once('termination')),
  },
  resume: {
    route: told.resumeCase,
    guard: all((_, { state }) => {
      if (state !== 'held') refuse('cases.not_held', { state });
    }, mineOrWide),
  },
  supervise: { route: told.supervise, guard: open },
  whistle: { route: told.blowWhistle, guard: all(open, mineOrWide) },
};

export type MayLine = { act: Act; may: boolean; code: string | null; zh: string | null; en: string | null };

/** For every act: whether this person may do it now and, when not, the refusal they would get. Acts of other posts are left out. */
export function mayOf(actor: Actor, theCase: Case, around: Around): MayLine[] {
  return withoutStacks(() =>
    keysOf(acts).flatMap((act) => {
      const { route, guard } = rules[act];
      if (Array.isArray(route.who) && !route.who.includes(actor.role)) return [];
      return [lineOf(act, () => guard(actor, theCase, around))];
    }),
  );
}

/** Some twenty refusals are caught for one answer; noting where each arose would cost more than asking. */
function withoutStacks<T>(ask: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return ask();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function lineOf(act: Act, ask: () => void): MayLine {
  try {
    ask();
    return { act, may: true, code: null, zh: null, en: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const said = refusals[error.code satisfies RefusalCode];
    return { act, may: false, code: error.code, zh: said.zh, en: said.en };
  }
}
