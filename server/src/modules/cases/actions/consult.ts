import type { ConsultationView } from '@fengqiao/contract/cases/beside.ts';
import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { seenBy } from '../domain/acting.ts';
import { after, expectVersion, type Case } from '../domain/case.ts';
import { answersFor, mustBeFounded, outcomeOf } from '../domain/consultation.ts';
import { mustBeAbleToHelp, mustBeAbleToLead } from '../domain/duty.ts';
import { actsFirst, stageTerms } from '../domain/grades.ts';
import { mustBeWithinHandOffs } from '../domain/hand-off.ts';
import type { Consultation, Opinion } from '../store/beside.ts';
import { lockCase, saveCase, tell } from '../store/case.ts';
import { addClock, openClocks, stopClocks } from '../store/clock.ts';
import {
  consultationOf,
  consultationsOver,
  endConsultation,
  insertConsultation,
  saveOpinion,
  silence,
} from '../store/consultation.ts';
import { stateOf } from './answer.ts';
import { give } from './give.ts';
import { questionOf, type Question } from './matter.ts';
import { dueAfter } from './term.ts';
import { viewOfConsultation } from './view-beside.ts';

type Asked = {
  readonly lead: string;
  readonly co: readonly string[];
  readonly question: string;
  readonly version?: number | undefined;
};

/** Opens a consultation 商定: the proposed lead and co-handlers have four working hours, and silence is consent. */
export async function openConsultation(
  work: Work,
  id: string,
  { lead, co, question, version }: Asked,
): Promise<CaseState> {
  const theCase = await lockCase(work, id);
  expectVersion(theCase, version);
  const units = [...new Set(co)];
  const negotiating = after(theCase, 'consult', work.now, {
    seenBy: seenBy(theCase, [...theCase.seenBy, lead, ...units]),
  });
  mustBeWithinHandOffs(theCase.handOffs);
  if ((await openClocks(work, id, ['arbitration'])).length > 0) refuse('cases.needs_arbitration');
  mustFit(await questionOf(work, theCase), lead, units);
  const term = termOf(theCase);
  const closesAt = dueAfter(work, term.unit, term.value);
  const consultation = await insertConsultation(work, theCase, { question, lead, co: units, closesAt });
  await stopClocks(work, id, ['dispatch']);
  await addClock(work, theCase, { kind: 'consultation', owner: 'centre', subject: consultation, ...term });
  const facts = {
    consultation,
    question,
    lead,
    co: units,
    units: [lead, ...units],
    closesAt: closesAt.toISOString(),
  };
  return stateOf(
    await saveCase(work, theCase, negotiating, { kind: 'consult', facts, event: 'case.consulted' }),
  );
}

/** Grades S and A are counted by the wall clock in hours; a consultation about them takes one of those. */
const termOf = (theCase: Case) =>
  actsFirst(theCase.grade) ? ({ unit: 'urgent_hour', value: 1 } as const) : stageTerms.consultation;

function mustFit({ units, rows, matter }: Question, lead: string, co: readonly string[]): void {
  if (co.includes(lead)) refuse('cases.co_is_lead', { unit: lead });
  const kindOf = (unit: string) => units.get(unit) ?? refuse('cases.unknown_unit', { unit });
  mustBeAbleToLead(rows, matter, kindOf(lead));
  for (const unit of co) mustBeAbleToHelp(rows, matter, kindOf(unit));
}

type Answer = {
  readonly consents: boolean;
  readonly betterLead?: string | undefined;
  readonly clause?: string | undefined;
  readonly text?: string | undefined;
};

/** A unit consents, or objects citing a clause and naming who should lead; the last word ends the consultation. */
export async function answerConsultation(
  work: Work,
  id: string,
  { consents, betterLead, clause, text }: Answer,
): Promise<ConsultationView> {
  const found = await consultationOf(work, id);
  const theCase = await lockCase(work, found.consultation.case_id);
  const { consultation, opinions } = await consultationOf(work, id, true);
  const unit = answersFor(work.actor, consultation, opinions, work.now);
  if (theCase.state !== 'negotiating') refuse('cases.no_open_consultation', { state: theCase.state });
  const objection = consents
    ? null
    : mustBeFounded(
        { ...(betterLead === undefined ? {} : { betterLead }), ...(clause === undefined ? {} : { clause }) },
        unit,
        consultation.proposed_lead,
      );
  const question = await questionOf(work, theCase);
  if (objection !== null)
    mustBeAbleToLead(
      question.rows,
      question.matter,
      question.units.get(objection.betterLead) ??
        refuse('cases.unknown_unit', { unit: objection.betterLead }),
    );
  await saveOpinion(work, id, unit, {
    stance: consents ? 'consents' : 'objects',
    betterLead: objection?.betterLead ?? null,
    clause: objection?.clause ?? null,
    text: text ?? null,
  });
  await tell(work, theCase, theCase, {
    kind: 'opinion',
    facts: { consultation: id, unit, consents, ...objection, text: text ?? null },
    event: 'case.opinion_given',
  });
  await conclude(work, theCase, id, question);
  const now = await consultationOf(work, id);
  return viewOfConsultation(work.actor, now.consultation, now.opinions);
}

/** Ends the consultations whose time is over; whoever said nothing has consented, and that is written down for each. */
export async function consultationsDue(work: Work): Promise<number> {
  const over = await consultationsOver(work, 20);
  for (const { id, case_id } of over.toSorted((a, b) => (a.case_id < b.case_id ? -1 : 1))) {
    const theCase = await lockCase(work, case_id);
    const { consultation } = await consultationOf(work, id, true);
    if (consultation.state !== 'open') continue;
    if (theCase.state !== 'negotiating') {
      await endConsultation(work, id, 'failed');
      await stopClocks(work, theCase.id, ['consultation']);
      continue;
    }
    for (const unit of await silence(work, id))
      await tell(work, theCase, theCase, {
        kind: 'opinion_silent',
        facts: { consultation: id, unit, countsAs: 'consent' },
        event: 'case.opinion_silent',
      });
    await conclude(work, theCase, id, await questionOf(work, theCase));
  }
  return over.length;
}

async function conclude(work: Work, theCase: Case, id: string, question: Question): Promise<void> {
  const { consultation, opinions } = await consultationOf(work, id);
  const outcome = outcomeOf(opinions);
  if (outcome === 'open') return;
  const parties = [consultation.proposed_lead, ...consultation.proposed_co];
  const agreed = outcome === 'agreed' && parties.every((unit) => question.units.has(unit));
  await endConsultation(work, id, agreed ? 'agreed' : 'failed');
  const room = { consultation, opinions };
  await (agreed ? giveAgreed(work, theCase, question, room) : fail(work, theCase, room));
}

type Room = { readonly consultation: Consultation; readonly opinions: readonly Opinion[] };

async function giveAgreed(
  work: Work,
  theCase: Case,
  question: Question,
  { consultation: agreed, opinions }: Room,
): Promise<void> {
  const row = theCase.rowKey === null ? null : (question.list.byKey.get(theCase.rowKey) ?? null);
  const why = {
    consultation: agreed.id,
    rowKey: null,
    listVersion: question.list.version,
    opinions: stances(opinions),
    whyZh: '经商定一致（沉默视为同意，已记录）',
    whyEn: 'Agreed by consultation; silence counted as consent and is on record',
  };
  const tasks = agreed.proposed_co.map((unit) => ({
    unit,
    text: `按商定配合办理：${agreed.question}`.slice(0, 300),
    required: true,
  }));
  await give(work, theCase, question, {
    lead: agreed.proposed_lead,
    basis: 'negotiated',
    why,
    row,
    tasks,
    act: 'dispatch',
  });
}

/** Without agreement the case waits for a named leader, with the time of a dispatch. */
async function fail(work: Work, theCase: Case, { consultation: failed, opinions }: Room): Promise<void> {
  await stopClocks(work, theCase.id, ['consultation']);
  await addClock(work, theCase, { kind: 'dispatch', owner: 'street', ...stageTerms.dispatch });
  const open = after(theCase, 'consultation_failed', work.now);
  await saveCase(work, theCase, open, {
    kind: 'consultation_failed',
    facts: { consultation: failed.id, opinions: stances(opinions) },
    event: 'case.consultation_failed',
  });
}

const stances = (opinions: readonly Opinion[]) =>
  opinions.map(({ unit, stance, better_lead, clause }) => ({
    unit,
    stance,
    betterLead: better_lead,
    clause,
  }));
