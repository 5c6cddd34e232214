import { shrink } from '@fengqiao/ui/phone/shrink.ts';
import { moment } from './clock.ts';
import type { Phone } from './outbox.ts';
import { sha256Of } from './vault.ts';

/** A photo or sound of a form: its address, and the moment by the phone with how far its clock is off. */
export type Kept = {
  readonly sha256: string;
  readonly kind: 'photo' | 'voice';
  readonly deviceAt: string;
  readonly offsetMs?: number;
  /** Of a sound. */
  readonly seconds?: number;
};

/** Keeps a photo on the phone, small enough for a weak network; `nonce` shows that it was taken for this. */
export async function keepPhoto(phone: Phone, file: File, nonce: string | null): Promise<Kept> {
  const { photo, thumb } = await shrink(file);
  return keep(phone, { kind: 'photo', content: photo, thumb, nonce });
}

export const keepVoice = async (phone: Phone, content: Blob, seconds: number): Promise<Kept> => ({
  ...(await keep(phone, { kind: 'voice', content, thumb: '', nonce: null })),
  seconds,
});

type Given = {
  readonly kind: Kept['kind'];
  readonly content: Blob;
  readonly thumb: string;
  readonly nonce: string | null;
};

async function keep({ base, vault }: Phone, { kind, content, thumb, nonce }: Given): Promise<Kept> {
  const plain = await content.arrayBuffer();
  const sha256 = await sha256Of(plain);
  const [bytes, small] = await Promise.all([vault.sealBytes(plain), vault.seal(thumb)]);
  const row = {
    sha256,
    kind,
    media: content.type,
    size: plain.byteLength,
    madeAt: Date.now(),
    bytes,
    thumb: small,
    nonce,
    file: null,
    refusal: null,
  };
  await base.blob.put(row);
  return { sha256, kind, ...moment() };
}

/** The small picture to show, as a data address. */
export async function thumbOf({ base, vault }: Phone, sha256: string): Promise<string> {
  const row = await base.blob.get(sha256);
  return row === undefined ? '' : vault.open<string>(row.thumb);
}

/** The content itself, to look at or listen to before it is sent. */
export async function contentOf({ base, vault }: Phone, sha256: string): Promise<Blob | null> {
  const row = await base.blob.get(sha256);
  return row?.bytes == null ? null : new Blob([await vault.openBytes(row.bytes)], { type: row.media });
}
