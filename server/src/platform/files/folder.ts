import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a private folder and those above it that are missing; throws Node's error where one cannot be made. Node's own
 * `recursive` never comes back where the parent is no place for folders, such as /proc or a file.
 */
export function makeFolder(path: string): void {
  const at = resolve(path);
  if (existsSync(at)) return;
  makeFolder(dirname(at));
  try {
    mkdirSync(at, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it in between.
    if (!existsSync(at)) throw error;
  }
}
