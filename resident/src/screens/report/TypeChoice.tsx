import { suggestType } from '@fengqiao/contract/cases.ts';
import { question } from '@fengqiao/contract/report-form.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Choice } from '@fengqiao/ui/phone/Field.tsx';
import { useSettled } from '@fengqiao/ui/phone/settled.ts';
import { Asked } from './Asked.tsx';
import { texts } from './texts.ts';

const open = 'staff';
const kind = question('kind');

/** What kind of matter it seems to be, and why; whoever does not know leaves it to the staff. */
export function TypeChoice({
  text,
  chosen,
  onChoose,
}: {
  text: string;
  chosen: string | null;
  onChoose: (type: string | null) => void;
}) {
  const settled = useSettled(text.trim(), 700);
  const told = useSay(
    suggestType,
    { body: { text: settled } },
    { enabled: settled.length >= 2, keepLast: true },
  );
  const found = settled.length >= 2 ? (told.data?.types ?? []).slice(0, 3) : [];
  if (found.length === 0) return null;
  const options = [
    ...found.map(({ type, name, whyZh, whyEn }) => ({
      value: type,
      label: t(name),
      hint: t({ zh: whyZh, en: whyEn }),
    })),
    { value: open, label: t(texts.typeOpen), hint: t(texts.typeOpenHint) },
  ];
  const value = chosen !== null && found.some(({ type }) => type === chosen) ? chosen : open;
  return (
    <Asked id="kind">
      <Choice
        label={t(kind.ask)}
        hint={t(kind.hint)}
        options={options}
        value={value}
        onChange={(type) => onChoose(type === open ? null : type)}
      />
    </Asked>
  );
}
