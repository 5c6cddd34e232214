import { Refused } from '@fengqiao/contract/client.ts';
import type { FileView } from '@fengqiao/contract/platform.ts';
import { platformRefusals } from '@fengqiao/contract/refusals/platform.ts';

/** Where a stored file is read; `thumb` is the small picture, a ticket opens it to somebody without an account. */
export function fileUrl(id: string, size?: 'thumb', ticket: string | null = null): string {
  const query = new URLSearchParams({
    ...(size === undefined ? {} : { size }),
    ...(ticket === null ? {} : { ticket }),
  }).toString();
  return `/api/files/${id}${query === '' ? '' : `?${query}`}`;
}

/** Sends one file; the answer names it. `nonce` shows that the picture was taken for this upload; `to` is another door than that for pictures and documents. */
export async function upload(
  file: Blob,
  { name = 'file', nonce, to = '/api/uploads' }: { name?: string; nonce?: string; to?: string } = {},
): Promise<FileView> {
  const headers = new Headers({
    'content-type': 'application/octet-stream',
    'x-file-name': encodeURIComponent(name),
  });
  if (nonce !== undefined) headers.set('x-upload-nonce', nonce);
  const reply = await fetch(to, {
    method: 'POST',
    credentials: 'same-origin',
    headers,
    body: file,
  }).catch(() => null);
  const said: unknown = await reply?.json().catch(() => null);
  if (reply?.ok === true) return said as FileView;
  const lost = { code: 'platform.unavailable', ...platformRefusals['platform.unavailable'] } as const;
  throw new Refused(
    reply?.status ?? 0,
    typeof said === 'object' && said !== null && 'code' in said ? (said as typeof lost) : lost,
  );
}
