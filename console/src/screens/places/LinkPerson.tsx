import { DatePicker, Form, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { homeRoles, linkHomePerson, type HomeRole } from '@fengqiao/contract/registry/home-people.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { StatedFields, statedNow, statedOf, type Stated } from '../../parts/form/StatedFields.tsx';
import { texts as common } from '../../parts/texts.ts';
import { PersonPick } from '../people/PersonPick.tsx';
import { linkTexts as texts } from './link-texts.ts';

type Linked = Stated & { person: string; role: HomeRole; from?: Dayjs | null; until?: Dayjs | null };

const day = (at: Dayjs | null | undefined) => at?.format('YYYY-MM-DD') ?? null;

/** Links somebody who is written down to a home: as what, from when until when, and from where it is known. */
export function LinkPerson({ home, onDone }: { home: string; onDone: () => void }) {
  const done = useDone();
  const act = useAct(linkHomePerson, () => {
    done(texts.link);
    onDone();
  });
  const required = { required: true, message: t(common.required) };
  return (
    <ActForm<Linked>
      send={texts.link}
      act={act}
      start={statedNow()}
      onSend={({ person, role, from, until, ...stated }) =>
        act.mutate({
          params: { id: home },
          body: { person, role, from: day(from), until: day(until), ...statedOf(stated) },
        })
      }
      onCancel={onDone}
    >
      <p className="hint">{t(texts.linkSays)}</p>
      <Form.Item name="person" label={t(texts.who)} rules={[{ required: true, message: t(texts.whoNeeded) }]}>
        <PersonPick />
      </Form.Item>
      <div className="thirds">
        <Form.Item name="role" label={t(texts.role)} rules={[required]}>
          <Select
            placeholder={t(common.choose)}
            options={keysOf(homeRoles).map((value) => ({ value, label: t(homeRoles[value]) }))}
          />
        </Form.Item>
        <Form.Item name="from" label={t(texts.from)}>
          <DatePicker style={{ width: '100%' }} placeholder={t(texts.fromHint)} />
        </Form.Item>
        <Form.Item name="until" label={t(texts.until)}>
          <DatePicker style={{ width: '100%' }} placeholder={t(texts.untilHint)} />
        </Form.Item>
      </div>
      <StatedFields />
    </ActForm>
  );
}
