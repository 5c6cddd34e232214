import { useCallback, useEffect, useRef, useState } from 'react';
import { Refused } from '@fengqiao/contract/client.ts';
import { newKey } from '../data.ts';
import { dropBlob, keepBlob, keptBlob } from './blobs.ts';
import { shrink } from './shrink.ts';
import { freshNonce, upload } from './upload.ts';

/** A photo of a form, taken or chosen at `at`; `file` is its id on the server once it has arrived there. */
export type Photo = { key: string; thumb: string; file: string | null; at: string };
export type Sending = { part: number; error: Refused | null };
export type ChangePhotos = (next: (now: Photo[]) => Photo[]) => void;

/** Sends each photo as soon as it is chosen, so that the form itself is light; what fails waits for another try. */
export function usePhotos(photos: readonly Photo[], change: ChangePhotos, onTheSpot: boolean) {
  const [sending, setSending] = useState<Readonly<Record<string, Sending>>>({});
  const begun = useRef(new Set<string>());
  const nonces = useRef<Promise<string | null>[]>([]);
  const tell = useCallback(
    (key: string, state: Sending) => setSending((now) => ({ ...now, [key]: state })),
    [],
  );

  const send = useCallback(
    async (key: string) => {
      const blob = await keptBlob(key);
      if (blob === null)
        return change((now) => now.filter((photo) => photo.key !== key || photo.file !== null));
      tell(key, { part: 0, error: null });
      try {
        const nonce = (await nonces.current.shift()) ?? null;
        const file = await upload(blob, `${key}.jpg`, nonce, (part) => tell(key, { part, error: null }));
        change((now) => now.map((photo) => (photo.key === key ? { ...photo, file } : photo)));
        await dropBlob(key);
      } catch (error) {
        if (error instanceof Refused) tell(key, { part: 0, error });
        else throw error;
      }
    },
    [change, tell],
  );

  useEffect(() => {
    for (const { key, file } of photos) {
      if (file !== null || begun.current.has(key)) continue;
      begun.current.add(key);
      void send(key);
    }
  }, [photos, send]);

  /** Called when the camera is about to open. */
  const opening = () => {
    if (onTheSpot) nonces.current.push(freshNonce());
  };
  const add = async (files: readonly File[]) => {
    for (const file of files) {
      const key = newKey();
      const { photo, thumb } = await shrink(file);
      await keepBlob(key, photo);
      change((now) => [...now, { key, thumb, file: null, at: new Date().toISOString() }]);
    }
  };
  const remove = (key: string) => {
    void dropBlob(key);
    change((now) => now.filter((photo) => photo.key !== key));
  };
  return { sending, opening, add, remove, again: send };
}

export const arrived = (photos: readonly Photo[]): string[] =>
  photos.flatMap(({ file }) => (file === null ? [] : [file]));
