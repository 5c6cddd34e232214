import { Form, Image, Input } from 'antd';
import { Link } from 'react-router';
import { fieldActs, listConflicts, settleConflict, wordOf } from '@fengqiao/contract/rounds.ts';
import { useAct, useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { ReportFile } from '../../parts/case/ReportFile.tsx';
import { Feed } from '../../parts/Feed.tsx';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { texts as common } from '../../parts/texts.ts';
import { parts, texts } from './texts.ts';

/** What was done without a network and the server did not take as it was; here it is looked into and settled. */
export function Conflicts() {
  const { nameOf } = useUnits();
  const list = useMore(listConflicts, (after) => ({ query: after === undefined ? {} : { after } }));
  return (
    <Feed list={list} label={t(parts.conflicts)} empty={t(texts.noConflicts)} keyOf={(one) => one.id}>
      {({ id, kind, how, title, words, said, files, unit, by, doneAt, state, caseId }) => (
        <>
          <p className="row between">
            <strong>
              {t(fieldActs[kind])} · {title}
            </strong>
            <span className={state === 'open' ? 'mark warn' : 'mark'}>{t(wordOf({ how, state }))}</span>
          </p>
          {words !== '' && words !== title && <p className="prose">{words}</p>}
          <p className="quote prose">{t(said)}</p>
          {files.length > 0 && (
            <Image.PreviewGroup>
              <div className="row wrap">
                {files.map((file, n) => (
                  <ReportFile key={file.id} file={file} name={`${title} ${n + 1}`} />
                ))}
              </div>
            </Image.PreviewGroup>
          )}
          <p className="hint">
            {nameOf(unit)} · {by} · {stamp(doneAt)}
          </p>
          <div className="row">
            {caseId !== null && <Link to={`/cases/${caseId}`}>{t(texts.seeCase)}</Link>}
            <OpenForm label={texts.settle}>{(close) => <Settle id={id} onDone={close} />}</OpenForm>
          </div>
        </>
      )}
    </Feed>
  );
}

function Settle({ id, onDone }: { id: string; onDone: () => void }) {
  const done = useDone();
  const act = useAct(settleConflict, () => {
    done(texts.settle);
    onDone();
  });
  return (
    <ActForm<{ answer: string }>
      send={texts.settle}
      act={act}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <Form.Item
        name="answer"
        label={t(texts.settled)}
        extra={t(texts.settledHow)}
        rules={[{ required: true, message: t(common.required) }]}
      >
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </ActForm>
  );
}
