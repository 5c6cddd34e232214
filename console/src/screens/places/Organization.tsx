import { useEffect, useState } from 'react';
import { EyeOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { Link } from 'react-router';
import { changeOrganization } from '@fengqiao/contract/registry/place-acts.ts';
import { askOrganizationCorrection } from '@fengqiao/contract/registry/place-corrections.ts';
import { organizationFields } from '@fengqiao/contract/registry/place-fields.ts';
import {
  readOrganization,
  revealOrganization,
  type OrganizationDetail,
} from '@fengqiao/contract/registry/places.ts';
import { organizationKinds, organizationStates } from '@fengqiao/contract/registry/words.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { Answer } from '../../parts/Answer.tsx';
import { useDone } from '../../parts/form/ActForm.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { AskWhy } from '../people/AskWhy.tsx';
import { AskCorrection } from './AskCorrection.tsx';
import { ChangeOrganization } from './ChangeOrganization.tsx';
import { Codes } from './Codes.tsx';
import { PlaceFacts } from './PlaceFacts.tsx';
import { texts } from './texts.ts';

/** One organization; whom to ask for is masked until it is shown for half a minute. */
export function Organization({ id, onMoved }: { id: string; onMoved: () => void }) {
  const found = useSay(readOrganization, { params: { id } });
  return <Answer of={found}>{(one) => <Facts one={one} onMoved={onMoved} />}</Answer>;
}

type Contact = { readonly contact: string | null; readonly phone: string | null };

function Facts({ one, onMoved }: { one: OrganizationDetail; onMoved: () => void }) {
  const [shown, setShown] = useState<Contact | null>(null);
  const { contact, phone } = shown ?? one;
  return (
    <div className="stack">
      <div className="row between">
        <h2>{one.name}</h2>
        <Acts one={one} onMoved={onMoved} />
      </div>
      {one.openCorrections > 0 && (
        <Link to={`/corrections?subject=${one.id}`}>
          {t(texts.openCorrections, { n: one.openCorrections })}
        </Link>
      )}
      <PlaceFacts
        names={organizationFields}
        sources={one.sources}
        values={{
          name: one.name,
          creditCode: one.creditCode === null ? null : <span className="number">{one.creditCode}</span>,
          kind: t(organizationKinds[one.kind]),
          address: one.address || null,
          trade: one.trade,
          staff: one.staff,
          contact: <span aria-live="polite">{contact ?? '—'}</span>,
          phone: phone === null ? null : <span className="number">{phone}</span>,
          state: t(organizationStates[one.state]),
        }}
      />
      <Show one={one} shown={shown} onShown={setShown} />
      <dl className="facts">
        <dt>{t(texts.allCodes)}</dt>
        <dd>
          <Codes codes={one.codes} />
        </dd>
      </dl>
    </div>
  );
}

type ShowProps = {
  one: OrganizationDetail;
  shown: Contact | null;
  onShown: (contact: Contact | null) => void;
};

/** Whom to ask for in clear, masked again by itself. */
function Show({ one, shown, onShown }: ShowProps) {
  const act = useAct(revealOrganization, onShown, { reveals: true });
  const seconds = act.data?.seconds ?? 0;
  useEffect(() => {
    if (shown === null) return undefined;
    const timer = setTimeout(() => onShown(null), seconds * 1000);
    return () => clearTimeout(timer);
  }, [shown, seconds, onShown]);
  if (shown !== null || (one.contact === null && one.phone === null)) return null;
  return (
    <div>
      <span>
        <Popover
          trigger="click"
          title={t(texts.showWhy)}
          destroyOnHidden
          content={
            <AskWhy
              start="visit"
              needsReason={false}
              act={act}
              onSend={(body) => act.mutate({ params: { id: one.id }, body })}
            />
          }
        >
          <Button icon={<EyeOutlined aria-hidden />}>{t(texts.show)}</Button>
        </Popover>
      </span>
    </div>
  );
}

function Acts({ one, onMoved }: { one: OrganizationDetail; onMoved: () => void }) {
  if (!mayCall(useMe(), changeOrganization)) return null;
  return (
    <span className="row">
      <OpenForm label={texts.correct}>{(close) => <Correct id={one.id} onDone={close} />}</OpenForm>
      <OpenForm label={texts.change} type="primary" width={620}>
        {(close) => <ChangeOrganization one={one} onDone={close} onMoved={onMoved} />}
      </OpenForm>
    </span>
  );
}

function Correct({ id, onDone }: { id: string; onDone: () => void }) {
  const done = useDone();
  const act = useAct(askOrganizationCorrection, () => {
    done(texts.correct);
    onDone();
  });
  return (
    <AskCorrection
      names={organizationFields}
      choices={{ kind: organizationKinds, state: organizationStates }}
      act={act}
      onSend={({ field, value, ...words }) =>
        act.mutate({ params: { id }, body: { wishes: [{ field, value }], ...words } })
      }
      onCancel={onDone}
    />
  );
}
