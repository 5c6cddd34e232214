import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import {
  announceChange,
  closeDuty,
  dutyChanges,
  dutyStates,
  extendDuty,
  listDuties,
  type DutyView,
} from '@fengqiao/contract/catalogue/duties.ts';
import type { ResourceRow } from '@fengqiao/contract/catalogue/resources.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { ChoiceField, NumberField, WordsField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { texts as common } from '../../parts/texts.ts';
import { dutyTexts as texts } from './duty-texts.ts';

/** Changes of law or duty that make the entry out of date, each with its clock. */
export function Duties({ row }: { row: ResourceRow }) {
  const me = useMe();
  const list = useSay(listDuties, { query: { resource: row.id, limit: 20 } });
  const announces = mayCall(me, announceChange) && (me.unit === row.provider || me.role === 'steward');
  return (
    <section className="card" aria-label={t(texts.title)}>
      <div className="card-head">
        <h2>{t(texts.title)}</h2>
        {announces && row.state === 'published' && (
          <OpenForm label={texts.announce}>{(close) => <Announce id={row.id} onDone={close} />}</OpenForm>
        )}
      </div>
      <Answer of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="hint">{t(texts.none)}</p>
          ) : (
            <ul className="steps">
              {items.map((duty) => (
                <Duty key={duty.id} duty={duty} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

function Duty({ duty }: { duty: DutyView }) {
  const { state, overdue, dueAt, change, occurredOn, extended, ending, may } = duty;
  const tone = overdue ? 'urgent' : state === 'open' ? 'warn' : 'good';
  return (
    <li>
      <span className="hint number">{occurredOn}</span>
      <span className="row wrap">
        <span className={`mark ${tone}`}>{t(overdue ? texts.overdue : dutyStates[state])}</span>
        <span>{t(dutyChanges[change])}</span>
        {state === 'open' && <span className="hint small">{t(texts.dueBy, { at: stamp(dueAt) })}</span>}
        {extended && <span className="hint small">{t(texts.extended)}</span>}
        {may.extend && (
          <OpenForm label={texts.extend}>{(close) => <Extend id={duty.id} onDone={close} />}</OpenForm>
        )}
        {may.close && (
          <OpenForm label={texts.close}>{(close) => <Close id={duty.id} onDone={close} />}</OpenForm>
        )}
      </span>
      <p className="prose">{duty.basis}</p>
      {ending !== null && <p className="prose hint">{ending}</p>}
    </li>
  );
}

type FormProps = { id: string; onDone: () => void };
const { basis } = announceChange.body.properties;

function Announce({ id, onDone }: FormProps) {
  const act = useAct(announceChange, onDone);
  return (
    <ActForm<{ change: keyof typeof dutyChanges; basis: string; occurredOn: Dayjs }>
      send={texts.announce}
      act={act}
      start={{ occurredOn: dayjs() }}
      onSend={({ occurredOn, ...said }) =>
        act.mutate({ params: { id }, body: { ...said, occurredOn: occurredOn.format('YYYY-MM-DD') } })
      }
      onCancel={onDone}
    >
      <p className="hint">{t(texts.says)}</p>
      <ChoiceField name="change" label={texts.change} among={dutyChanges} />
      <WordsField name="basis" label={texts.basis} of={basis} />
      <Form.Item
        name="occurredOn"
        label={t(texts.occurredOn)}
        rules={[{ required: true, message: t(common.required) }]}
      >
        <DatePicker allowClear={false} disabledDate={(day) => day.isAfter(dayjs(), 'day')} />
      </Form.Item>
    </ActForm>
  );
}

function Extend({ id, onDone }: FormProps) {
  const act = useAct(extendDuty, onDone);
  return (
    <ActForm<{ workDays: number; reason: string }>
      send={texts.extend}
      act={act}
      start={{ workDays: 5 }}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <NumberField name="workDays" label={texts.workDays} min={1} max={5} />
      <WordsField name="reason" label={texts.reason} of={extendDuty.body.properties.reason} />
    </ActForm>
  );
}

function Close({ id, onDone }: FormProps) {
  const act = useAct(closeDuty, onDone);
  return (
    <ActForm<{ reason: string }>
      send={texts.close}
      act={act}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <WordsField name="reason" label={texts.reason} of={closeDuty.body.properties.reason} />
    </ActForm>
  );
}
