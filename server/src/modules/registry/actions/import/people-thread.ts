import { parentPort, workerData } from 'node:worker_threads';
import { fromJson } from '#platform/json.ts';
import type { VaultKeys } from '#platform/crypto/vault.ts';
import { ownHand, type Answered, type Asked, type Kit } from './hands.ts';

/** A thread that makes the people of a table ready, for as long as it is asked to; see `hands.ts`. */
const { keys, ...kit } = fromJson<Kit>(workerData);
const hand = ownHand({ ...kit, keys: buffers(keys) });

/** Keys travel as bare bytes. */
function buffers({ masterKey, previousKey, olderKeys, indexKey, suite }: VaultKeys): VaultKeys {
  const own = (key: Uint8Array | null | undefined) => (key ? Buffer.from(key) : null);
  return {
    masterKey: Buffer.from(masterKey),
    previousKey: own(previousKey),
    olderKeys: (olderKeys ?? []).map((key) => Buffer.from(key)),
    indexKey: own(indexKey),
    ...(suite === undefined ? {} : { suite }),
  };
}

parentPort?.on('message', (asked: Asked) => {
  const doing = 'mark' in asked ? hand.mark(asked.mark) : hand.seal(asked.seal);
  void doing.then(
    (done) => answer({ done }),
    (failed: unknown) => answer({ failed }),
  );
});

/** What is ready is handed over, not copied; marks are still needed here. */
function answer(said: Answered): void {
  const given = 'done' in said && 'rows' in said.done ? [said.done.rows, said.done.keys.bytes] : [];
  parentPort?.postMessage(
    said,
    given.map(({ buffer }) => fromJson<ArrayBuffer>(buffer)),
  );
}
