import type { PlaceKind } from '@fengqiao/contract/cases/words.ts';
import type { In } from '@fengqiao/contract/route.ts';
import type { reportProblem } from '@fengqiao/contract/cases.ts';
import { newKey } from '@fengqiao/ui/data.ts';
import { arrived, type Photo } from '@fengqiao/ui/phone/photos.ts';
import type { Spot } from '@fengqiao/ui/phone/place/spot.ts';
import type { Voice } from '@fengqiao/ui/phone/voice/voice.ts';

/** What was said so far; kept on this phone until it has arrived. */
export type Draft = {
  photos: Photo[];
  voice: Voice | null;
  spot: Spot | null;
  address: string;
  placeKind: PlaceKind | null;
  text: string;
  type: string | null;
  join: string | null;
  anonymous: boolean;
  name: string;
  phone: string;
  /** The last content handed in and its key: the same content with the same key is received once. */
  sent: { content: string; key: string } | null;
};

export const draftPlace = 'fengqiao.report';

export const emptyDraft = (): Draft => ({
  photos: [],
  voice: null,
  spot: null,
  address: '',
  placeKind: null,
  text: '',
  type: null,
  join: null,
  anonymous: false,
  name: '',
  phone: '',
  sent: null,
});

export type Body = In<typeof reportProblem>['body'];

/** A report takes nine files; one place is kept for the recording. */
export const MOST_PHOTOS = 8;

/** What the desk reads where somebody only spoke. */
const spokenOnly = '语音反映，请听录音。';

export const isSaid = ({ text, voice }: Pick<Draft, 'text' | 'voice'>): boolean =>
  text.trim().length >= 2 || voice !== null;

/** Whether all photos and the recording have arrived at the server. */
export const isThere = ({ photos, voice }: Pick<Draft, 'photos' | 'voice'>): boolean =>
  photos.every(({ file }) => file !== null) && voice?.file !== null;

/** What goes to the server; null while the place or the words are missing. */
export function bodyOf(draft: Draft): Body | null {
  const { spot, text, voice, name, phone } = draft;
  if (spot === null || !isSaid(draft)) return null;
  const contact = { ...(name.trim() && { name: name.trim() }), ...(phone.trim() && { phone: phone.trim() }) };
  return {
    text: text.trim().length >= 2 ? text.trim() : spokenOnly,
    lng: spot.lng,
    lat: spot.lat,
    ...(spot.accuracy !== null && { accuracy: Math.round(spot.accuracy) }),
    address: draft.address.trim(),
    files: [...arrived(draft.photos), ...(voice?.file ? [voice.file] : [])],
    anonymous: draft.anonymous,
    ...(draft.type !== null && { type: draft.type }),
    ...(draft.placeKind !== null && { placeKind: draft.placeKind }),
    ...(draft.join !== null && { join: draft.join }),
    ...(Object.keys(contact).length > 0 && { contact }),
  };
}

/** The key under which this content is handed in: kept for the same content, new for another. */
export function sentAs(body: Body, last: Draft['sent']): { content: string; key: string } {
  const content = JSON.stringify(body);
  return last?.content === content ? last : { content, key: newKey() };
}
