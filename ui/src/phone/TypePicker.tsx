import { useId, useState } from 'react';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '../language.ts';
import { TextField } from './Field.tsx';
import { texts } from './texts.ts';

type Line = { type: string; majorZh: string; name: Both };
const mostFound = 8;

/** One type among all of the responsibility list: by a word of its name, or from the phone's own list. */
export function TypePicker({
  types,
  chosen,
  onChoose,
}: {
  types: readonly Line[];
  chosen: string | null;
  onChoose: (type: string | null) => void;
}) {
  const [words, setWords] = useState('');
  const all = useId();
  const asked = words.trim().toLowerCase();
  const found =
    asked === ''
      ? []
      : types
          .filter(({ name, majorZh }) => `${name.zh} ${name.en} ${majorZh}`.toLowerCase().includes(asked))
          .slice(0, mostFound);
  const majors = [...new Set(types.map(({ majorZh }) => majorZh))];
  return (
    <div className="stack">
      <TextField
        label={t(texts.typeSearch)}
        type="search"
        mode="search"
        max={20}
        value={words}
        onChange={setWords}
      />
      <p className="unseen" role="status">
        {asked !== '' && t(texts.foundTypes, { n: found.length })}
      </p>
      {asked !== '' && found.length === 0 && <p className="hint">{t(texts.noneFound)}</p>}
      {found.length > 0 && (
        <div className="chips" role="group" aria-label={t(texts.typeSearch)}>
          {found.map(({ type, name }) => (
            <button
              key={type}
              type="button"
              className="button"
              aria-pressed={type === chosen}
              onClick={() => onChoose(type)}
            >
              {t(name)}
            </button>
          ))}
        </div>
      )}
      <div className="field">
        <label htmlFor={all}>{t(texts.typeAll)}</label>
        <select
          id={all}
          value={chosen ?? ''}
          onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">{t(texts.typeNone)}</option>
          {majors.map((major) => (
            <optgroup key={major} label={major}>
              {types
                .filter(({ majorZh }) => majorZh === major)
                .map(({ type, name }) => (
                  <option key={type} value={type}>
                    {t(name)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
    </div>
  );
}
