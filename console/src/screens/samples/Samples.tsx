import { useState } from 'react';
import { App, Button, InputNumber } from 'antd';
import { drawChecks, listChecks } from '@fengqiao/contract/cases.ts';
import { useAct, useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { SampleCheck } from '../../acts/SampleCheck.tsx';
import { Feed, OfCase } from '../../parts/Feed.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { OutcomeMark } from '../../parts/Marks.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { names } from '../../shell/texts.ts';
import { texts } from './texts.ts';

/** A second look at closed cases that nobody chose. */
export function Samples() {
  const { message } = App.useApp();
  const { nameOf } = useUnits();
  const [count, setCount] = useState(5);
  const draw = useAct(drawChecks, ({ drawn }) => void message.success(t(texts.drawn, { n: drawn })));
  const list = useMore(listChecks, (after) => ({
    query: { limit: 30, ...(after === undefined ? {} : { after }) },
  }));
  const extra = (
    <>
      <InputNumber
        min={1}
        max={100}
        value={count}
        aria-label={t(texts.count)}
        onChange={(value) => setCount(value ?? 1)}
        suffix={t(texts.cases)}
        style={{ width: 104 }}
      />
      <Button type="primary" loading={draw.isPending} onClick={() => draw.mutate({ body: { count } })}>
        {t(texts.draw)}
      </Button>
    </>
  );
  return (
    <Page title={t(names.samples)} says={t(texts.says)} extra={extra}>
      <Refusal error={draw.error} />
      <Feed list={list} label={t(names.samples)} empty={t(texts.empty)} keyOf={(one) => one.check}>
        {(one) => (
          <>
            <OfCase
              id={one.id}
              no={one.no}
              title={one.title}
              extra={
                <OpenForm type="primary" label={texts.result} title={`${t(texts.result)} · ${one.no}`}>
                  {(close) => <SampleCheck check={one.check} onDone={close} />}
                </OpenForm>
              }
            />
            <div className="row wrap">
              <OutcomeMark outcome={one.outcome} />
              <span>{one.address}</span>
              <span className="hint">
                {nameOf(one.lead)} · {t(texts.drawnAt, { at: stamp(one.drawnAt) })}
              </span>
            </div>
          </>
        )}
      </Feed>
    </Page>
  );
}
