import type { Page } from 'playwright-core';

/** Everything this origin keeps in the browser, by where it lies: tables, caches and names with their texts. */
export const keptHere = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const storage of [localStorage, sessionStorage])
      for (const [name, value] of Object.entries(storage)) found.push(`storage ${name}: ${String(value)}`);
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) found.push(`cache ${new URL(url).pathname}`);
    }
    for (const { name = '' } of await indexedDB.databases()) {
      const base = await new Promise<IDBDatabase>((done, failed) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => failed(opening.error);
      });
      for (const table of base.objectStoreNames) {
        const rows = await new Promise<unknown[]>((done) => {
          const asked = base.transaction(table).objectStore(table).getAll();
          asked.onsuccess = () => done(asked.result);
        });
        found.push(`table ${name}/${table}: ${rows.length} rows ${JSON.stringify(rows)}`);
      }
      base.close();
    }
    return found;
  });
