import * as told from '@fengqiao/contract/cases.ts';
import { refusals, type RefusalCode } from '@fengqiao/contract/refusals.ts';
import type { Route } from '@fengqiao/contract/route.ts';
import { acts, type Act } from '@fengqiao/contract/cases/words.ts';
import { Refusal, refuse } from '#platform/refusal.ts';
import type { Actor } from '#platform/work.ts';
import { holds, isOf, mustHold } from './acting.ts';
import { isOpen, mayHappen, type Case, type Happening } from './case.ts';
import { isIndependent, type Hands } from './check.ts';
import { groundOf } from './designation.ts';
import type { Decision } from './dispatch.ts';
import { mustBeWithinHandOffs } from './hand-off.ts';
import { mustHaveAccepted } from './joint.ts';
import type { ListRow } from './list.ts';

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
  readonly returned: boolean;
  readonly consulting: boolean;
  readonly consultationFailed: boolean;
  readonly arbitrated: boolean;
  /** What the list says of a case that waits to be given to somebody; null for others. */
  readonly decision: Decision | null;
  readonly reopeningOpen: boolean;
  readonly windowOpen: boolean;
};

type Guard = (actor: Actor, theCase: Case, around: Around) => void;
type Rule = { readonly route: Route; readonly happening?: Happening; readonly guard?: Guard };

const held: Guard = (actor, theCase) => mustHold(actor, theCase);
const asks = (kind: string, more?: Guard): Guard => (actor, theCase, around) => {
  if (!isOpen(theCase.state)) refuse('cases.not_in_this_state', { state: theCase.state });
  if (!holds(actor, theCase) && !actor.wide) refuse('cases.not_yours', { lead: theCase.lead });
  if (around.pending.includes(kind)) refuse('cases.request_pending');
  more?.(actor, theCase, around);
};

const mayMove: Guard = (_, theCase, around) => {
  mustBeWithinHandOffs(theCase.handOffs);
  if (around.arbitrated) refuse('cases.needs_arbitration');
};

/** A dispatcher may try as long as some row might be cited. */
const mayDispatch: Guard = (actor, theCase, around) => {
  if (around.consulting) refuse('cases.not_in_this_state', { state: theCase.state });
  mayMove(actor, theCase, around);
  if (around.decision?.basis === 'designated') refuse('cases.no_row_fits');
  if (around.decision?.row?.basis === 'negotiated') refuse('cases.several_rows_fit');
};

const rules: Record<Act, Rule> = {
  verify: { route: told.askVerification, happening: 'verify' },
  report_verification: { route: told.reportVerification, happening: 'confirm', guard: (actor, _, { verifying }) => { if (!verifying.some((unit) => isOf(actor, unit))) refuse('cases.verification_not_yours'); } },
  register: { route: told.registerCase, happening: 'register' },
  decline: { route: told.declineCase, happening: 'decline' },
  consult: { route: told.openConsultation, happening: 'consult', guard: mayMove },
  dispatch: { route: told.dispatchCase, happening: 'dispatch', guard: mayDispatch },
  designate: { route: told.designate, guard: (_, theCase, around) => void groundOf({ ...theCase, arbitrated: around.arbitrated, failed: around.consultationFailed, basis: around.decision?.basis ?? null }) },
  acknowledge: { route: told.acknowledge, guard: (actor, theCase, around) => { mustHold(actor, theCase); if (!around.toAcknowledge) refuse('cases.nothing_to_acknowledge'); } },
  contact: { route: told.recordContact, guard: (actor, theCase) => { if (!isOpen(theCase.state)) refuse('cases.not_in_this_state', { state: theCase.state }); if (!holds(actor, theCase) && !actor.wide) refuse('cases.not_yours'); } },
  assign_on: { route: told.assignOn, happening: 'redispatch', guard: held },
  add_task: { route: told.addTask, happening: 'redispatch', guard: (actor, theCase) => { if (actor.role !== 'dispatcher') mustHold(actor, theCase); } },
  report_handled: { route: told.reportHandled, happening: 'report_handled', guard: (actor, theCase, around) => { mustHold(actor, theCase); mustHaveAccepted(around.tasks, theCase.round); } },
  check: { route: told.checkCase, happening: 'check_passed', guard: (actor, theCase, around) => { if (!isIndependent(actor, theCase, around.hands)) refuse('cases.checker_is_handler'); } },
  close: { route: told.closeCase, happening: 'close', guard: (actor, theCase, around) => { if (!around.checked) refuse('cases.not_checked'); if (!isIndependent(actor, theCase, around.hands)) refuse('cases.checker_is_handler'); } },
  archive: { route: told.archiveCase, happening: 'archive', guard: (_, __, around) => { if (around.reopeningOpen) refuse('cases.reopening_pending'); if (around.windowOpen) refuse('cases.window_open'); } },
  merge: { route: told.mergeCases, happening: 'merge' },
  ask_return: { route: told.askReturn, happening: 'return', guard: asks('return', (actor, theCase, around) => { mustHold(actor, theCase); if (theCase.designated) refuse('cases.already_designated'); if (around.returned) refuse('cases.return_once'); }) },
  ask_extension: { route: told.askExtension, guard: asks('extension', (_, theCase) => { if (theCase.grade === 'S' || theCase.grade === 'Q') refuse('cases.no_extension_left'); if (theCase.dueAt === null) refuse('cases.not_in_this_state', { state: theCase.state }); }) },
  ask_hold: { route: told.askHold, happening: 'hold', guard: asks('hold', (_, theCase, around) => { if ((theCase.grade === 'S' || theCase.grade === 'A') && theCase.round === 1 && around.row?.elastic !== 'P2') refuse('cases.first_stage_not_elastic'); if (around.row?.elastic === 'N') refuse('cases.not_elastic'); }) },
  ask_void: { route: told.askVoid, happening: 'void', guard: asks('void') },
  ask_escalation: { route: told.askEscalation, guard: asks('escalation') },
  ask_type_change: { route: told.askTypeChange, guard: asks('type_change', (_, theCase) => { if (theCase.type === null) refuse('cases.not_in_this_state', { state: theCase.state }); }) },
  ask_termination: { route: told.askTermination, happening: 'report_handled', guard: asks('termination') },
  resume: { route: told.resumeCase, happening: 'resume', guard: (actor, theCase) => { if (!holds(actor, theCase) && !actor.wide) refuse('cases.not_yours'); } },
  supervise: { route: told.supervise, guard: (_, theCase) => { if (!isOpen(theCase.state)) refuse('cases.not_in_this_state', { state: theCase.state }); } },
  whistle: { route: told.blowWhistle, guard: (actor, theCase) => { if (!isOpen(theCase.state)) refuse('cases.not_in_this_state', { state: theCase.state }); if (!holds(actor, theCase) && !actor.wide) refuse('cases.not_yours'); } },
};

export type MayLine = { act: Act; may: boolean; code: string | null; zh: string | null; en: string | null };

/** For every act: whether this person may do it now and, when not, the refusal they would get. Acts of other posts are left out. */
export function mayOf(actor: Actor, theCase: Case, around: Around): MayLine[] {
  const names = Object.keys(acts) as Act[];
  return names.flatMap((act) => {
    const { route, happening, guard } = rules[act];
    if (Array.isArray(route.who) && !route.who.includes(actor.role)) return [];
    return [lineOf(act, () => {
      if (happening !== undefined && !mayHappen(theCase.state, happening)) refuse('cases.not_in_this_state');
      guard?.(actor, theCase, around);
    })];
  });
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
