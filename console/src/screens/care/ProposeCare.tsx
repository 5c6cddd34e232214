import { Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useNavigate } from 'react-router';
import { careDesk, careKinds, proposeCare, type CareKindName } from '@fengqiao/contract/care.ts';
import { certainties, type Certainty } from '@fengqiao/contract/certainty.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ActForm, Inline } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { texts as common } from '../../parts/texts.ts';
import { Page } from '../../parts/Page.tsx';
import { ColleagueField, DayField, dayText, linesOf, MeasuresField } from './fields.tsx';
import { proposeTexts as texts, texts as care } from './texts.ts';
import './care.css';

/** Proposes a record; who it is about is typed from a paper, never searched for. */
export function ProposeCare() {
  const desk = useSay(careDesk, {});
  return (
    <Page title={t(texts.title)} says={t(texts.says)}>
      <Answer of={desk}>
        {(known) =>
          known.kinds.length === 0 ? (
            <p className="card wait">{t(care.noDuty)}</p>
          ) : known.colleagues.length === 0 ? (
            <p className="card wait">{t(texts.noColleague)}</p>
          ) : (
            <ProposeForm desk={known} />
          )
        }
      </Answer>
    </Page>
  );
}

type Entered = {
  name: string;
  idNumber: string;
  kind: CareKindName;
  paper: string;
  why: string;
  measures: string;
  contactOn: Dayjs;
  until: Dayjs;
  second: string;
};
const { paper, why } = proposeCare.body.properties;

function ProposeForm({ desk }: { desk: Out<typeof careDesk> }) {
  const navigate = useNavigate();
  const act = useAct(proposeCare, () => void navigate('/care'));
  const [only] = desk.kinds.length === 1 ? desk.kinds : [];
  return (
    <Inline value>
      <ActForm<Entered>
        send={texts.send}
        act={act}
        start={only === undefined ? {} : { kind: only.kind }}
        onSend={({ measures, contactOn, until, ...said }) =>
          act.mutate({
            body: {
              ...said,
              measures: linesOf(measures),
              contactOn: dayText(contactOn),
              until: dayText(until),
            },
          })
        }
      >
        <div className="stack care-new">
          <section className="card" aria-label={t(texts.who)}>
            <h2>{t(texts.who)}</h2>
            <div className="halves">
              <TypedField name="name" label={texts.name} most={60} />
              <TypedField name="idNumber" label={texts.idNumber} most={30} says={t(texts.idSays)} />
            </div>
          </section>
          <section className="card" aria-label={t(texts.basis)}>
            <h2>{t(texts.basis)}</h2>
            <KindField kinds={desk.kinds} />
            <WordsField name="paper" label={texts.paper} of={paper} rows={1} />
            <WordsField name="why" label={texts.why} of={why} />
          </section>
          <section className="card" aria-label={t(texts.help)}>
            <h2>{t(texts.help)}</h2>
            <MeasuresField />
            <Days kinds={desk.kinds} />
            <ColleagueField name="second" label={texts.second} among={desk.colleagues} />
          </section>
        </div>
      </ActForm>
    </Inline>
  );
}

type Field = { name: string; label: { zh: string; en: string }; most: number; says?: string };

/** One line typed from a paper; nothing is kept by the browser. */
function TypedField({ name, label, most, says }: Field) {
  return (
    <Form.Item
      name={name}
      label={t(label)}
      {...(says === undefined ? {} : { extra: says })}
      rules={[{ required: true, whitespace: true, message: t(common.required) }]}
    >
      <Input maxLength={most} autoComplete="off" />
    </Form.Item>
  );
}

type Kinds = Out<typeof careDesk>['kinds'];

function KindField({ kinds }: { kinds: Kinds }) {
  const chosen = Form.useWatch<CareKindName | undefined>('kind');
  const unsure = chosen !== undefined && certaintyOf(chosen) === 'recalled';
  return (
    <Form.Item
      name="kind"
      {...(unsure ? { extra: t(certainties.recalled) } : {})}
      label={t(texts.kind)}
      rules={[{ required: true, message: t(common.required) }]}
    >
      <Select
        aria-label={t(texts.kind)}
        placeholder={t(common.choose)}
        options={kinds.map(({ kind, name, basis }) => ({ value: kind, label: `${t(name)} · ${t(basis)}` }))}
      />
    </Form.Item>
  );
}

const certaintyOf = (kind: CareKindName): Certainty => careKinds[kind].read;

/** The next contact and the term, within what the kind allows. */
function Days({ kinds }: { kinds: Kinds }) {
  const chosen = Form.useWatch<CareKindName | undefined>('kind');
  const latest = kinds.find(({ kind }) => kind === chosen)?.latest;
  const bound = latest === undefined ? {} : { latest, says: t(texts.latest, { day: latest }) };
  return (
    <div className="halves">
      <DayField name="contactOn" label={texts.contactOn} {...(latest === undefined ? {} : { latest })} />
      <DayField name="until" label={texts.until} {...bound} />
    </div>
  );
}
