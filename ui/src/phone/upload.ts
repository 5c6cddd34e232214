import { Refused } from '@fengqiao/contract/client.ts';
import { makeUploadNonce } from '@fengqiao/contract/platform.ts';
import type { RefusalCode } from '@fengqiao/contract/refusals.ts';
import { platformRefusals } from '@fengqiao/contract/refusals/platform.ts';
import { ask } from '../data.ts';

/** Sends one file and tells how far it is (0 to 1); answers with the file's id. */
export function upload(
  file: Blob,
  name: string,
  nonce: string | null,
  onProgress: (part: number) => void,
): Promise<string> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/uploads');
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(name));
    if (nonce !== null) request.setRequestHeader('x-upload-nonce', nonce);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const said: unknown = request.response;
      if (request.status < 300 && isStored(said)) done(said.id);
      else failed(isSaying(said) ? new Refused(request.status, said) : lost());
    };
    request.onerror = request.ontimeout = () => failed(lost());
    request.send(file);
  });
}

/** Taken before the camera opens: it shows that the picture was made for this. Without a network the picture goes without it. */
export async function freshNonce(): Promise<string | null> {
  try {
    return (await ask(makeUploadNonce, {})).nonce;
  } catch {
    return null;
  }
}

const lost = () =>
  new Refused(503, { code: 'platform.unavailable', ...platformRefusals['platform.unavailable'] });
const isStored = (said: unknown): said is { id: string } =>
  typeof said === 'object' && said !== null && 'id' in said;
const isSaying = (said: unknown): said is { code: RefusalCode; zh: string; en: string } =>
  typeof said === 'object' && said !== null && 'code' in said && 'zh' in said;
