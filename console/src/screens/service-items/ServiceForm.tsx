import { Form, Input } from 'antd';
import { useNavigate, useParams } from 'react-router';
import {
  changeService,
  listServiceDesk,
  readServiceHistory,
  type ServiceHistory,
} from '@fengqiao/contract/services.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { Page } from '../../parts/Page.tsx';
import { ItemFields } from './ItemFields.tsx';
import { Preview } from './Preview.tsx';
import { bodyNow } from './ServiceItemPage.tsx';
import { texts } from './texts.ts';
import { bodyOf, valuesOf, type Values } from './values.ts';
import './service-items.css';

/** A new item of the street. */
export function NewServiceItem() {
  const desk = useSay(listServiceDesk, {});
  return <Answer of={desk}>{({ today }) => <Write history={null} today={today} />}</Answer>;
}

/** A new version of an item, begun with what holds now. */
export function ChangeServiceItem() {
  const { code = '' } = useParams();
  const history = useSay(readServiceHistory, { params: { code } });
  return <Answer of={history}>{(found) => <Write history={found} today={found.today} />}</Answer>;
}

function Write({ history, today }: { history: ServiceHistory | null; today: string }) {
  const go = useNavigate();
  const done = useDone();
  const act = useAct(changeService, ({ code }) => {
    done(texts.save);
    void go(`/service-items/${code}`);
  });
  const last = history?.versions.find(({ item }) => item !== null)?.item;
  const begin = history === null ? null : (bodyNow(history) ?? last ?? history.shipped);
  const start: Values = {
    from: today,
    workdaysOnly: true,
    ...(begin === null || begin === undefined ? {} : valuesOf(begin)),
  };
  const send = (values: Values) =>
    act.mutate({
      params: { code: history?.code ?? values.code ?? '' },
      body: {
        item: bodyOf(values),
        from: values.from ?? today,
        reason: values.reason ?? '',
        seen: history?.seen ?? 0,
      },
    });
  return (
    <Page title={t(history === null ? texts.add : texts.change)} says={history?.code ?? t(texts.says)}>
      <ActForm<Values> send={texts.save} act={act} start={start} onSend={send} onCancel={() => void go(-1)}>
        <div className="item-columns">
          <section className="card">
            {history === null && <CodeField />}
            <ItemFields today={today} />
          </section>
          <Live />
        </div>
      </ActForm>
    </Page>
  );
}

/** What is being written, as people will read it. */
function Live() {
  const form = Form.useFormInstance<Values>();
  const values = Form.useWatch<Values>([], form) ?? {};
  return <Preview item={bodyOf(values)} />;
}

const CodeField = () => (
  <Form.Item
    name="code"
    label={t(texts.code)}
    extra={t(texts.codeSays)}
    rules={[{ required: true, pattern: /^[A-Z]{2,4}[0-9]{2,3}$/, message: t(texts.codeWrong) }]}
  >
    <Input maxLength={7} style={{ width: 180 }} autoComplete="off" />
  </Form.Item>
);
