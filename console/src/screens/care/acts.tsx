import type { Dayjs } from 'dayjs';
import {
  CARE_KEPT_DAYS,
  careDesk,
  careEndings,
  careSeats,
  changeCareMeasures,
  type chosenEndings,
  closeCare,
  decideCare,
  decideHandover,
  handOverCare,
  noteCare,
  type CareSeat,
  type CareView,
} from '@fengqiao/contract/care.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { ChoiceField, WordsField, YesNoField } from '../../parts/form/Fields.tsx';
import { ColleagueField, DayField, dayText, linesOf, MeasuresField } from './fields.tsx';
import { texts } from './texts.ts';
import './care.css';

type ActProps = { id: string; onDone: () => void };
type RecordProps = { record: CareView; onDone: () => void };

export function Decide({ id, onDone }: ActProps) {
  const act = useAct(decideCare, onDone);
  return (
    <ActForm<{ approve: boolean; answer: string }>
      send={texts.decision}
      act={act}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <p className="hint care-hint">{t(texts.decideSays)}</p>
      <YesNoField name="approve" label={texts.verdict} yes={texts.approve} no={texts.refuse} />
      <WordsField name="answer" label={texts.answer} of={decideCare.body.properties.answer} />
    </ActForm>
  );
}

export function DecideHandover({ id, onDone }: ActProps) {
  const act = useAct(decideHandover, onDone);
  return (
    <ActForm<{ approve: boolean }>
      send={texts.handover}
      act={act}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <p className="hint care-hint">{t(texts.handOverSays)}</p>
      <YesNoField name="approve" label={texts.verdict} yes={texts.acceptHandover} no={texts.refuseHandover} />
    </ActForm>
  );
}

export function Note({ record: { id, until }, onDone }: RecordProps) {
  const act = useAct(noteCare, onDone);
  return (
    <ActForm<{ text: string; contactOn: Dayjs }>
      send={texts.note}
      act={act}
      onSend={({ text, contactOn }) =>
        act.mutate({ params: { id }, body: { text, contactOn: dayText(contactOn) } })
      }
      onCancel={onDone}
    >
      <WordsField name="text" label={texts.noteText} of={noteCare.body.properties.text} rows={5} />
      <DayField name="contactOn" label={texts.contactOn} latest={until} />
    </ActForm>
  );
}

export function ChangeMeasures({ record: { id, measures }, onDone }: RecordProps) {
  const act = useAct(changeCareMeasures, onDone);
  return (
    <ActForm<{ measures: string }>
      send={texts.change}
      act={act}
      start={{ measures: measures.join('\n') }}
      onSend={(said) => act.mutate({ params: { id }, body: { measures: linesOf(said.measures) } })}
      onCancel={onDone}
    >
      <MeasuresField />
    </ActForm>
  );
}

type Ending = (typeof chosenEndings)[number];
const endings = {
  help_done: careEndings.help_done,
  moved: careEndings.moved,
  died: careEndings.died,
  unfounded: careEndings.unfounded,
} satisfies Record<Ending, unknown>;

export function Close({ record: { id }, onDone }: RecordProps) {
  const act = useAct(closeCare, onDone);
  return (
    <ActForm<{ ending: Ending; words: string }>
      danger
      send={texts.close}
      act={act}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <p className="hint care-hint">{t(texts.closeSays, { days: CARE_KEPT_DAYS })}</p>
      <ChoiceField name="ending" label={texts.ending} among={endings} />
      <WordsField name="words" label={texts.words} of={closeCare.body.properties.words} />
    </ActForm>
  );
}

export function HandOver({ record: { id, worker, second, seat }, onDone }: RecordProps) {
  const act = useAct(handOverCare, onDone);
  const desk = useSay(careDesk, {});
  const others = (desk.data?.colleagues ?? []).filter(
    ({ account }) => account !== worker.account && account !== second.account,
  );
  return (
    <ActForm<{ seat: CareSeat; to: string; reason: string }>
      send={texts.handOver}
      act={act}
      start={seat === null ? {} : { seat }}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <p className="hint care-hint">{t(texts.handOverSays)}</p>
      <ChoiceField name="seat" label={texts.whichSeat} among={careSeats} />
      <ColleagueField name="to" label={texts.to} among={others} />
      <WordsField name="reason" label={texts.reason} of={handOverCare.body.properties.reason} />
    </ActForm>
  );
}
