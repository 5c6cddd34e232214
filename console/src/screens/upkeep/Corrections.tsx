import { CloseOutlined } from '@ant-design/icons';
import { Checkbox, Form, Segmented, Table, Tag } from 'antd';
import { Link, useSearchParams } from 'react-router';
import {
  correctionStates,
  decideCorrection,
  listCorrections,
  viewCorrection,
  type CorrectionState,
  type CorrectionView,
} from '@fengqiao/contract/registry/corrections.ts';
import {
  correctionFieldName,
  type CorrectionAbout,
  type CorrectionField,
} from '@fengqiao/contract/registry/correction-fields.ts';
import {
  homeUses,
  organizationKinds,
  organizationStates,
  relations,
  sexes,
} from '@fengqiao/contract/registry/words.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { Reason } from '@fengqiao/contract/shapes.ts';
import { useAct, useMore, useSay } from '@fengqiao/ui/data.ts';
import { listed, t } from '@fengqiao/ui/language.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Feed } from '../../parts/Feed.tsx';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { texts } from './texts.ts';

/** Corrections within the reach of the post, those due first. */
export function Corrections() {
  const [asked, setAsked] = useSearchParams();
  const state: CorrectionState = among(keysOf(correctionStates), asked.get('state')) ?? 'open';
  const subject = asked.get('subject');
  const list = useMore(listCorrections, (after) => ({
    query: {
      limit: 20,
      state,
      ...(subject === null ? {} : { subject }),
      ...(after === undefined ? {} : { after }),
    },
  }));
  const choice = (
    <Segmented<CorrectionState>
      value={state}
      aria-label={t(texts.state)}
      options={keysOf(correctionStates).map((value) => ({ value, label: t(correctionStates[value]) }))}
      onChange={(value) =>
        setAsked({ state: value, ...(subject === null ? {} : { subject }) }, { replace: true })
      }
    />
  );
  return (
    <Page title={t(names.corrections)} says={t(texts.correctionsSay)} extra={choice}>
      {subject !== null && (
        <span>
          <Tag
            closable
            closeIcon={<CloseOutlined aria-label={t(texts.ofAll)} />}
            onClose={() => setAsked({ state }, { replace: true })}
          >
            {t(texts.ofOne)}
          </Tag>
        </span>
      )}
      <Feed list={list} label={t(names.corrections)} empty={t(texts.noCorrections)} keyOf={({ id }) => id}>
        {(correction) => <Correction correction={correction} />}
      </Feed>
    </Page>
  );
}

function Correction({ correction }: { correction: CorrectionView }) {
  const may = mayCall(useMe(), decideCorrection);
  const { id, about, subject, fields, state, byResident, mine, askedAt, dueAt, late, reply } = correction;
  const open = state === 'open' && may;
  const named = listed(fields.map((field) => t(correctionFieldName(about, field))));
  return (
    <article className="row between" aria-label={named}>
      <div className="grow stack tight">
        <span className="row wrap">
          <span className={`mark ${state === 'open' ? 'warn' : state === 'refused' ? '' : 'good'}`}>
            {t(correctionStates[state])}
          </span>
          <span className="mark">{t(abouts[about])}</span>
          <Link to={wayTo[about](subject)}>{named}</Link>
          {late && <span className="mark urgent">{t(texts.late)}</span>}
        </span>
        <span className="hint small">
          {t(byResident ? texts.byResident : texts.byStaff)} · {t(texts.asked, { at: stamp(askedAt) })} ·{' '}
          {t(texts.due, { at: stamp(dueAt) })}
        </span>
        {reply !== null && <p className="said">{reply}</p>}
      </div>
      {open && mine && <span className="hint small">{t(texts.another)}</span>}
      {open && !mine && (
        <OpenForm label={texts.verify} type="primary" width={620}>
          {(close) => <Verify id={id} onDone={close} />}
        </OpenForm>
      )}
    </article>
  );
}

const abouts = { person: texts.person, home: texts.home, organization: texts.organization } as const;
const wayTo: Readonly<Record<CorrectionAbout, (id: string) => string>> = {
  person: (id) => `/people/${id}?for=correct`,
  home: (id) => `/homes?open=${id}`,
  organization: (id) => `/organizations?open=${id}`,
};

/** Facts of a few words are kept as their keys; all others are what somebody wrote. */
const chosen: Readonly<
  Record<CorrectionAbout, Partial<Record<CorrectionField, Readonly<Record<string, Both>>>>>
> = {
  person: { sex: sexes, household: relations },
  home: { use: homeUses },
  organization: { kind: organizationKinds, state: organizationStates },
};
const said = (about: CorrectionAbout, field: CorrectionField, value: string): string => {
  const word = chosen[about][field]?.[value];
  return word === undefined ? value || '—' : t(word);
};

type Decided = { accept?: CorrectionField[]; reply: string };

function Verify({ id, onDone }: { id: string; onDone: () => void }) {
  const found = useSay(viewCorrection, { params: { id }, body: { purpose: 'correct' } });
  const act = useAct(decideCorrection, onDone);
  return (
    <Answer of={found}>
      {({ about, wishes, words }) => (
        <ActForm<Decided>
          send={texts.decide}
          act={act}
          start={{ accept: wishes.map(({ field }) => field) }}
          onSend={({ accept = [], reply }) => act.mutate({ params: { id }, body: { accept, reply } })}
          onCancel={onDone}
        >
          <p className="hint small">{t(texts.looked)}</p>
          <Table
            size="small"
            rowKey="field"
            pagination={false}
            dataSource={wishes}
            columns={[
              {
                title: t(texts.field),
                key: 'field',
                render: (_, { field }) => t(correctionFieldName(about, field)),
              },
              {
                title: t(texts.now),
                key: 'now',
                render: (_, { field, now }) => said(about, field, now ?? ''),
              },
              {
                title: t(texts.should),
                key: 'asked',
                render: (_, { field, asked }) => <strong>{said(about, field, asked)}</strong>,
              },
            ]}
          />
          {words !== null && <p className="said">{words}</p>}
          <Form.Item name="accept" label={t(texts.accept)}>
            <Checkbox.Group
              options={wishes.map(({ field }) => ({
                value: field,
                label: t(correctionFieldName(about, field)),
              }))}
            />
          </Form.Item>
          <WordsField name="reply" label={texts.reply} of={Reason} />
        </ActForm>
      )}
    </Answer>
  );
}
