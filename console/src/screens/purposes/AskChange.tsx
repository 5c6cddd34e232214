import { askPurposeChange, type PurposeView } from '@fengqiao/contract/audit/oversight.ts';
import { grades } from '@fengqiao/contract/grades.ts';
import { Text } from '@fengqiao/contract/shapes.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { ChoiceField, LineField, NumberField, WordsField, YesNoField } from '../../parts/form/Fields.tsx';
import { texts } from './texts.ts';

const Line = Text(2, 200);

type Values = {
  zh: string;
  en: string;
  basisZh: string;
  basisEn: string;
  grade: '1' | '2' | '3' | '4';
  windowDays?: number | null;
  delayDays: number;
  needsCase: boolean;
  needsFourEyes: boolean;
  visible: boolean;
  exceptionZh?: string;
  exceptionEn?: string;
  exceptionUntil?: string;
  reason: string;
};

/** Asks to change a purpose; it holds once a second person approves. */
export function AskChange({ purpose, onDone }: { purpose: PurposeView; onDone: () => void }) {
  const act = useAct(askPurposeChange, onDone);
  const { 0: _public, ...levels } = grades;
  return (
    <ActForm<Values>
      send={texts.change}
      act={act}
      start={valuesOf(purpose)}
      onSend={(values) => act.mutate({ params: { purpose: purpose.id }, body: askedOf(values) })}
      onCancel={onDone}
    >
      <LineField name="zh" label={texts.wordsZh} of={Line} />
      <LineField name="en" label={texts.wordsEn} of={Line} />
      <LineField name="basisZh" label={texts.basisZh} of={Line} />
      <LineField name="basisEn" label={texts.basisEn} of={Line} />
      <ChoiceField name="grade" label={texts.grade} among={levels} />
      <NumberField name="windowDays" label={texts.windowDays} min={1} max={3650} optional />
      <YesNoField name="needsCase" label={texts.needsCase} yes={texts.yes} no={texts.no} />
      <YesNoField name="needsFourEyes" label={texts.needsFourEyes} yes={texts.yes} no={texts.no} />
      <YesNoField name="visible" label={texts.visible} yes={texts.yes} no={texts.no} />
      <NumberField name="delayDays" label={texts.delayDays} min={0} max={3650} />
      <LineField name="exceptionZh" label={texts.exceptionZh} of={Line} optional />
      <LineField name="exceptionEn" label={texts.exceptionEn} of={Line} optional />
      <LineField name="exceptionUntil" label={texts.exceptionUntil} of={Text(10, 10)} optional />
      <WordsField name="reason" label={texts.reason} of={askPurposeChange.body.properties.reason} />
    </ActForm>
  );
}

const valuesOf = ({ words, basis, maxGrade, exception, ...rest }: PurposeView): Partial<Values> => ({
  zh: words.zh,
  en: words.en,
  basisZh: basis.zh,
  basisEn: basis.en,
  grade: maxGrade === 1 ? '1' : maxGrade === 2 ? '2' : maxGrade === 3 ? '3' : '4',
  windowDays: rest.windowDays,
  delayDays: rest.delayDays,
  needsCase: rest.needsCase,
  needsFourEyes: rest.needsFourEyes,
  visible: rest.visible,
  ...(exception === null
    ? {}
    : { exceptionZh: exception.basis.zh, exceptionEn: exception.basis.en, exceptionUntil: exception.until }),
});

function askedOf(values: Values) {
  const {
    zh,
    en,
    basisZh,
    basisEn,
    grade,
    windowDays,
    exceptionZh,
    exceptionEn,
    exceptionUntil,
    reason,
    ...rest
  } = values;
  const whole = exceptionZh && exceptionEn && exceptionUntil;
  return {
    reason,
    asked: {
      ...rest,
      words: { zh, en },
      basis: { zh: basisZh, en: basisEn },
      maxGrade: Number(grade),
      windowDays: windowDays ?? null,
      exception: whole ? { basis: { zh: exceptionZh, en: exceptionEn }, until: exceptionUntil } : null,
    },
  };
}
