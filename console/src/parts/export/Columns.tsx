import { Checkbox } from 'antd';
import { grades } from '@fengqiao/contract/grades.ts';
import { t, tOf } from '@fengqiao/ui/language.ts';
import type { Offered } from './AskExport.tsx';
import { texts } from './texts.ts';
import './export.css';

type ColumnsProps = {
  offered: readonly Offered[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** The columns by grade, so that it is seen what each choice costs. */
export function Columns({ offered, chosen, onChange }: ColumnsProps) {
  const levels = [...new Set(offered.map(({ grade }) => grade))].toSorted((a, b) => a - b);
  const choose = (among: readonly Offered[], picked: readonly string[]) => {
    const others = chosen.filter((name) => !among.some((one) => one.name === name));
    onChange(
      offered.map(({ name }) => name).filter((name) => others.includes(name) || picked.includes(name)),
    );
  };
  return (
    <fieldset className="export-columns">
      <legend>{t(texts.fields)}</legend>
      <p className="hint small">{t(texts.fieldsSay)}</p>
      {levels.map((grade) => {
        const among = offered.filter((one) => one.grade === grade);
        const label = `G${grade} ${tOf(grades, String(grade))}`;
        return (
          <div key={grade} role="group" aria-label={label}>
            <span className={`mark ${tones[grade] ?? 'urgent'}`}>{label}</span>
            <Checkbox.Group
              value={chosen.filter((name) => among.some((one) => one.name === name))}
              options={among.map((one) => ({ value: one.name, label: t(one) }))}
              onChange={(picked) => choose(among, picked.map(String))}
            />
          </div>
        );
      })}
      {chosen.length === 0 && <p role="alert">{t(texts.chooseFields)}</p>}
    </fieldset>
  );
}

export const tones: Readonly<Record<number, string>> = { 0: '', 1: '', 2: 'warn', 3: 'urgent', 4: 'urgent' };
