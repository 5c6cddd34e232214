import type { LightMyRequestResponse } from 'fastify';
import type { Route } from '@fengqiao/contract/route.ts';
import { wide } from '@fengqiao/contract/roles.ts';
import type { World } from '../../server/test/world.ts';
import { FOREIGN, type Planted } from '../town.ts';
import { letsIn } from './call.ts';
import type { Actor } from './cast.ts';

export type Seen = {
  refused: string[];
  let: string[];
  leaks: string[];
  unread: string[];
  faults: string[];
  calls: number;
};

type Reached = {
  readonly world: World;
  readonly actor: Actor;
  readonly route: Route;
  readonly reply: LightMyRequestResponse;
  readonly planted: readonly Planted[];
};

export async function judge({ world, actor, route, reply, planted }: Reached, seen: Seen): Promise<void> {
  const name = `${route.id} as ${actor.name}`;
  const code = reply.statusCode === 200 ? null : reply.json<{ code?: string }>().code;
  if (reply.statusCode >= 500 && code !== 'identity.sms_not_set')
    seen.faults.push(`${name}: ${reply.body.slice(0, 300)}`);
  if (code === 'platform.invalid_input') return void seen.unread.push(`${name}: ${reply.body.slice(0, 300)}`);
  const barred =
    code === 'platform.not_allowed' || (code === 'platform.not_signed_in' && actor.role === 'guest');
  if (!letsIn(route.who, actor.role) && !barred)
    seen.refused.push(`${name}: ${reply.statusCode} ${reply.body.slice(0, 200)}`);
  if (letsIn(route.who, actor.role) && code === 'platform.not_allowed') seen.let.push(name);
  const now = leaksIn(reply.body, actor, planted).length === 0 ? [] : await asTheyStand(world, planted);
  seen.leaks.push(
    ...leaksIn(reply.body, actor, now).map(
      (canary) => `${name} tells ${canary}: ${excerpt(reply.body, canary)}`,
    ),
  );
}

/** The cases with those who take part by now: one of the calls before may have given it to somebody. */
export async function asTheyStand(world: World, planted: readonly Planted[]): Promise<Planted[]> {
  const rows = await world.asSystem((work) =>
    work.db.selectFrom('cases.case').select(['id', 'seen_by']).execute(),
  );
  const known = new Map(rows.map((row) => [row.id, row.seen_by]));
  return planted.map((one) => ({ ...one, seenBy: known.get(one.caseId) ?? one.seenBy }));
}

/** The canaries of a reply that this person may not know. */
export function leaksIn(body: string, actor: Actor, planted: readonly Planted[]): string[] {
  return planted.filter((one) => body.includes(one.canary) && !maySee(actor, one)).map((one) => one.canary);
}

export function maySee({ name, role, units }: Actor, one: Planted): boolean {
  // Nobody of the cast has a seat at a record of special care.
  if (one.street === FOREIGN || one.ids['care'] !== undefined) return false;
  if (name === 'reporter') return one.canary === 'NEARBIRD';
  if (role === 'resident' || role === 'guest') return false;
  return wide.includes(role) || units.some((unit) => one.seenBy.includes(unit));
}

export const excerpt = (body: string, canary: string): string =>
  body.slice(Math.max(0, body.indexOf(canary) - 80), body.indexOf(canary) + 60);
