import { useState } from 'react';
import { changeOrganization } from '@fengqiao/contract/registry/place-acts.ts';
import type { OrganizationDetail } from '@fengqiao/contract/registry/places.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { StatedFields, statedNow, statedOf, type Stated } from '../../parts/form/StatedFields.tsx';
import { changed, useSeen } from './changes.ts';
import { AskFields, WhatFields, type OrganizationEntered } from './OrganizationFields.tsx';
import { texts } from './texts.ts';

type Entered = OrganizationEntered & Stated;

/** Changes what is written of an organization; whom to ask for stays masked and is only written over. */
export function ChangeOrganization({
  one,
  onDone,
  onMoved,
}: {
  one: OrganizationDetail;
  onDone: () => void;
  onMoved: () => void;
}) {
  const done = useDone();
  const [start] = useState<OrganizationEntered>({
    name: one.name,
    kind: one.kind,
    address: one.address,
    state: one.state,
    creditCode: one.creditCode ?? '',
    trade: one.trade ?? '',
    staff: one.staff,
  });
  const act = useAct(changeOrganization, ({ grid }) => {
    done(texts.change);
    onDone();
    // Where it moved to, others may look after it, so that there is nothing more to read here.
    if (grid !== one.grid) onMoved();
  });
  const version = useSeen(one.version, act.error);
  const send = ({ creditCode, trade, staff, contact, phone, source, asOf, ...named }: Entered) => {
    const { name, kind, address, state = one.state } = named;
    act.mutate({
      params: { id: one.id },
      body: {
        facts: {
          ...(name === start.name ? {} : { name }),
          ...(kind === start.kind ? {} : { kind }),
          ...(address === start.address ? {} : { address }),
          ...(state === start.state ? {} : { state }),
          ...changed('creditCode', start.creditCode, creditCode),
          ...changed('trade', start.trade, trade),
          ...changed('staff', start.staff, staff),
          ...filled({ contact, phone }),
        },
        version,
        ...statedOf({ source, asOf }),
      },
    });
  };
  return (
    <ActForm<Entered>
      send={texts.change}
      act={act}
      start={{ ...start, ...statedNow() }}
      onSend={send}
      onCancel={onDone}
    >
      <p className="hint">{t(texts.changeSays)}</p>
      <WhatFields withState />
      <AskFields hint={t(texts.keepHidden)} />
      <StatedFields />
      {act.error?.code === 'registry.changed_meanwhile' && <p className="hint">{t(texts.submitAnyway)}</p>}
    </ActForm>
  );
}
