import { useEffect, useState } from 'react';
import { visitNeeds, visitPurposes } from '@fengqiao/contract/rounds.ts';
import { listed, t } from '@fengqiao/ui/language.ts';
import { usePosition } from '@fengqiao/ui/phone/place/position.ts';
import type { Spot } from '@fengqiao/ui/phone/place/spot.ts';
import { moment } from '../../offline/clock.ts';
import { answerOf } from '../../offline/operations.ts';
import { useHandIn } from '../../offline/phone.ts';
import type { Planned } from './plan.ts';
import type { Visit } from './VisitForm.tsx';
import { texts } from './texts.ts';

/** Hands a visit in, and with it the report of what was found where the worker said so: the report follows the visit. */
export function useSend(draft: Visit, person: Planned | null, name: string) {
  const handIn = useHandIn();
  const [spot, setSpot] = useState<Spot | null>(null);
  const { locate } = usePosition(setSpot);
  const reports = draft.asReport && draft.needs.length > 0;
  useEffect(() => {
    if (reports) locate();
    // Where it is is asked only when it becomes a report, since a report has a place.
    // oxlint-disable-next-line exhaustive-deps
  }, [reports]);
  const send = async (): Promise<string> => {
    const { purpose, place, needs, text } = draft;
    if (purpose === null) throw new Error('A visit without a purpose is not handed in.');
    const { deviceAt: at, ...off } = moment();
    const body = {
      ...(person !== null && { person: person.id }),
      place: place.trim(),
      purpose,
      needs,
      text: text.trim(),
      at,
      ...off,
    };
    const title = `${t(visitPurposes[purpose])} · ${person?.name ?? place}`;
    const opId = await handIn('visit', { body, title }, { draft: name });
    if (reports && spot !== null) {
      const words = text.trim() || listed(needs.map((need) => visitNeeds[need].zh));
      const found = { text: words, lng: spot.lng, lat: spot.lat, address: place.trim() };
      const payload = { body: { ...found, visit: answerOf(opId, 'id') }, title: words.slice(0, 60) };
      await handIn('found', payload, { dependsOn: [opId] });
    }
    return opId;
  };
  return { send, why: missing(draft, person, reports && spot === null) };
}

function missing(draft: Visit, person: Planned | null, placeless: boolean): string | undefined {
  if (person === null && draft.place.trim() === '') return t(texts.placeNeeded);
  if (draft.purpose === null) return t(texts.purposeNeeded);
  if (placeless) return t(texts.locating);
  return undefined;
}
