import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { Static } from 'typebox';
import { checkPerson, type addPerson, type PersonHints } from '@fengqiao/contract/registry/people.ts';
import {
  idKinds,
  personKinds,
  relations,
  sexes,
  type IdKind,
  type PersonKind,
  type Relation,
  type Sex,
} from '@fengqiao/contract/registry/words.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { statedOf, type Stated } from '../../parts/form/StatedFields.tsx';
import { ChoiceField } from '../../parts/form/Fields.tsx';
import { texts as common } from '../../parts/texts.ts';
import { texts } from './texts.ts';

export type Entered = Stated & {
  name: string;
  kind: PersonKind;
  idKind?: IdKind;
  idNumber?: string;
  sex?: Sex;
  birthDate?: Dayjs | null;
  ethnicity?: string;
  phone?: string;
  workplace?: string;
  address?: string;
  relation?: Relation;
  household?: string;
  since?: Dayjs | null;
};

const dayOf = (day: Dayjs | null | undefined) => day?.format('YYYY-MM-DD');

export function bodyOf({
  name,
  kind,
  birthDate,
  since,
  source,
  asOf,
  ...rest
}: Entered): Static<typeof addPerson.body> {
  return {
    name,
    kind,
    ...filled({ ...rest, birthDate: dayOf(birthDate), since: dayOf(since) }),
    ...statedOf({ source, asOf }),
  };
}

/** Of shorter pieces nobody can be known. */
const SHORTEST = { idNumber: 8, phone: 7, name: 2 } as const;
const whole = (value: string | undefined, least: number) =>
  value !== undefined && value.trim().length >= least ? value.trim() : undefined;

/** Who it is. When a field is left that tells them, the registry is asked whether they are in it. */
export function WhoFields({ onHints }: { onHints: (hints: PersonHints) => void }) {
  const form = Form.useFormInstance<Entered>();
  const check = useAct(checkPerson, ({ hints }) => onHints(hints), { reveals: true });
  const look = () => {
    const { idNumber, phone, name, birthDate } = form.getFieldsValue();
    const body = filled({
      idNumber: whole(idNumber, SHORTEST.idNumber),
      phone: whole(phone, SHORTEST.phone),
      name: whole(name, SHORTEST.name),
      birthDate: dayOf(birthDate),
    });
    const tells = body.idNumber !== undefined || body.phone !== undefined || body.birthDate !== undefined;
    if (tells) check.mutate({ body });
    else onHints([]);
  };
  return (
    <div className="thirds">
      <LineItem name="name" label={texts.fullName} most={60} onLeave={look} needed />
      <LineItem name="idNumber" label={texts.idNumber} most={30} onLeave={look} />
      <LineItem name="phone" label={texts.phone} most={30} onLeave={look} />
      <Form.Item name="birthDate" label={t(texts.birthDate)}>
        <DatePicker maxDate={dayjs()} style={{ width: '100%' }} onBlur={look} />
      </Form.Item>
      <ChoiceField name="sex" label={texts.sex} among={sexes} drop optional />
      <Form.Item name="idKind" label={t(texts.idKind)}>
        <Select
          allowClear
          placeholder={t(texts.idKindAuto)}
          aria-label={t(texts.idKind)}
          options={Object.entries(idKinds).map(([value, label]) => ({ value, label: t(label) }))}
        />
      </Form.Item>
      <ChoiceField name="kind" label={texts.kind} among={personKinds} drop />
      <LineItem name="ethnicity" label={texts.ethnicity} most={20} />
      <LineItem name="workplace" label={texts.workplace} most={80} />
    </div>
  );
}

/** Where they live, and with whom. */
export function HomeFields() {
  return (
    <>
      <LineItem name="address" label={texts.homeAddress} most={120} hint={t(texts.homeAddressHint)} />
      <div className="thirds">
        <Form.Item name="relation" label={t(texts.relation)}>
          <Select
            allowClear
            aria-label={t(texts.relation)}
            placeholder={t(common.choose)}
            options={Object.entries(relations).map(([value, label]) => ({ value, label: t(label) }))}
          />
        </Form.Item>
        <LineItem name="household" label={texts.household} most={40} />
        <Form.Item name="since" label={t(texts.since)}>
          <DatePicker maxDate={dayjs()} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </>
  );
}

type Line = {
  name: Exclude<keyof Entered, keyof Stated>;
  label: Both;
  most: number;
  hint?: string;
  needed?: boolean;
  onLeave?: () => void;
};

/** One line about a person; nothing of it is kept by the browser. */
function LineItem({ name, label, most, hint, needed = false, onLeave }: Line) {
  return (
    <Form.Item
      name={name}
      label={t(label)}
      rules={needed ? [{ required: true, whitespace: true, message: t(common.required) }] : []}
    >
      <Input maxLength={most} autoComplete="off" placeholder={hint ?? ''} onBlur={onLeave} />
    </Form.Item>
  );
}
