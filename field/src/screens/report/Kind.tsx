import { listTypes, suggestType } from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useSettled } from '@fengqiao/ui/phone/settled.ts';
import { TypePicker } from '@fengqiao/ui/phone/TypePicker.tsx';
import { lastTypes } from '../../offline/last-types.ts';
import { texts } from './texts.ts';

export type TypeLine = Out<typeof listTypes>['types'][number];
type Asked = {
  text: string;
  chosen: string | null;
  onChoose: (type: string | null) => void;
  fits?: (type: TypeLine) => boolean;
};

/** The types of the list in force, and the one chosen. */
export function useTypes() {
  const types = useSay(listTypes, {}).data?.types ?? [];
  return { types, typeOf: (code: string | null) => types.find(({ type }) => type === code) };
}

/** What kind of matter: one press for what the words suggest or what I reported lately, or a search among all. */
export function Kind({ text, chosen, onChoose, fits = () => true }: Asked) {
  const { types } = useTypes();
  const settled = useSettled(text.trim(), 600);
  const told = useSay(
    suggestType,
    { body: { text: settled } },
    { enabled: settled.length >= 2, keepLast: true },
  );
  const usable = types.filter(fits);
  const suggested = settled.length >= 2 ? (told.data?.types ?? []) : [];
  const codes = [...new Set([...suggested.map(({ type }) => type), ...lastTypes()])]
    .filter((code) => usable.some(({ type }) => type === code))
    .slice(0, 6);
  const why = suggested.find(({ type }) => type === chosen);
  return (
    <section className="stack" aria-label={t(texts.kind)}>
      <h2>{t(texts.kind)}</h2>
      {codes.length > 0 && (
        <div className="chips" role="group" aria-label={t(texts.kindQuick)}>
          {codes.map((code) => (
            <button
              key={code}
              type="button"
              className="button"
              aria-pressed={code === chosen}
              onClick={() => onChoose(code === chosen ? null : code)}
            >
              {t(usable.find(({ type }) => type === code)?.name ?? texts.kind)}
            </button>
          ))}
        </div>
      )}
      {why && <p>{t(texts.because, { why: t({ zh: why.whyZh, en: why.whyEn }) })}</p>}
      <TypePicker types={usable} chosen={chosen} onChoose={onChoose} />
    </section>
  );
}
