import { Button, Checkbox, DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { analyseList, publishList } from '@fengqiao/contract/cases.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { ProblemLine } from './Analysis.tsx';
import type { List } from './list.ts';
import { texts } from './texts.ts';

type Entered = { effectiveFrom?: Dayjs | null; accepted?: string[]; note?: string };

/** From when it holds; every problem is corrected or accepted. */
export function Publish({ list }: { list: List }) {
  const me = useMe();
  const found = useSay(analyseList, { params: { version: list.version } });
  if (!mayCall(me, publishList)) return <p className="card hint">{t(texts.publishWhy)}</p>;
  return (
    <section className="card" aria-label={t(texts.tabPublish)}>
      <Answer of={found}>{({ problems }) => <PublishForm list={list} problems={problems} />}</Answer>
    </section>
  );
}

type Problems = Parameters<typeof ProblemLine>[0]['problem'][];

function PublishForm({ list, problems }: { list: List; problems: Problems }) {
  const done = useDone();
  const act = useAct(publishList, () => done(texts.publish));
  const send = ({ effectiveFrom, accepted = [], note }: Entered) =>
    act.mutate({
      params: { version: list.version },
      body: {
        accepted,
        ...(note ? { note } : {}),
        ...(effectiveFrom ? { effectiveFrom: effectiveFrom.toISOString() } : {}),
      },
    });
  return (
    <ActForm<Entered> send={texts.publish} act={act} onSend={send}>
      <p style={{ marginBottom: 12 }}>{t(texts.publishSays)}</p>
      <Form.Item name="effectiveFrom" label={t(texts.effective)}>
        <DatePicker
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          minDate={dayjs()}
          aria-label={t(texts.effective)}
        />
      </Form.Item>
      {problems.length > 0 && <Accept list={list} problems={problems} />}
      <WordsField optional rows={2} name="note" label={texts.note} of={publishList.body.properties.note} />
    </ActForm>
  );
}

function Accept({ list, problems }: { list: List; problems: Problems }) {
  const form = Form.useFormInstance<Entered>();
  return (
    <>
      <div className="row between">
        <span>{t(texts.acceptSays)}</span>
        <Button
          size="small"
          onClick={() =>
            form.setFieldValue(
              'accepted',
              problems.map((one) => one.key),
            )
          }
        >
          {t(texts.acceptAll)}
        </Button>
      </div>
      <Form.Item name="accepted" label={t(texts.accept)}>
        <Checkbox.Group
          className="stack tight"
          options={problems.map((one) => ({
            value: one.key,
            label: <ProblemLine problem={one} list={list} />,
          }))}
        />
      </Form.Item>
    </>
  );
}
