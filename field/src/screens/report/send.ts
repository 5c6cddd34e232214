import type { reportFound } from '@fengqiao/contract/cases.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { useNavigate } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { proofOf } from '../../evidence.ts';
import { fileOf } from '../../offline/operations.ts';
import { useHandIn } from '../../offline/phone.ts';
import { texts as app } from '../../texts.ts';
import type { Found, FoundForm } from './draft.ts';
import { useTypes } from './Kind.tsx';
import { usedType } from '../../offline/last-types.ts';

type Body = In<typeof reportFound>['body'];

/** Hands in what was found; without words the type's name is what is said. */
export function useSend({ draft, clear }: FoundForm, name: string, onTheSpot: boolean) {
  const go = useNavigate();
  const handIn = useHandIn();
  const { typeOf } = useTypes();
  const type = typeOf(draft.type);
  const words = draft.text.trim() || type?.name.zh || '';
  const send = async () => {
    if (draft.spot === null) return;
    const body = bodyOf(draft, draft.spot, words, onTheSpot);
    const opId = await handIn('found', { body, title: words.slice(0, 60) }, { draft: name });
    if (draft.type !== null) usedType(draft.type);
    clear();
    void go(`/handed-in/${opId}`, { replace: true });
  };
  return {
    send: () => void send(),
    emergency: type?.grade === 'S',
    why: missing(draft, words, onTheSpot),
  };
}

function missing(draft: Found, words: string, onTheSpot: boolean): string | undefined {
  if (draft.photos.length === 0) return t(app.photosNeeded);
  if (draft.spot === null) return t(app.placeNeeded);
  if (words.length < 2 || (onTheSpot && draft.type === null)) return t(app.sayWhat);
  return undefined;
}

function bodyOf(draft: Found, spot: NonNullable<Found['spot']>, words: string, onTheSpot: boolean): Body {
  return {
    text: words,
    lng: spot.lng,
    lat: spot.lat,
    ...(spot.accuracy !== null && { accuracy: Math.round(spot.accuracy) }),
    address: draft.address.trim(),
    files: draft.photos.map(({ sha256 }) => fileOf(sha256)),
    evidence: proofOf([...draft.photos, draft.voice], spot),
    ...(draft.type !== null && { type: draft.type }),
    ...(draft.calledOut.trim() && { calledOut: draft.calledOut.trim() }),
    ...(onTheSpot && { onTheSpot: { done: draft.done.trim(), evidence: proofOf(draft.after, spot) } }),
  };
}
