import { setTimeout as wait } from 'node:timers/promises';
import type { TestPerson } from '../../server/test/people.ts';
import type { Home } from '../server.ts';

/** An open screen: hears of changes, and comes back with the last id it saw when the server went away, as browsers do. */
export type Screen = { readonly seen: ReadonlySet<string>; close(): Promise<void> };

export function openScreen({ port }: Home, { token }: TestPerson): Screen {
  const seen = new Set<string>();
  const stopping = new AbortController();
  const { signal } = stopping;
  let last = '';
  const hear = (line: string) => {
    if (line.startsWith('id: ')) last = line.slice(4);
    if (!line.startsWith('data: {"kind"')) return;
    const { subject }: { subject: string } = JSON.parse(line.slice(6));
    seen.add(subject);
  };
  const read = async () => {
    const headers = { cookie: `fengqiao=${token}`, ...(last === '' ? {} : { 'last-event-id': last }) };
    const { body } = await fetch(`http://127.0.0.1:${port}/api/live`, { headers, signal });
    if (body === null) return;
    let rest = '';
    for await (const part of body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + part).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(hear);
    }
  };
  const watching = (async () => {
    while (!signal.aborted) {
      await read().catch(() => undefined);
      await wait(100, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    seen,
    close: async () => {
      stopping.abort();
      await watching;
    },
  };
}
