import { useEffect, useRef } from 'react';
import { newKey } from '../../data.ts';
import { useAddress } from '../address.ts';
import { dropBlob, keepBlob, keptBlob } from '../blobs.ts';
import { upload } from '../upload.ts';
import type { Recording } from './recorder.ts';

/** A recording of a form; `file` is its id on the server once it has arrived there. */
export type Voice = { key: string; seconds: number; file: string | null };

/** Keeps a recording on this phone and sends it as soon as it can. */
export function useVoice(voice: Voice | null, change: (voice: Voice | null) => void) {
  const begun = useRef('');
  const held = useRef('');
  const key = voice?.key ?? '';
  const url = useAddress(async () => (key === '' ? null : keptBlob(key)), key);
  useEffect(() => {
    held.current = key;
  }, [key]);
  useEffect(() => {
    if (voice === null || voice.file !== null || begun.current === voice.key) return;
    begun.current = voice.key;
    // What does not arrive now goes with the report, as soon as there is a network.
    void arrive(voice).then(
      (there) => {
        if (held.current === voice.key) change(there);
      },
      () => undefined,
    );
  }, [voice, change]);
  const keep = async ({ blob, seconds }: Recording) => {
    const key = newKey();
    await keepBlob(key, blob);
    change({ key, seconds, file: null });
  };
  const drop = () => {
    if (voice !== null) void dropBlob(voice.key);
    change(null);
  };
  return { keep: (recording: Recording) => void keep(recording), drop, url };
}

/** The recording with its id on the server, null when this phone kept nothing of it; throws the refusal that came. */
export async function arrive(voice: Voice): Promise<Voice | null> {
  if (voice.file !== null) return voice;
  const blob = await keptBlob(voice.key);
  if (blob === null) return null;
  return { ...voice, file: await upload(blob, `${voice.key}.webm`, null, () => undefined) };
}
