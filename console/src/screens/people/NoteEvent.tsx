import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import {
  eventNeeds,
  noteBirth,
  noteLifeEvent,
  type NotableEvent,
} from '@fengqiao/contract/registry/events.ts';
import type { PersonView } from '@fengqiao/contract/registry/people.ts';
import { lifeEvents, relations, sexes, type Relation } from '@fengqiao/contract/registry/words.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled, keysOf } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { texts as common } from '../../parts/texts.ts';
import { texts } from './texts.ts';

type Kind = NotableEvent | 'born';
type Noted = {
  kind: Kind;
  at: Dayjs;
  source: string;
  address?: string;
  household?: string;
  relation?: Relation;
  partner?: string;
  name?: string;
  sex?: '1' | '2';
  idNumber?: string;
};

/** What may happen to somebody in the state they are in. */
const possible: Readonly<Record<PersonView['state'], readonly Kind[]>> = {
  here: ['moved', 'moved_out', 'household_changed', 'married', 'divorced', 'born', 'died'],
  left: ['moved_in', 'returned', 'married', 'divorced', 'died'],
  dead: [],
  merged: [],
};

/** Notes what happened; each event asks for what it changes. */
export function NoteEvent({ person, onDone }: { person: PersonView; onDone: () => void }) {
  const done = useDone();
  const end = () => {
    done(texts.noteEvent);
    onDone();
  };
  const note = useAct(noteLifeEvent, end);
  const birth = useAct(noteBirth, end);
  const params = { id: person.id };
  const send = ({ kind, at, source, name = '', sex = '1', idNumber, ...changes }: Noted) => {
    const told = { at: at.format('YYYY-MM-DD'), source };
    if (kind === 'born') birth.mutate({ params, body: { ...told, name, sex, ...filled({ idNumber }) } });
    else note.mutate({ params, body: { ...told, kind, ...filled(changes) } });
  };
  const act = birth.isPending || birth.error !== null ? birth : note;
  const kinds = possible[person.state];
  if (kinds.length === 0) return <p className="hint">{t(texts.noEventPossible)}</p>;
  return (
    <ActForm<Noted> send={texts.noteEvent} act={act} start={{ at: dayjs() }} onSend={send} onCancel={onDone}>
      <Form.Item name="kind" label={t(texts.event)} rules={required()}>
        <Select
          options={kinds.map((value) => ({
            value,
            label: t(value === 'born' ? texts.childBorn : lifeEvents[value]),
          }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {(form) => <Changes kind={form.getFieldValue('kind')} />}
      </Form.Item>
      <Form.Item name="at" label={t(texts.eventAt)} rules={required()}>
        <DatePicker allowClear={false} maxDate={dayjs()} />
      </Form.Item>
      <Form.Item name="source" label={t(texts.eventSource)} rules={[...required(), { min: 2 }]}>
        <Input maxLength={60} placeholder={t(texts.eventSourceHint)} />
      </Form.Item>
    </ActForm>
  );
}

const required = () => [{ required: true, message: t(common.required) }];

/** What an event changes beside the state. */
function Changes({ kind }: { kind: Kind | undefined }) {
  if (kind === undefined) return null;
  if (kind === 'born') return <Child />;
  const needs: readonly string[] = eventNeeds[kind];
  const moves = kind === 'moved' || kind === 'moved_in';
  const pairs = kind === 'married' || kind === 'divorced';
  return (
    <>
      {moves && (
        <LineItem name="address" label={texts.newAddress} most={120} needed={needs.includes('address')} />
      )}
      {pairs && <LineItem name="partner" label={texts.partner} says={texts.partnerSays} most={30} />}
      {(moves || pairs || kind === 'household_changed') && <Household />}
    </>
  );
}

function Household() {
  return (
    <div className="halves">
      <LineItem name="household" label={texts.newHousehold} most={40} />
      <Form.Item name="relation" label={t(texts.newRelation)}>
        <Select
          allowClear
          placeholder={t(texts.asBefore)}
          options={keysOf(relations).map((value) => ({ value, label: t(relations[value]) }))}
        />
      </Form.Item>
    </div>
  );
}

/** A child is written down in the home and household of whoever's row this is. */
function Child() {
  const known = [
    { value: '1', label: t(sexes['1']) },
    { value: '2', label: t(sexes['2']) },
  ];
  return (
    <>
      <p className="hint">{t(texts.bornSays)}</p>
      <LineItem name="name" label={texts.childName} most={60} needed />
      <div className="halves">
        <Form.Item name="sex" label={t(texts.sex)} rules={required()}>
          <Select options={known} />
        </Form.Item>
        <LineItem name="idNumber" label={texts.idNumber} most={30} />
      </div>
    </>
  );
}

type Line = { name: keyof Noted; label: Both; most: number; says?: Both; needed?: boolean };

function LineItem({ name, label, most, says, needed = false }: Line) {
  return (
    <Form.Item
      name={name}
      label={t(label)}
      {...(says === undefined ? {} : { extra: t(says) })}
      rules={needed ? [{ required: true, whitespace: true, message: t(common.required) }] : []}
    >
      <Input maxLength={most} autoComplete="off" />
    </Form.Item>
  );
}
