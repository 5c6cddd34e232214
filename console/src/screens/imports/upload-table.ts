import { Refused } from '@fengqiao/contract/client.ts';
import type { FileView } from '@fengqiao/contract/platform.ts';
import { refusals } from '@fengqiao/contract/refusals.ts';

type Said = { readonly code: 'platform.unavailable'; readonly zh: string; readonly en: string };
const isSaid = (said: unknown): said is Said => typeof said === 'object' && said !== null && 'code' in said;

/** Sends a table; the answer names it. */
export async function uploadTable(file: File): Promise<FileView> {
  const reply = await fetch('/api/imports/tables', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
    body: file,
  }).catch(() => null);
  const said: unknown = await reply?.json().catch(() => null);
  if (reply?.ok === true) return said as FileView;
  throw new Refused(
    reply?.status ?? 0,
    isSaid(said) ? said : { code: 'platform.unavailable', ...refusals['platform.unavailable'] },
  );
}
