import type { ComponentType } from 'react';
import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  FieldTimeOutlined,
  InboxOutlined,
  MergeCellsOutlined,
  MinusCircleOutlined,
  PauseCircleOutlined,
  SendOutlined,
  SyncOutlined,
  TeamOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import {
  grades,
  outcomes,
  states,
  type Grade,
  type Outcome,
  type State,
} from '@fengqiao/contract/cases/words.ts';
import { t } from '@fengqiao/ui/language.ts';

type Tone = '' | 'primary' | 'good' | 'warn' | 'urgent';
type Look = readonly [Tone, ComponentType<{ 'aria-hidden': true }>];

const stateLooks: Readonly<Record<State, Look>> = {
  received: ['', InboxOutlined],
  verifying: ['', FieldTimeOutlined],
  registered: ['primary', InboxOutlined],
  negotiating: ['primary', TeamOutlined],
  dispatched: ['primary', SendOutlined],
  handling: ['primary', SyncOutlined],
  handled: ['warn', FieldTimeOutlined],
  closed: ['good', CheckCircleOutlined],
  archived: ['good', InboxOutlined],
  held: ['warn', PauseCircleOutlined],
  declined: ['', CloseCircleOutlined],
  merged: ['', MergeCellsOutlined],
  voided: ['', MinusCircleOutlined],
};

/** Where a case stands: icon, word and colour together. */
export function StateMark({ state }: { state: State }) {
  const [tone, Icon] = stateLooks[state];
  return (
    <span className={`mark ${tone}`}>
      <Icon aria-hidden />
      {t(states[state])}
    </span>
  );
}

const gradeTones: Readonly<Record<Grade, Tone>> = { S: 'urgent', A: 'urgent', B: '', C: 'primary', Q: '' };

/** How urgent it is; only emergencies and urgent matters are red. */
export function GradeMark({ grade }: { grade: Grade | null }) {
  if (grade === null) return <span className="hint">—</span>;
  return (
    <span className={`mark ${gradeTones[grade]}`}>
      {gradeTones[grade] === 'urgent' && <WarningOutlined aria-hidden />}
      {grade} {t(grades[grade])}
    </span>
  );
}

const outcomeLooks: Readonly<Record<Outcome, Look>> = {
  solved: ['good', CheckCircleOutlined],
  explained: ['warn', MinusCircleOutlined],
  referred: ['', SendOutlined],
};

/** Solved is one thing, answered another. */
export function OutcomeMark({ outcome }: { outcome: Outcome | null }) {
  if (outcome === null) return null;
  const [tone, Icon] = outcomeLooks[outcome];
  return (
    <span className={`mark ${tone}`}>
      <Icon aria-hidden />
      {t(outcomes[outcome])}
    </span>
  );
}

const silent = { zh: '未评价', en: 'Not rated' };
const happy = { zh: '居民认为已解决', en: 'Reporter: solved' };
const unhappy = { zh: '居民认为未解决', en: 'Reporter: not solved' };

/** What the reporter says; silence is shown as silence. */
export function SatisfiedMark({ satisfied }: { satisfied: boolean | null }) {
  if (satisfied === null)
    return (
      <span className="mark">
        <ClockCircleOutlined aria-hidden />
        {t(silent)}
      </span>
    );
  return satisfied ? (
    <span className="mark good">
      <CheckCircleOutlined aria-hidden />
      {t(happy)}
    </span>
  ) : (
    <span className="mark urgent">
      <CloseCircleOutlined aria-hidden />
      {t(unhappy)}
    </span>
  );
}
