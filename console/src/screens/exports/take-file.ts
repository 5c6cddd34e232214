import { Refused } from '@fengqiao/contract/client.ts';
import { refusals, type RefusalCode } from '@fengqiao/contract/refusals.ts';
import type { Traced } from '@fengqiao/contract/exports.ts';
import { proveAgain } from '@fengqiao/ui/step-up.ts';

/** Takes the file of an export and hands it to the browser; where sensitive facts are in it, after proof that it is still they. */
export async function takeFile(id: string): Promise<void> {
  const reply = await send(`/api/exports/${id}/file`).catch(async (error: unknown) => {
    if (error instanceof Refused && error.code === 'identity.step_up_needed' && (await proveAgain()))
      return send(`/api/exports/${id}/file`);
    throw error;
  });
  const url = URL.createObjectURL(await reply.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = nameIn(reply.headers.get('content-disposition') ?? '');
  link.click();
  URL.revokeObjectURL(url);
}

export type Found = { readonly read: number; readonly items: readonly Traced[] };

/** Compares a leaked file with what was exported. */
export async function traceFile(file: Blob): Promise<Found> {
  const reply = await send('/api/exports/trace-file', file);
  const found: Found = await reply.json();
  return found;
}

async function send(path: string, body?: Blob): Promise<Response> {
  const reply = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/octet-stream' },
    body: body ?? new Blob(),
  }).catch(() => null);
  if (reply?.ok === true) return reply;
  const said: unknown = await reply?.json().catch(() => null);
  throw new Refused(reply?.status ?? 0, isSaying(said) ? said : lost);
}

const lost = { code: 'platform.unavailable', ...refusals['platform.unavailable'] } as const;
type Saying = { code: RefusalCode; zh: string; en: string };
const isSaying = (said: unknown): said is Saying =>
  typeof said === 'object' && said !== null && 'code' in said && 'zh' in said && 'en' in said;

const nameIn = (header: string): string =>
  decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(header)?.[1] ?? 'export');
