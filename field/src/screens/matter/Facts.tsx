import { clockKinds, grades } from '@fengqiao/contract/cases/words.ts';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Badge, StateBadge } from '@fengqiao/ui/phone/Badge.tsx';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { useWho } from '@fengqiao/ui/phone/street.ts';
import { left, longTime } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Files } from '../../parts/Files.tsx';
import { texts } from './texts.ts';

/** What, where and by when. */
export function Facts({ found }: { found: CaseView }) {
  const { nameOf } = useUnits();
  const {
    no,
    state,
    grade,
    text,
    address,
    lng,
    lat,
    dueAt,
    typeName,
    lead,
    closeCondition,
    reportList,
    evidenceNeeded,
    clocks,
  } = found;
  const mine = useWho().data?.units ?? [];
  const step = clocks
    .filter(
      ({ owner, stoppedAt, kind }) =>
        stoppedAt === null && kind !== 'overall' && owner !== null && mine.includes(owner),
    )
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
  const term = dueAt === null ? null : left(dueAt);
  const sent = reportList.flatMap(({ files }) => files);
  return (
    <section className="card" aria-label={t(texts.what)}>
      <p className="card-top">
        <StateBadge state={state} />
        {(grade === 'S' || grade === 'A') && (
          <Badge tone="bad" icon="alert">
            {t(grades[grade])}
          </Badge>
        )}
        <span>{no}</span>
      </p>
      <p>
        <strong>{text}</strong>
      </p>
      <p>
        <a className="link" href={`geo:${lat},${lng}?q=${lat},${lng}`}>
          <Icon name="pin" />
          {address || t(texts.onMap)}
        </a>
      </p>
      {step && (
        <p className={left(step.dueAt).late ? 'late' : ''}>
          <Icon name="clock" /> {t(clockKinds[step.kind])} {longTime(step.dueAt)} · {left(step.dueAt).words}
        </p>
      )}
      {dueAt && term && (
        <p className={term.late ? 'late' : ''}>
          <Icon name="clock" /> {t(clockKinds.overall)} {longTime(dueAt)} · {term.words}
        </p>
      )}
      <dl className="facts">
        {typeName && (
          <>
            <dt>{t(texts.kind)}</dt>
            <dd>{t(typeName)}</dd>
          </>
        )}
        {lead && (
          <>
            <dt>{t(texts.lead)}</dt>
            <dd>{nameOf(lead)}</dd>
          </>
        )}
        {closeCondition && (
          <>
            <dt>{t(texts.doneWhen)}</dt>
            <dd>{closeCondition}</dd>
          </>
        )}
        {evidenceNeeded
          .filter(({ have, least }) => have < least)
          .map((need) => (
            <div key={need.stage + need.kind} className="fact">
              <dt>{t(texts.needed)}</dt>
              <dd>
                {t(need.stage === 'check' ? texts.neededCheck : texts.neededHandle, {
                  n: need.least - need.have,
                })}{' '}
                {t({ zh: need.whyZh, en: need.whyEn })}
              </dd>
            </div>
          ))}
      </dl>
      {sent.length > 0 && <Files label={t(texts.photos)} files={sent} />}
    </section>
  );
}
