import {
  askTermChange,
  keepings,
  termUnits,
  type TermUnit,
  type TermView,
} from '@fengqiao/contract/retention.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { ChoiceField, NumberField, WordsField, YesNoField } from '../../parts/form/Fields.tsx';
import { termOf } from './term-of.ts';
import { texts } from './texts.ts';

type Values = { value: number; unit: TermUnit; enabled: boolean; reason: string };

/** Asks for another term; it holds once a second person approves, and is counted anew before anything goes. */
export function AskTerm({ term, onDone }: { term: TermView; onDone: () => void }) {
  const act = useAct(askTermChange, onDone);
  const { kind, value, unit, enabled } = term;
  return (
    <ActForm<Values>
      send={texts.change}
      act={act}
      start={{ value, unit, enabled }}
      onSend={(body) => act.mutate({ params: { kind }, body })}
      onCancel={onDone}
    >
      <p className="hint">{t(texts.changeSays, { least: termOf(keepings[kind].least) })}</p>
      <NumberField name="value" label={texts.length} min={1} max={400} />
      <ChoiceField name="unit" label={texts.unit} among={termUnits} />
      <YesNoField name="enabled" label={texts.timer} yes={texts.on} no={texts.off} />
      <WordsField name="reason" label={texts.reason} of={askTermChange.body.properties.reason} />
    </ActForm>
  );
}
