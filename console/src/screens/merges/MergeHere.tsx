import { useState } from 'react';
import { Alert, App, Checkbox, Input } from 'antd';
import { Link } from 'react-router';
import { mergeCases, suggest } from '@fengqiao/contract/cases.ts';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { metres, share, stamp } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { limitsOf } from '../../parts/form/limits.ts';
import { StateMark } from '../../parts/Marks.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { WhyButton } from '../../parts/WhyButton.tsx';
import { texts } from './texts.ts';

/** Ticks similar cases and merges them into the chosen one, in one go. */
export function MergeHere({ theCase }: { theCase: CaseView }) {
  const { message } = App.useApp();
  const [from, setFrom] = useState<readonly string[]>([]);
  const [reason, setReason] = useState(t(texts.reasonUsual));
  const found = useSay(suggest, { params: { id: theCase.id } });
  const act = useAct(mergeCases, ({ merged }) => {
    setFrom([]);
    if (merged.length > 0) void message.success(t(texts.merged, { n: merged.length }));
  });
  const refused = act.data?.refused ?? [];
  const barred = theCase.may.find((one) => one.act === 'merge' && !one.may);
  const why =
    from.length === 0 || reason.trim().length < 2
      ? texts.chooseFirst
      : barred !== undefined && barred.zh !== null && barred.en !== null
        ? { zh: barred.zh, en: barred.en }
        : null;
  return (
    <section className="card" aria-labelledby="merge-here">
      <h2 id="merge-here">{t(texts.here)}</h2>
      <Answer of={found}>
        {({ duplicates }) =>
          duplicates.length === 0 ? (
            <p className="hint">{t(texts.none)}</p>
          ) : (
            <div className="stack">
              <ul className="duplicates">
                {duplicates.map((one) => (
                  <li key={one.caseId} className="pick">
                    <Checkbox
                      checked={from.includes(one.caseId)}
                      aria-label={t(texts.pick, { no: one.no })}
                      onChange={(event) =>
                        setFrom(
                          event.target.checked
                            ? [...from, one.caseId]
                            : from.filter((id) => id !== one.caseId),
                        )
                      }
                    />
                    <span className="grow">
                      <span className="row">
                        <Link to={`/cases/${one.caseId}`} className="number">
                          {one.no}
                        </Link>
                        <span className="clip grow">{one.title}</span>
                        {one.reports > 1 && (
                          <span className="mark">{t(common.reports, { n: one.reports })}</span>
                        )}
                        <StateMark state={one.state} />
                      </span>
                      <span className="small hint">
                        {metres(one.metres)} · {t(texts.likeness, { n: share(one.likeness, 1) })} ·{' '}
                        {t({ zh: one.whyZh, en: one.whyEn })} · {stamp(one.reportedAt)}
                      </span>
                    </span>
                  </li>
                ))}
              </ul>
              <div className="row">
                <Input
                  value={reason}
                  maxLength={limitsOf(mergeCases.body.properties.reason).max}
                  aria-label={t(texts.reason)}
                  onChange={(event) => setReason(event.target.value)}
                />
                <WhyButton
                  type="primary"
                  why={why}
                  loading={act.isPending}
                  onClick={() =>
                    act.mutate({ body: { into: theCase.id, from: [...from], reason: reason.trim() } })
                  }
                >
                  {t(texts.merge, { n: from.length })}
                </WhyButton>
              </div>
              {refused.length > 0 && (
                <Alert
                  type="warning"
                  showIcon
                  title={t(texts.refused)}
                  description={
                    <ul>
                      {refused.map((one) => (
                        <li key={one.fromCase}>{t(one)}</li>
                      ))}
                    </ul>
                  }
                />
              )}
              <Refusal error={act.error} />
            </div>
          )
        }
      </Answer>
    </section>
  );
}
