import { type Planted, type Town } from '../town.ts';
import type { Actor } from './cast.ts';
import { excerpt, leaksIn, maySee, type Seen } from './judge.ts';

/** Every reading with its widest question, files and the documents of a case included. */
export async function tryReadings(
  { world }: Town,
  actor: Actor,
  planted: readonly Planted[],
  seen: Seen,
): Promise<void> {
  const person = await actor.renew();
  const lists = [
    'cases?limit=100',
    'cases?limit=100&q=BIRD',
    'cases?limit=100&q=FOREIGNBIRD',
    'tasks?limit=100',
    'requests?limit=100',
    'consultations?limit=100',
    'supervisions?limit=100',
    'holds?limit=100',
    'reopenings?limit=100',
    'callbacks?limit=100',
    'checks?limit=100',
    'messages?limit=100',
    'exports?part=mine',
    'exports?part=waiting',
    'exports?part=all',
    'reports/mine?limit=100',
    'accounts?limit=100',
    'imports?limit=100',
    'reports/nearby?lng=120.155&lat=31.225&text=BIRD',
    'reports/nearby?lng=120.155&lat=31.235&text=BIRD',
    'list-revisions',
    'api-keys',
  ];
  const files = planted.map((one) => `files/${one.ids['files'] ?? ''}`);
  for (const path of [...lists, ...files]) {
    const reply = await world.as(person).get(`/api/${path}`);
    seen.calls += 1;
    seen.leaks.push(
      ...leaksIn(reply.body, actor, planted).map(
        (canary) => `${path} as ${actor.name} tells ${canary}: ${excerpt(reply.body, canary)}`,
      ),
    );
  }
  for (const one of planted) {
    const reply = await world.as(person).get(`/api/files/${one.ids['files'] ?? ''}`);
    if (reply.statusCode === 200 && !maySee(actor, one))
      seen.leaks.push(`the picture of ${one.canary} is open to ${actor.name}`);
  }
}
