import { reportProblem } from '@fengqiao/contract/cases.ts';
import { Refused } from '@fengqiao/contract/client.ts';
import { ask, lostConnection } from '@fengqiao/ui/data.ts';
import { dropBlob, keptBlob } from '@fengqiao/ui/phone/blobs.ts';
import type { Photo } from '@fengqiao/ui/phone/photos.ts';
import { upload } from '@fengqiao/ui/phone/upload.ts';
import { arrive } from '@fengqiao/ui/phone/voice/voice.ts';
import { keepAnswer } from '../receipts.ts';
import { bodyOf, sentAs } from '../screens/report/draft.ts';
import { keepWaiting, takeOut, waitingReports, type Waiting } from './outbox.ts';

let sending = false;

/** Sends what waits, one after the other; what finds no network goes on waiting. Tells how many went out. */
export async function sendWaiting(): Promise<number> {
  if (sending || !navigator.onLine) return 0;
  sending = true;
  let sent = 0;
  try {
    for (const one of waitingReports()) if (await sendOne(one)) sent += 1;
  } finally {
    sending = false;
  }
  return sent;
}

/** Photos and sound first, then the words, under a key that stays the same at every try: the server receives it once. */
async function sendOne(one: Waiting): Promise<boolean> {
  let now = { ...one, problem: null };
  const keep = (draft: Partial<Waiting['draft']>) => {
    now = { ...now, draft: { ...now.draft, ...draft } };
    keepWaiting(now);
  };
  try {
    for (const photo of now.draft.photos) {
      const arrived = await photoThere(photo);
      keep({ photos: now.draft.photos.flatMap((kept) => (kept.key === photo.key ? arrived : [kept])) });
    }
    if (now.draft.voice !== null) keep({ voice: await arrive(now.draft.voice) });
    const body = bodyOf(now.draft);
    if (body === null) return false;
    const sent = sentAs(body, now.draft.sent);
    keep({ sent });
    keepAnswer(await ask(reportProblem, { body, key: sent.key }));
    await forgetFiles(now);
    takeOut(now.id);
    return true;
  } catch (error) {
    if (error instanceof Refused && !lostConnection(error))
      keepWaiting({ ...now, problem: { zh: error.zh, en: error.en } });
    return false;
  }
}

/** The photo with its id on the server; none when this phone kept nothing of it. */
async function photoThere(photo: Photo): Promise<Photo[]> {
  if (photo.file !== null) return [photo];
  const blob = await keptBlob(photo.key);
  return blob === null
    ? []
    : [{ ...photo, file: await upload(blob, `${photo.key}.jpg`, null, () => undefined) }];
}

/** Nothing of a report that has arrived stays on a phone that may be somebody else's. */
export async function forgetFiles({ draft }: Pick<Waiting, 'draft'>): Promise<void> {
  const keys = [...draft.photos, ...(draft.voice === null ? [] : [draft.voice])].map(({ key }) => key);
  await Promise.all(keys.map(dropBlob));
}
