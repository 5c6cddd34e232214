import { Form, Input, InputNumber } from 'antd';
import { organizationFields, type OrganizationField } from '@fengqiao/contract/registry/place-fields.ts';
import {
  organizationKinds,
  organizationStates,
  type OrganizationKind,
  type OrganizationState,
} from '@fengqiao/contract/registry/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ChoiceField } from '../../parts/form/Fields.tsx';
import { texts as common } from '../../parts/texts.ts';

export type OrganizationEntered = {
  name: string;
  kind: OrganizationKind;
  address: string;
  state?: OrganizationState;
  creditCode?: string;
  trade?: string;
  staff?: number | null;
  contact?: string;
  phone?: string;
};

/** What an organization is; its state can be told once it is written down. */
export function WhatFields({ withState = false }: { withState?: boolean }) {
  return (
    <>
      <LineItem name="name" most={80} needed />
      <LineItem name="address" most={120} needed />
      <ChoiceField name="kind" label={organizationFields.kind} among={organizationKinds} />
      {withState && <ChoiceField name="state" label={organizationFields.state} among={organizationStates} />}
      <div className="thirds">
        <LineItem name="creditCode" most={24} />
        <LineItem name="trade" most={60} />
        <Form.Item name="staff" label={t(organizationFields.staff)}>
          <InputNumber min={0} max={1_000_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </>
  );
}

/** Whom to ask for; where somebody is written down already, an empty field keeps them. */
export function AskFields({ hint }: { hint?: string }) {
  return (
    <div className="halves">
      <LineItem name="contact" most={40} {...(hint === undefined ? {} : { hint })} />
      <LineItem name="phone" most={30} {...(hint === undefined ? {} : { hint })} />
    </div>
  );
}

type Line = { name: OrganizationField; most: number; hint?: string; needed?: boolean };

function LineItem({ name, most, hint = '', needed = false }: Line) {
  return (
    <Form.Item
      name={name}
      label={t(organizationFields[name])}
      rules={needed ? [{ required: true, whitespace: true, message: t(common.required) }] : []}
    >
      <Input maxLength={most} autoComplete="off" placeholder={hint} />
    </Form.Item>
  );
}
