import { reportFound } from '@fengqiao/contract/cases.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { useNavigate } from 'react-router';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useOnline } from '@fengqiao/ui/phone/online.ts';
import { arrived } from '@fengqiao/ui/phone/photos.ts';
import { onTheWay, proofOf } from '../../evidence.ts';
import { texts as app } from '../../texts.ts';
import { sentAs, type Found, type FoundForm } from './draft.ts';
import { useTypes } from './Kind.tsx';
import { usedType } from './last-types.ts';

type Body = In<typeof reportFound>['body'];

/** Hands in what was found; without words the type's name is what is said. */
export function useSend({ draft, change, clear }: FoundForm, onTheSpot: boolean) {
  const go = useNavigate();
  const online = useOnline();
  const { typeOf } = useTypes();
  const act = useAct(reportFound, (said) => {
    if (draft.type !== null) usedType(draft.type);
    clear();
    void go(`/sent?no=${encodeURIComponent(said.no)}&case=${said.caseId}${onTheSpot ? '&solved=yes' : ''}`, {
      replace: true,
    });
  });
  const type = typeOf(draft.type);
  const words = draft.text.trim() || type?.name.zh || '';
  const send = () => {
    if (draft.spot === null) return;
    const body = bodyOf(draft, draft.spot, words, onTheSpot);
    const sent = sentAs(body, draft.sent);
    change({ sent });
    act.mutate({ body, key: sent.key });
  };
  return {
    act,
    send,
    emergency: type?.grade === 'S',
    why: online ? missing(draft, words, onTheSpot) : t(app.offline),
  };
}

function missing(draft: Found, words: string, onTheSpot: boolean): string | undefined {
  if (draft.photos.length === 0) return t(app.photosNeeded);
  if (onTheWay(draft.photos) || onTheWay(draft.after)) return t(app.photosWait);
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
    files: arrived(draft.photos),
    evidence: proofOf(draft.photos, spot),
    ...(draft.type !== null && { type: draft.type }),
    ...(draft.calledOut.trim() && { calledOut: draft.calledOut.trim() }),
    ...(onTheSpot && { onTheSpot: { done: draft.done.trim(), evidence: proofOf(draft.after, spot) } }),
  };
}
