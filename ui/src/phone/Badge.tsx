import { states, type State } from '@fengqiao/contract/cases/words.ts';
import { t } from '../language.ts';
import { Icon, type IconName } from './Icon.tsx';

type Tone = 'plain' | 'river' | 'good' | 'warn' | 'bad';

const faces: Record<State, [Tone, IconName]> = {
  received: ['river', 'clock'],
  verifying: ['river', 'eye'],
  registered: ['river', 'clock'],
  negotiating: ['river', 'people'],
  dispatched: ['river', 'clock'],
  handling: ['river', 'clock'],
  handled: ['river', 'eye'],
  closed: ['plain', 'check'],
  archived: ['plain', 'check'],
  held: ['warn', 'pause'],
  declined: ['plain', 'stop'],
  merged: ['plain', 'people'],
  voided: ['plain', 'stop'],
};

/** A state is always a drawing, a word and a colour. */
export function StateBadge({ state }: { state: State }) {
  const [tone, icon] = faces[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(states[state])}
    </Badge>
  );
}

export function Badge({ tone, icon, children }: { tone: Tone; icon: IconName; children: string }) {
  return (
    <span className={`badge ${tone}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}
