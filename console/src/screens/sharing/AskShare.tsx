import { useState } from 'react';
import { Button, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useNavigate, useSearchParams } from 'react-router';
import { askForShare, checkShare } from '@fengqiao/contract/catalogue/requests.ts';
import { findings, type Finding, type ShareMethod } from '@fengqiao/contract/catalogue/words.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Choices, useChoice } from '../../parts/Choices.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { WhyButton } from '../../parts/WhyButton.tsx';
import { FromCatalogue } from './FromCatalogue.tsx';
import { FromUpper } from './FromUpper.tsx';
import { Findings } from './marks.tsx';
import { askTexts as texts } from './texts.ts';
import { UseFields } from './UseFields.tsx';
import '../catalogue/catalogue.css';
import './sharing.css';

export type Entered = {
  resource?: string;
  provider?: string;
  wanted?: string;
  isReturn?: boolean;
  fields: string[];
  basis: string;
  scenario: string;
  scope: string;
  method: ShareMethod;
  term: [Dayjs, Dayjs];
};
type Body = In<typeof askForShare>['body'];

const kinds = { catalogue: texts.from, upward: texts.upward };
const choice = { name: 'kind', label: texts.kind, of: kinds, usual: 'catalogue' } as const;
const DAY = 'YYYY-MM-DD';

/** Asks for data: what, on which basis, for what and until when; it is checked before it can be sent. */
export function AskShare() {
  const kind = useChoice(choice);
  return (
    <Page title={t(texts.title)} says={t(texts.says)} extra={<Choices {...choice} />}>
      <AskForm key={kind} upward={kind === 'upward'} />
    </Page>
  );
}

function AskForm({ upward }: { upward: boolean }) {
  const navigate = useNavigate();
  const [asked] = useSearchParams();
  const [form] = Form.useForm<Entered>();
  const [found, setFound] = useState<readonly Finding[] | null>(null);
  const check = useAct(checkShare, (said) => setFound(said.findings));
  const send = useAct(askForShare, (said) => void navigate(`/sharing/${said.row.id}`));
  const told = async (go: (body: Body) => void) => {
    const values = await form.validateFields().catch(() => null);
    if (values !== null) go(bodyOf(values, upward));
    else
      form.scrollToField(form.getFieldsError().find(({ errors }) => errors.length > 0)?.name ?? '', {
        focus: true,
      });
  };
  const blocked = found?.some((one) => findings[one].blocks) === true;
  return (
    <Form<Entered>
      form={form}
      name="ask"
      layout="vertical"
      initialValues={{
        resource: asked.get('resource') ?? undefined,
        method: 'service_api',
        term: [dayjs(), dayjs().add(6, 'month')],
      }}
      onValuesChange={() => setFound(null)}
    >
      <div className="ask-columns">
        <section className="card" aria-label={t(texts.title)}>
          {upward ? <FromUpper /> : <FromCatalogue />}
          <UseFields />
        </section>
        <section className="card stack" aria-label={t(texts.check)} aria-live="polite">
          <h2>{t(texts.check)}</h2>
          {found === null ? (
            <p className="hint">{t(texts.changed)}</p>
          ) : found.length === 0 ? (
            <p className="mark good">{t(texts.clean)}</p>
          ) : (
            <Findings found={found} />
          )}
          <Refusal error={check.error ?? send.error} />
          <div className="row">
            <Button
              type={found === null ? 'primary' : 'default'}
              loading={check.isPending}
              onClick={() => void told((body) => check.mutate({ body }))}
            >
              {t(texts.check)}
            </Button>
            <WhyButton
              type="primary"
              why={found === null ? texts.checkFirst : blocked ? texts.blocked : null}
              loading={send.isPending}
              onClick={() => void told((body) => send.mutate({ body }))}
            >
              {t(texts.send)}
            </WhyButton>
          </div>
        </section>
      </div>
    </Form>
  );
}

function bodyOf({ term, resource, provider, wanted, isReturn, ...said }: Entered, upward: boolean): Body {
  const [from, until] = term;
  const times = { from: from.format(DAY), until: until.format(DAY) };
  if (!upward) return { ...said, ...times, kind: 'share', ...(resource === undefined ? {} : { resource }) };
  return {
    ...said,
    ...times,
    kind: isReturn === true ? 'return' : 'upward',
    ...(provider === undefined ? {} : { provider }),
    ...(wanted === undefined ? {} : { wanted }),
  };
}
