import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { listCallbacks } from '@fengqiao/contract/cases.ts';
import { t } from '@fengqiao/ui/language.ts';
import { among } from '@fengqiao/ui/record.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { Calls } from './Calls.tsx';
import { Draws } from './Draws.tsx';
import { Results } from './Results.tsx';
import { texts } from './texts.ts';
import './callbacks.css';

const calling = ['due', 'later', 'results', 'draws'] as const;
const watching = ['results', 'draws'] as const;

/** The callback desk: whom to call, what was found, and how they were drawn. */
export function Callbacks() {
  const [asked, setAsked] = useSearchParams();
  const parts = mayCall(useMe(), listCallbacks) ? calling : watching;
  const part = among(parts, asked.get('part')) ?? parts[0];
  return (
    <Page title={t(names.callbacks)} says={t(texts.says)}>
      <Tabs
        activeKey={part}
        items={parts.map((key) => ({ key, label: t(texts[key]) }))}
        onChange={(next) => setAsked({ part: next }, { replace: true })}
      />
      {part === 'due' || part === 'later' ? (
        <Calls key={part} part={part} />
      ) : part === 'results' ? (
        <Results />
      ) : (
        <Draws />
      )}
    </Page>
  );
}
