/** Photos that were not sent yet, kept on this phone so that a closed tab loses none. */
export async function keepBlob(key: string, blob: Blob): Promise<void> {
  atHand.set(key, blob);
  await inStore('readwrite', (store) => store.put(blob, key));
}

export async function keptBlob(key: string): Promise<Blob | null> {
  const kept = atHand.get(key) ?? (await inStore('readonly', (store) => store.get(key)));
  return kept instanceof Blob ? kept : null;
}

export async function dropBlob(key: string): Promise<void> {
  atHand.delete(key);
  await inStore('readwrite', (store) => store.delete(key));
}

const atHand = new Map<string, Blob>();

/** A browser that keeps nothing, such as in a private window, answers undefined. */
function inStore(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return new Promise((done) => {
    const none = () => done(undefined);
    try {
      const opening = indexedDB.open('fengqiao', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('photos');
      opening.onerror = none;
      opening.onsuccess = () => {
        const base = opening.result;
        const asked = act(base.transaction('photos', mode).objectStore('photos'));
        asked.onerror = none;
        asked.onsuccess = () => done(asked.result);
        asked.transaction?.addEventListener('complete', () => base.close());
      };
    } catch {
      none();
    }
  });
}
