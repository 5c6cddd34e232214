import type { ReactNode } from 'react';
import type { PersonField, PersonView } from '@fengqiao/contract/registry/people.ts';
import { relations, sexes } from '@fengqiao/contract/registry/words.ts';
import { t, tOf } from '@fengqiao/ui/language.ts';
import { useShown } from './shown.ts';
import { texts } from './texts.ts';

export type OnShown = (value: string | null, seconds: number) => void;
type Props = {
  of: Pick<PersonView['fields'][number], 'field' | 'masked'>;
  /** What asks for the fact in clear; told how to show what it is given. */
  ask: (onShown: OnShown) => ReactNode;
};

/** A fact masked, with the way to it beside it, or in clear for half a minute. */
export function FactValue({ of: { field, masked }, ask }: Props) {
  const { shown, left, show } = useShown();
  if (masked === null) return <span className="hint">{t(texts.nothing)}</span>;
  if (shown !== null)
    return (
      <output className="row">
        <strong className="number">{wordsOf(field, shown)}</strong>
        <span className="hint small">{t(texts.shownFor, { n: left })}</span>
      </output>
    );
  return (
    <span className="row wrap">
      <span className="number">{wordsOf(field, masked)}</span>
      {!isOpen(field) && ask((value, seconds) => show(value ?? t(texts.nothing), seconds))}
    </span>
  );
}

/** Facts whose mask hides nothing. */
const isOpen = (field: PersonField) => field === 'sex' || field === 'household';

const wordsOf = (field: PersonField, value: string): string =>
  field === 'sex' ? tOf(sexes, value) : field === 'household' ? tOf(relations, value) : value;
