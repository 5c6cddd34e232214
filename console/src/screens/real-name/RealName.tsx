import { useRef, useState } from 'react';
import { Checkbox, Form, Input } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { maskName, maskNumber, maskPhone } from '@fengqiao/contract/masks.ts';
import { listWindowMandates } from '@fengqiao/contract/mandates.ts';
import { proveAtWindow } from '@fengqiao/contract/registry/corrections.ts';
import { addPerson, searchPeople } from '@fengqiao/contract/registry/people.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { ActForm, Inline } from '../../parts/form/ActForm.tsx';
import { Page } from '../../parts/Page.tsx';
import { texts as common } from '../../parts/texts.ts';
import { names } from '../../shell/texts.ts';
import { Receipt, type Proved } from './Receipt.tsx';
import { texts } from './texts.ts';

type Entered = { name: string; idNumber: string; phone?: string; here: boolean };
const PHONE = /^1[3-9]\d{9}$/;
const UUID = /^[0-9a-f-]{36}$/;

/** A real name proved at the window, with the paper in hand; somebody without a phone comes from their mandate. */
export function RealName() {
  const [asked, setAsked] = useSearchParams();
  const [proved, setProved] = useState<Proved | null>(null);
  const given = asked.get('account') ?? '';
  const account = UUID.test(given) ? given : null;
  const next = () => {
    setProved(null);
    setAsked({}, { replace: true });
  };
  return (
    <Page title={t(names.realName)} says={t(texts.says)}>
      {proved === null ? (
        <ProveForm account={account} onProved={setProved} />
      ) : (
        <Receipt of={proved} onAgain={next} />
      )}
    </Page>
  );
}

type Props = { account: string | null; onProved: (proved: Proved) => void };

function ProveForm({ account, onProved }: Props) {
  const last = useRef<Proved>({ name: '', number: '', phone: null });
  const act = useAct(proveAtWindow, () => onProved(last.current));
  const send = ({ name, idNumber, phone }: Entered) => {
    last.current = {
      name: maskName(name),
      number: maskNumber(idNumber.trim()),
      phone: phone === undefined ? null : maskPhone(phone),
    };
    const whose = account === null ? filled({ phone }) : { account };
    act.mutate({ body: { name: name.trim(), idNumber: idNumber.trim(), ...whose } });
  };
  return (
    <Inline value>
      <ActForm<Entered> send={texts.prove} act={act} onSend={send}>
        <div className="stack">
          <section className="card" aria-labelledby="seen">
            <h2 id="seen">{t(texts.seen)}</h2>
            <p className="hint">{t(texts.seenSays)}</p>
            <div className="halves">
              <PaperLine name="name" label={texts.name} most={60} />
              <PaperLine name="idNumber" label={texts.idNumber} most={30} />
            </div>
            <Form.Item
              name="here"
              valuePropName="checked"
              rules={[{ required: true, type: 'enum', enum: [true], message: t(texts.hereNeeded) }]}
            >
              <Checkbox>{t(texts.here)}</Checkbox>
            </Form.Item>
          </section>
          <section className="card" aria-labelledby="account">
            <h2 id="account">{t(texts.account)}</h2>
            {account === null ? <PhoneField /> : <p>{t(texts.mandated)}</p>}
          </section>
          {act.error?.code === 'registry.not_proven' && <WhatThen />}
        </div>
      </ActForm>
    </Inline>
  );
}

/** One line typed from a paper; nothing is kept by the browser. */
function PaperLine({ name, label, most }: { name: string; label: Both; most: number }) {
  return (
    <Form.Item
      name={name}
      label={t(label)}
      rules={[{ required: true, whitespace: true, message: t(common.required) }]}
    >
      <Input maxLength={most} autoComplete="off" />
    </Form.Item>
  );
}

function PhoneField() {
  const me = useMe();
  return (
    <>
      <Form.Item
        name="phone"
        label={t(texts.phone)}
        style={{ maxWidth: 360 }}
        rules={[
          { required: true, message: t(common.required) },
          { pattern: PHONE, message: t(texts.phoneWrong) },
        ]}
      >
        <Input maxLength={11} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <p className="hint row wrap">
        {t(texts.phoneSays)}
        {mayCall(me, listWindowMandates) && <Link to="/mandates">{t(texts.toMandates)}</Link>}
      </p>
    </>
  );
}

/** What to do for somebody of whom the registry says something else, or nothing. */
function WhatThen() {
  const me = useMe();
  return (
    <p className="heed row wrap">
      {t(texts.unknown)}
      {mayCall(me, addPerson) && <Link to="/people/new">{t(texts.addPerson)}</Link>}
      {mayCall(me, searchPeople) && <Link to="/people">{t(texts.askCorrection)}</Link>}
    </p>
  );
}
