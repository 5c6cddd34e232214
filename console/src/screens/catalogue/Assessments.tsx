import { Input } from 'antd';
import { Link, useSearchParams } from 'react-router';
import {
  assessmentConclusions,
  assessmentOccasions,
  listAssessments,
  recordAssessment,
  type AssessmentView,
} from '@fengqiao/contract/catalogue/assessments.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { listed, t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Feed } from '../../parts/Feed.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { RecordAssessment } from './RecordAssessment.tsx';
import { assessmentTexts as texts } from './texts.ts';
import './catalogue.css';
import '../../parts/work-list/work-list.css';

/** The register of impact assessments; what is sought stands in the address. */
export function Assessments() {
  const me = useMe();
  const [asked, setAsked] = useSearchParams();
  const q = asked.get('q')?.trim() ?? '';
  const found = useMore(listAssessments, (after) => ({
    query: { limit: 20, ...(q === '' ? {} : { q }), ...(after === undefined ? {} : { after }) },
  }));
  return (
    <Page
      title={t(names.assessments)}
      says={
        <span className="row wrap">
          <Link to="/catalogue">{t(names.catalogue)}</Link>
          <span>{t(texts.says)}</span>
        </span>
      }
      extra={
        mayCall(me, recordAssessment) && (
          <OpenForm type="primary" size="medium" label={texts.record} width={640}>
            {(close) => <RecordAssessment onDone={close} />}
          </OpenForm>
        )
      }
    >
      <search className="filters">
        <Input.Search
          key={q}
          allowClear
          defaultValue={q}
          maxLength={40}
          style={{ maxWidth: 360 }}
          placeholder={t(texts.search)}
          aria-label={t(texts.search)}
          onSearch={(words) => setAsked(words.trim() === '' ? {} : { q: words.trim() }, { replace: true })}
        />
      </search>
      <Feed list={found} label={t(names.assessments)} empty={t(texts.empty)} keyOf={(one) => one.id}>
        {(one) => <Assessment assessment={one} />}
      </Feed>
    </Page>
  );
}

const tones = { acceptable: 'good', with_measures: 'warn', not_acceptable: 'urgent' } as const;

function Assessment({ assessment }: { assessment: AssessmentView }) {
  const { nameOf } = useUnits();
  const { no, activity, conclusion, unit, by, assessedOn, keptUntil, resources } = assessment;
  return (
    <article className="stack" aria-label={no}>
      <div className="row between">
        <span className="row wrap">
          <span className="number">{no}</span>
          <strong>{activity}</strong>
          <span className={`mark ${tones[conclusion]}`}>{t(assessmentConclusions[conclusion])}</span>
        </span>
        <OpenForm label={texts.details} title={`${no} · ${activity}`} width={640}>
          {() => <Said assessment={assessment} />}
        </OpenForm>
      </div>
      <p className="hint small">
        {t(texts.by, { unit: nameOf(unit), name: by, on: assessedOn })} · {t(texts.kept, { on: keptUntil })}
      </p>
      <p className="row wrap">
        <span className="hint">{t(resources.length === 0 ? texts.namedNone : texts.named)}</span>
        {resources.slice(0, SHOWN).map(({ id, name }) => (
          <Link key={id} to={`/catalogue/${id}`}>
            {t(name)}
          </Link>
        ))}
        {resources.length > SHOWN && <span className="hint">+{resources.length - SHOWN}</span>}
      </p>
    </article>
  );
}

const SHOWN = 6;

function Said({ assessment }: { assessment: AssessmentView }) {
  const { occasions, necessity, effects, measures, conclusion } = assessment;
  const lines = [
    [t(texts.occasions), listed(occasions.map((one) => t(assessmentOccasions[one])))],
    [t(texts.necessity), necessity],
    [t(texts.effects), effects],
    [t(texts.measures), measures],
    [t(texts.conclusion), t(assessmentConclusions[conclusion])],
  ] as const;
  return (
    <dl className="facts">
      {lines.map(([name, words]) => [
        <dt key={`${name} dt`}>{name}</dt>,
        <dd key={`${name} dd`} className="prose">
          {words}
        </dd>,
      ])}
    </dl>
  );
}
