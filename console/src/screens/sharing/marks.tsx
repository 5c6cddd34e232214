import type { ComponentType } from 'react';
import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  DeleteOutlined,
  FieldTimeOutlined,
  FormOutlined,
  PauseCircleOutlined,
  RollbackOutlined,
  SendOutlined,
  StopOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import {
  findings,
  requestStates,
  type Finding,
  type RequestState,
} from '@fengqiao/contract/catalogue/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { left, stamp } from '@fengqiao/ui/time.ts';
import { useNow } from '../../parts/now.ts';
import { pageTexts, texts } from './texts.ts';
import './sharing.css';

type Look = readonly [tone: string, Icon: ComponentType<{ 'aria-hidden': true }>];

const looks: Readonly<Record<RequestState, Look>> = {
  asked: ['primary', FormOutlined],
  submitted: ['primary', SendOutlined],
  supplement: ['warn', FormOutlined],
  granted: ['warn', FieldTimeOutlined],
  active: ['good', CheckCircleOutlined],
  suspended: ['warn', PauseCircleOutlined],
  refused: ['', CloseCircleOutlined],
  withdrawn: ['', RollbackOutlined],
  terminated: ['warn', StopOutlined],
  disposed: ['', DeleteOutlined],
};

/** Where a request stands: icon, word and colour together. */
export function ShareState({ state }: { state: RequestState }) {
  const [tone, Icon] = looks[state];
  return (
    <span className={`mark ${tone}`}>
      <Icon aria-hidden />
      {t(requestStates[state])}
    </span>
  );
}

/** What is left of the clock that runs; overdue says so in words. */
export function ShareDue({ dueAt, overdue }: { dueAt: string | null; overdue: boolean }) {
  const now = useNow();
  if (dueAt === null) return <span className="hint">—</span>;
  return (
    <span
      className={`mark number ${overdue ? 'urgent' : 'bare'}`}
      title={overdue ? `${t(texts.overdue)} · ${stamp(dueAt)}` : stamp(dueAt)}
    >
      {overdue ? <WarningOutlined aria-hidden /> : <ClockCircleOutlined aria-hidden />}
      {left(dueAt, now).words}
    </span>
  );
}

/** What the check found, what stops a request before what only warns. */
export function Findings({ found }: { found: readonly Finding[] }) {
  if (found.length === 0) return <p className="hint">{t(pageTexts.findingsNone)}</p>;
  return (
    <ul className="findings">
      {found
        .toSorted((a, b) => Number(findings[b].blocks) - Number(findings[a].blocks))
        .map((one) => (
          <li key={one}>
            <span className={findings[one].blocks ? 'mark urgent' : 'mark warn'}>
              {findings[one].blocks ? <CloseCircleOutlined aria-hidden /> : <WarningOutlined aria-hidden />}
              {t(findings[one].blocks ? pageTexts.blocks : pageTexts.warns)}
            </span>
            <span>{t(findings[one])}</span>
          </li>
        ))}
    </ul>
  );
}
