import { Agent, request } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { Load, Shots } from './harness.ts';

/** The client runs in a process of its own, so that its CPU is not counted as the server's. */
process.once('message', (load: Load) => {
  void fireAll(load).then((shots) => process.send?.(shots, () => process.disconnect?.()));
});

async function fireAll(load: Load): Promise<Shots> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const waits = new Float64Array(load.total);
  const statuses: Record<number, number> = {};
  let next = 0;
  const began = performance.now();
  const one = async () => {
    for (let at = next++; at < load.total; at = next++) {
      const from = performance.now();
      const status = await fire(load, at, agent);
      waits[at] = performance.now() - from;
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: load.connections }, one));
  agent.destroy();
  return { waits: [...waits], seconds: (performance.now() - began) / 1000, statuses };
}

function fire({ base, shots, freshKeys }: Load, at: number, agent: Agent): Promise<number> {
  const shot = shots[at % shots.length];
  if (shot === undefined) throw new Error('nothing to fire');
  const body = shot.body === undefined ? undefined : JSON.stringify(shot.body);
  const headers: Record<string, string | number> = { ...shot.headers };
  if (body !== undefined)
    Object.assign(headers, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  if (freshKeys && shot.method !== 'GET') headers['idempotency-key'] = randomUUID();
  return new Promise((resolve, reject) => {
    const sent = request(`${base}${shot.path}`, { method: shot.method, headers, agent }, (reply) => {
      reply.resume();
      reply.on('end', () => resolve(reply.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
