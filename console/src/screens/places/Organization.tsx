import { useEffect, useState } from 'react';
import { EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import {
  readOrganization,
  revealOrganization,
  type OrganizationDetail,
} from '@fengqiao/contract/registry/places.ts';
import { organizationKinds } from '@fengqiao/contract/registry/words.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Codes } from './Codes.tsx';
import { texts } from './texts.ts';

/** One organization; whom to ask for is masked until it is shown for half a minute. */
export function Organization({ id }: { id: string }) {
  const found = useSay(readOrganization, { params: { id } });
  return <Answer of={found}>{(one) => <Facts one={one} />}</Answer>;
}

function Facts({ one }: { one: OrganizationDetail }) {
  const [shown, setShown] = useState<{ contact: string | null; phone: string | null } | null>(null);
  const act = useAct(revealOrganization, setShown);
  const seconds = act.data?.seconds ?? 0;
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => setShown(null), seconds * 1000);
    return () => clearTimeout(timer);
  }, [shown, seconds]);
  const { contact, phone } = shown ?? one;
  return (
    <div className="stack">
      <h2>{one.name}</h2>
      <dl className="facts">
        <dt>{t(texts.kind)}</dt>
        <dd>{t(organizationKinds[one.kind])}</dd>
        <dt>{t(texts.address)}</dt>
        <dd>{one.address || '—'}</dd>
        <dt>{t(texts.trade)}</dt>
        <dd>{one.trade ?? '—'}</dd>
        <dt>{t(texts.staff)}</dt>
        <dd>{one.staff ?? '—'}</dd>
        <dt>{t(texts.contact)}</dt>
        <dd aria-live="polite">{contact ?? '—'}</dd>
        <dt>{t(texts.phone)}</dt>
        <dd className="number">{phone ?? '—'}</dd>
        <dt>{t(texts.codes)}</dt>
        <dd>
          <Codes codes={one.codes} />
        </dd>
        <dt>{t(texts.source)}</dt>
        <dd>{t(texts.vouched, { source: one.vouched.source, day: one.vouched.asOf })}</dd>
      </dl>
      <Refusal error={act.error} />
      {shown === null && (one.contact !== null || one.phone !== null) && (
        <Button
          icon={<EyeOutlined aria-hidden />}
          loading={act.isPending}
          onClick={() => act.mutate({ params: { id: one.id }, body: { purpose: 'visit' } })}
        >
          {t(texts.show)}
        </Button>
      )}
    </div>
  );
}
