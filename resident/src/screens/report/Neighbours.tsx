import { findNearby } from '@fengqiao/contract/cases.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Choice } from '@fengqiao/ui/phone/Field.tsx';
import type { Spot } from '@fengqiao/ui/phone/place/spot.ts';
import { useSettled } from '@fengqiao/ui/phone/settled.ts';
import { ago, metres } from '@fengqiao/ui/time.ts';
import { states } from '@fengqiao/contract/cases/words.ts';
import { texts } from './texts.ts';

type Asked = {
  spot: Spot;
  text: string;
  type: string | null;
  joined: string | null;
  onJoin: (caseId: string | null) => void;
};
const own = 'own';

/** Neighbours may have said it already: joining adds a voice and the right to hear the result. */
export function Neighbours({ spot, text, type, joined, onJoin }: Asked) {
  const settled = useSettled(text.trim().slice(0, 500), 700);
  const query = {
    lng: spot.lng,
    lat: spot.lat,
    ...(settled && { text: settled }),
    ...(type !== null && { type }),
  };
  const told = useSay(findNearby, { query }, { enabled: settled.length >= 2, keepLast: true });
  const found = (told.data?.items ?? []).slice(0, 3);
  if (found.length === 0) return null;
  const neighbours = found.reduce((sum, { reports }) => sum + reports, 0);
  const options = [
    ...found.map((one) => ({
      value: one.caseId,
      label: t(texts.join, { title: one.title }),
      hint: `${t(states[one.state])} · ${metres(one.metres)} · ${ago(one.reportedAt)} · ${t({ zh: one.whyZh, en: one.whyEn })}`,
    })),
    { value: own, label: t(texts.joinNot) },
  ];
  const value = joined !== null && found.some(({ caseId }) => caseId === joined) ? joined : own;
  return (
    <div className="notice river" role="status">
      <Choice
        label={t(texts.joinAsk, { n: neighbours })}
        hint={t(texts.joinHint)}
        options={options}
        value={value}
        onChange={(id) => onJoin(id === own ? null : id)}
      />
    </div>
  );
}
