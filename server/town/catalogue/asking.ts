import { answerDoubt, raiseDoubt } from '@fengqiao/contract/catalogue/corrections.ts';
import { confirmOutside, recordOutside } from '@fengqiao/contract/catalogue/outside.ts';
import { announceChange } from '@fengqiao/contract/catalogue/duties.ts';
import * as acts from '@fengqiao/contract/catalogue/request-acts.ts';
import { askForShare, useShare } from '@fengqiao/contract/catalogue/requests.ts';
import {
  endorseProposal,
  proposeResource,
  sendBackProposal,
} from '@fengqiao/contract/catalogue/proposals.ts';
import type { ResourceContent } from '@fengqiao/contract/catalogue/resources.ts';
import { refusalGrounds, type RefusalGround } from '@fengqiao/contract/catalogue/words.ts';
import type { Hands, Now, Townsman } from '../life/hand.ts';
import { atOffice, days } from '../life/hours.ts';
import type { Random } from '../names/random.ts';
import type { Seats } from './seats.ts';
import { wantedOf, type Change, type Doubt, type Proposal, type Step, type Story } from './story.ts';

export type Known = ReadonlyMap<string, { readonly id: string; readonly content: ResourceContent }>;
type Stage = {
  readonly hands: Hands;
  /** The clock the hands act by. */
  readonly clock: Now;
  readonly random: Random;
  readonly seats: Seats;
  /** Resources by their provider and name. */
  readonly known: Known;
  /** What time does by itself, at the moment of the clock. */
  readonly sweep: () => Promise<unknown>;
};

/** Working hours so many days ago; earlier where these have not begun yet. */
function beganAt(random: Random, now: Date, daysAgo: number): Date {
  const at = atOffice(random, new Date(now.getTime() - days(daysAgo)));
  return at < now ? at : beganAt(random, now, daysAgo + 1);
}

const EXTENSION_DAYS = 5;
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Lives one request from its beginning until the present, each step by whoever it belongs to. */
export async function live(stage: Stage, story: Story, now: Date): Promise<void> {
  const { hands, clock, random, seats } = stage;
  clock.at = beganAt(random, now, story.daysAgo);
  const { row } = await hands.do(seats.of(story.by), askForShare, { body: askedIn(stage, story) });
  for (const step of story.steps) {
    const at = atOffice(random, new Date(clock.at.getTime() + days(step[1])));
    if (at > now) return;
    clock.at = at;
    await take(stage, { story, step, id: row.id, provider: row.provider });
  }
}

function askedIn({ known, clock }: Stage, { of, kind = 'share', fields, scenario, basis }: Story) {
  const found = known.get(of);
  const resource = found?.id;
  if (resource === undefined && kind === 'share') throw new Error(`no resource ${of}`);
  return {
    kind,
    fields: [...fields],
    scenario,
    basis: basis ?? '依照街道机构职能配置规定履行职责',
    scope: '仅限本单位经办人在办理该项工作时使用',
    method: found?.content.methods[0] ?? ('batch' as const),
    from: dayOf(clock.at),
    until: dayOf(new Date(clock.at.getTime() + days(360))),
    ...(resource === undefined ? { provider: of, wanted: wantedOf({ scenario }) } : { resource }),
  };
}

type Taken = {
  readonly story: Story;
  readonly step: Step;
  readonly id: string;
  readonly provider: string;
};

async function take(stage: Stage, { story, step, id, provider }: Taken): Promise<unknown> {
  const { hands, seats } = stage;
  const [act, , says, more] = step;
  const params = { id };
  const asks = seats.of(story.by);
  const answers = () => seats.of(provider);
  const reason = { reason: says };
  const fields = Array.isArray(more) ? [...more] : [...story.fields];
  switch (act) {
    case 'approve':
      return hands.do(seats.of(story.by, 1), acts.approveShare, { params });
    case 'withdraw':
      return hands.do(asks, acts.withdrawShare, { params, body: reason });
    case 'supplement':
      return hands.do(answers(), acts.askSupplement, { params, body: { missing: says } });
    case 'supply': {
      const { basis, scenario, scope } = askedIn(stage, story);
      return hands.do(asks, acts.supplyShare, { params, body: { basis, scenario, scope } });
    }
    case 'extend':
      return hands.do(seats.steward, acts.extendShare, {
        params,
        body: { workDays: EXTENSION_DAYS, ...reason },
      });
    case 'grant':
      return hands.do(answers(), acts.grantShare, { params, body: { fields, answer: says } });
    case 'refuse':
      return hands.do(answers(), acts.refuseShare, {
        params,
        body: { ground: groundOf(more), answer: says },
      });
    case 'deliver':
      return hands.do(answers(), acts.deliverShare, { params, body: { delivery: says } });
    case 'use':
      return hands.do(asks, useShare, { params, body: { why: says } });
    case 'suspend':
      return hands.do(answers(), acts.suspendShare, { params, body: reason });
    case 'resume':
      return hands.do(answers(), acts.resumeShare, { params, body: reason });
    case 'terminate':
      return hands.do(asks, acts.terminateShare, { params, body: reason });
    case 'dispose':
      return hands.do(asks, acts.disposeShare, { params, body: { how: says } });
    case 'dispute':
      return hands.do(asks, acts.disputeShare, { params, body: reason });
    case 'settle':
      return hands.do(asks, acts.settleDispute, { params, body: { text: says } });
    default:
      return takeBeyond(stage, { story, step, id, provider });
  }
}

/** Acts on a request where the two units are not alone: an answer from outside, and a dispute. */
async function takeBeyond(stage: Stage, { story, step, id, provider }: Taken): Promise<unknown> {
  const { hands, seats, sweep, clock } = stage;
  const [act, , says, more, decisionNo] = step;
  const params = { id };
  const fields = Array.isArray(more) ? [...more] : [...story.fields];
  switch (act) {
    case 'outside':
      return hands.do(seats.of(story.by), recordOutside, {
        params,
        body: {
          through: 'province',
          reference: `SGX-${clock.at.getUTCFullYear()}-${id.slice(-6)}`,
          answeredOn: dayOf(clock.at),
          outcome: 'granted',
          fields,
          text: says,
        },
      });
    case 'confirm':
      return hands.do(seats.of(story.by, 1), confirmOutside, { params });
    case 'coordinate':
      await sweep();
      return hands.do(judge(provider, seats.steward, seats), acts.coordinateDispute, {
        params,
        body: { agreed: false, fields: [], text: says },
      });
    case 'arbitrate':
      return hands.do(judge(provider, seats.leader, seats), acts.arbitrateShare, {
        params,
        body: { fields, text: says, ...(decisionNo === undefined ? {} : { decisionNo }) },
      });
    default:
      throw new Error(`nobody lives ${act}`);
  }
}

/** A bureau of the district has its superior there. */
const judge = (provider: string, ofStreet: Townsman, { district }: Seats): Townsman =>
  provider.startsWith('district_') ? district : ofStreet;

const groundOf = (more: Step[3]): RefusalGround =>
  typeof more === 'string' && Object.hasOwn(refusalGrounds, more) ? more : 'too_much';

/** Somebody doubts the data of another unit, which may have answered. */
export async function doubt(
  { hands, clock, random, seats, known }: Stage,
  told: Doubt,
  now: Date,
): Promise<void> {
  const { by, of, field, text, daysAgo, answer, corrected } = told;
  const resource = known.get(of);
  if (resource === undefined) throw new Error(`no resource ${of}`);
  clock.at = beganAt(random, now, daysAgo);
  const { id, provider } = await hands.do(seats.of(by), raiseDoubt, {
    params: { id: resource.id },
    body: { field, text },
  });
  if (answer === null) return;
  const at = atOffice(random, new Date(clock.at.getTime() + days(3)));
  if (at > now) return;
  clock.at = at;
  await hands.do(seats.of(provider), answerDoubt, { params: { id }, body: { corrected, answer } });
}

/** A unit proposes to change one of its resources; how far that came is told. */
export async function propose(
  { hands, clock, random, seats, known }: Stage,
  { of, change, reason, daysAgo, endorsed, sentBack }: Proposal,
  now: Date,
): Promise<void> {
  const resource = known.get(of);
  if (resource === undefined) throw new Error(`no resource ${of}`);
  const [unit = ''] = of.split('/');
  clock.at = beganAt(random, now, daysAgo);
  const { id } = await hands.do(seats.of(unit), proposeResource, {
    body: { resource: resource.id, content: { ...resource.content, ...change }, reason },
  });
  const params = { id };
  const soon = new Date(clock.at.getTime() + days(0.1));
  if (!endorsed || soon > now) return;
  clock.at = soon;
  await hands.do(seats.of(unit, 1), endorseProposal, { params });
  if (sentBack === null) return;
  await hands.do(seats.steward, sendBackProposal, { params, body: { answer: sentBack } });
}

/** The steward announces that the duties of a unit changed. */
export async function announceIn(
  { hands, clock, random, seats, known }: Stage,
  { of, change, basis, daysAgo }: Change,
  now: Date,
): Promise<void> {
  const resource = known.get(of);
  if (resource === undefined) throw new Error(`no resource ${of}`);
  clock.at = beganAt(random, now, daysAgo);
  const params = { id: resource.id };
  await hands.do(seats.steward, announceChange, {
    params,
    body: { change, basis, occurredOn: dayOf(clock.at) },
  });
}
