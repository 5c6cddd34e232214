import { useCallback, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import type { reportFound } from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { fieldActs } from '@fengqiao/contract/rounds.ts';
import { t } from '@fengqiao/ui/language.ts';
import { LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { findOp, resultOf, type Op, type Phone } from '../../offline/outbox.ts';
import { useKept, usePhone } from '../../offline/phone.ts';
import { Screen } from '../../parts/Screen.tsx';
import { OpCard } from './OpCard.tsx';
import { texts } from './texts.ts';

type Receipt = Partial<Out<typeof reportFound>>;

/** What was handed in, and where it is now: on this phone, or on the server with its number. */
export function HandedIn() {
  const { opId = '' } = useParams();
  const look = useCallback((phone: Phone) => findOp(phone, opId), [opId]);
  const op = useKept(look);
  const receipt = useReceipt(op ?? null);
  const reported = op?.type === 'found';
  const solved = op?.payload.body !== undefined && 'onTheSpot' in op.payload.body;
  return (
    <Screen title={t(op?.state === 'done' ? texts.handedIn : texts.keptHere)} back="/">
      {op?.state === 'done' && !reported && (
        <p className="notice good" role="status">
          <Icon name="check" /> {t(fieldActs[op.type])} · {op.payload.title}
        </p>
      )}
      {op?.state === 'done' && reported && receipt !== null && (
        <section className="notice good" role="status">
          <h2>
            <Icon name="check" /> {receipt.no}
          </h2>
          <p>{t(solved ? texts.sentSolved : texts.sentFound)}</p>
        </section>
      )}
      {op?.changed != null && <p className="notice warn">{t(op.changed)}</p>}
      {op?.state === 'waiting' && <p role="status">{t(texts.keptHow)}</p>}
      {op && op.state !== 'done' && <OpCard op={op} isBlocked={false} />}
      <div className="acts">
        {reported && (
          <LinkButton kind="main" icon="camera" to={solved ? '/on-the-spot' : '/found'}>
            {t(texts.another)}
          </LinkButton>
        )}
        {(op?.type === 'visit' || op?.type === 'patrol') && (
          <LinkButton icon="clock" to={op.type === 'visit' ? '/past' : '/past?part=patrols'}>
            {t(texts.past)}
          </LinkButton>
        )}
        {receipt?.caseId && <LinkButton to={`/case/${receipt.caseId}`}>{t(texts.seeCase)}</LinkButton>}
        <LinkButton to="/">{t(texts.home)}</LinkButton>
      </div>
    </Screen>
  );
}

function useReceipt(op: Op | null): Receipt | null {
  const { phone } = usePhone();
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const arrived = op?.state === 'done' ? op.opId : null;
  useEffect(() => {
    if (arrived !== null) void resultOf<Receipt>(phone, arrived).then(setReceipt);
  }, [phone, arrived]);
  return receipt;
}
