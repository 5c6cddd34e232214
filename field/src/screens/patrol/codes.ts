import type { CheckpointView } from '@fengqiao/contract/rounds.ts';
import { sha256Of } from '../../offline/vault.ts';

const CODE = /[a-z2-9]{4}(?:-[a-z2-9]{4}){3}/;

/** The code of a point in what was scanned or typed: the sheet holds an address of this app with the code in it. */
export const codeIn = (text: string): string | null =>
  CODE.exec(text.trim().toLowerCase().replaceAll(' ', '-'))?.[0] ?? null;

/** Which point a code belongs to, also without a network: the phone has the beginning of the hash of each code. */
export async function pointOf(
  code: string,
  points: readonly CheckpointView[],
): Promise<CheckpointView | undefined> {
  const mark = (await sha256Of(new TextEncoder().encode(code).buffer)).slice(0, 16);
  return points.find((point) => point.mark === mark);
}
