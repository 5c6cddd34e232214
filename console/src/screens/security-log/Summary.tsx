import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import {
  oddities,
  reviewSecurity,
  type Oddity,
  type summarizeSecurity,
} from '@fengqiao/contract/audit/security.ts';
import { securityKinds } from '@fengqiao/contract/audit/security-acts.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { amount, stamp } from '@fengqiao/ui/time.ts';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import type { Pick } from './LogTable.tsx';
import { ReviewLog } from './ReviewLog.tsx';
import { texts } from './texts.ts';

type Told = Out<typeof summarizeSecurity>;

/** What stands out in the period, how often each kind happened, and up to when somebody has looked. */
export function Summary({ summary, onPick }: { summary: Told; onPick: Pick }) {
  return (
    <div className="log-summary">
      <section className="card" aria-label={t(texts.unusual)}>
        <div className="card-head">
          <h2>{t(texts.unusual)}</h2>
          <Reviewed reviewed={summary.reviewed} />
        </div>
        <Unusual odd={summary.odd} onPick={onPick} />
      </section>
      <section className="card" aria-label={t(texts.sums)}>
        <h2>{t(texts.sums)}</h2>
        <dl className="sums">
          {summary.kinds
            .filter(({ done, refused }) => done + refused > 0)
            .map(({ kind, done, refused }) => (
              <div key={kind}>
                <dt>
                  <Button type="link" size="small" className="row-link" onClick={() => onPick({ kind })}>
                    {t(securityKinds[kind])}
                  </Button>
                </dt>
                <dd className="number">{amount(done + refused)}</dd>
                <dd className="number small">
                  {refused > 0 && (
                    <span
                      className="mark urgent"
                      title={t(texts.refusedOf, { n: amount(refused) })}
                      aria-label={t(texts.refusedOf, { n: amount(refused) })}
                      role="img"
                    >
                      <CloseCircleOutlined aria-hidden />
                      {amount(refused)}
                    </span>
                  )}
                </dd>
              </div>
            ))}
        </dl>
      </section>
    </div>
  );
}

/** What to filter by to see the entries behind an oddity. */
const behind: Readonly<Record<Oddity, Readonly<Record<string, string>>>> = {
  guessing: { kind: 'sign_in', result: 'refused' },
  spraying: { kind: 'sign_in', result: 'refused' },
  paused: { kind: 'sign_in' },
  night: { kind: 'sign_in', result: 'done' },
  new_device: { kind: 'sign_in' },
  denied: { result: 'refused' },
  command: { kind: 'upkeep' },
};

function Unusual({ odd, onPick }: { odd: Told['odd']; onPick: Pick }) {
  if (odd.length === 0)
    return (
      <p>
        <span className="mark good">
          <CheckCircleOutlined aria-hidden />
          {t(texts.nothingUnusual)}
        </span>
      </p>
    );
  return (
    <ul className="odd">
      {odd.map(({ what, account, name, machine, network, times, last }) => (
        <li key={`${what} ${account ?? machine ?? name}`}>
          <span className={what === 'command' || what === 'new_device' ? 'mark' : 'mark warn'}>
            {t(oddities[what])}
          </span>
          <span className="grow clip">{name ?? network ?? t(texts.nobody)}</span>
          <span className="number">{t(texts.times, { n: times })}</span>
          <span className="hint small number">{t(texts.last, { at: stamp(last) })}</span>
          <Button
            size="small"
            aria-label={`${t(oddities[what])} ${name ?? network ?? ''} ${t(texts.see)}`}
            onClick={() =>
              onPick({
                kind: undefined,
                result: undefined,
                unit: undefined,
                account: undefined,
                machine: undefined,
                ...behind[what],
                ...(what === 'spraying' ? filled({ machine: machine ?? undefined }) : {}),
                ...(account === null ? {} : { account }),
              })
            }
          >
            {t(texts.see)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Reviewed({ reviewed }: { reviewed: Told['reviewed'] }) {
  const me = useMe();
  return (
    <div className="row reviewed">
      <span className="hint small">
        {reviewed === null
          ? t(texts.neverReviewed)
          : t(texts.reviewed, {
              name: reviewed.name ?? '',
              at: stamp(reviewed.at),
              until: stamp(reviewed.until),
              note: reviewed.note,
            })}
      </span>
      {mayCall(me, reviewSecurity) && (
        <OpenForm label={texts.review}>{(close) => <ReviewLog onDone={close} />}</OpenForm>
      )}
    </div>
  );
}
