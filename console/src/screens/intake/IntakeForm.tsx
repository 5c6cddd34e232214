import { useState } from 'react';
import { Button, Checkbox, Form, Input, Radio } from 'antd';
import { takeReport } from '@fengqiao/contract/cases.ts';
import { channels, placeKinds, type PlaceKind } from '@fengqiao/contract/cases/words.ts';
import type { FileView } from '@fengqiao/contract/platform.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { ChoiceField, LineField, TypeField, WordsField } from '../../parts/form/Fields.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Aside, type Joining } from './Aside.tsx';
import { FilesField } from './FilesField.tsx';
import type { Place } from './place.ts';
import { PlaceField } from './PlaceField.tsx';
import { texts } from './texts.ts';

const offered = ['phone', 'window', 'paper', 'hotline', 'upstream'] as const;
type Entered = {
  channel: (typeof offered)[number];
  text: string;
  place: Place;
  address?: string;
  placeKind?: PlaceKind;
  type?: string;
  title?: string;
  name?: string;
  phone?: string;
  anonymous?: boolean;
  files?: FileView[];
};

const bodyOf = (
  { channel, text, place, address = '', placeKind, type, title, name, phone, anonymous, files = [] }: Entered,
  joining: Joining | null,
) => {
  const contact = filled({ name: name?.trim(), phone: phone?.trim() });
  const extra = filled({ placeKind, type, title: title?.trim(), join: joining?.id });
  return {
    channel,
    text: text.trim(),
    lng: place.lng,
    lat: place.lat,
    address: `${place.words} ${address}`.trim().slice(0, 200),
    ...extra,
    ...(anonymous === true ? { anonymous } : {}),
    ...(files.length > 0 ? { files: files.map((file) => file.id) } : {}),
    ...(Object.keys(contact).length > 0 ? { contact } : {}),
  };
};

/** What somebody says, where, and how to reach them; neighbours' reports and types appear as one types. */
export function IntakeForm({ onTaken }: { onTaken: (receipt: Out<typeof takeReport>) => void }) {
  const [form] = Form.useForm<Entered>();
  const [joining, setJoining] = useState<Joining | null>(null);
  const act = useAct(takeReport, onTaken);
  const { properties: of } = takeReport.body;
  return (
    <Form<Entered>
      form={form}
      layout="vertical"
      className="intake"
      initialValues={{ channel: 'phone' }}
      scrollToFirstError={{ focus: true }}
      onFinish={(entered) => act.mutate({ body: bodyOf(entered, joining) })}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
      }}
    >
      <div className="card">
        <Form.Item name="channel" label={t(texts.channel)}>
          <Radio.Group
            optionType="button"
            options={offered.map((value) => ({ value, label: t(channels[value]) }))}
            aria-label={t(texts.channel)}
          />
        </Form.Item>
        <WordsField rows={4} name="text" label={texts.text} says={texts.textSays} of={of.text} />
        <PlaceField />
        <div className="halves">
          <LineField optional name="address" label={texts.address} says={texts.addressSays} of={of.address} />
          <ChoiceField drop optional name="placeKind" label={texts.placeKind} among={placeKinds} />
        </div>
        <div className="halves">
          <TypeField optional name="type" label={texts.type} />
          <LineField optional name="title" label={texts.title} of={of.title} />
        </div>
        <Contact />
        <FilesField />
        {joining !== null && (
          <p className="joining row between">
            <span>{t(texts.joining, { no: joining.no })}</span>
            <Button size="small" onClick={() => setJoining(null)}>
              {t(texts.unjoin)}
            </Button>
          </p>
        )}
        <div className="stack">
          <Refusal error={act.error} />
          <div className="row">
            <Button type="primary" htmlType="submit" loading={act.isPending}>
              {t(texts.send)}
            </Button>
            <span className="hint small">{t(texts.sendKey)}</span>
          </div>
        </div>
      </div>
      <Aside joining={joining} onJoin={setJoining} />
    </Form>
  );
}

function Contact() {
  return (
    <fieldset>
      <div className="thirds">
        <Form.Item name="name" label={t(texts.name)}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="phone"
          label={t(texts.phone)}
          rules={[{ pattern: /^[+0-9 -]{5,20}$/, message: t(texts.phoneWrong) }]}
        >
          <Input maxLength={20} inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="anonymous"
          valuePropName="checked"
          label={t(texts.contact)}
          extra={t(texts.contactSays)}
        >
          <Checkbox>{t(texts.anonymous)}</Checkbox>
        </Form.Item>
      </div>
    </fieldset>
  );
}
