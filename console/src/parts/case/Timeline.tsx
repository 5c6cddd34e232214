import type { ActivityView, CaseView } from '@fengqiao/contract/cases/views.ts';
import { acts, exits, outcomes, requestKinds, states } from '@fengqiao/contract/cases/words.ts';
import { roles } from '@fengqiao/contract/roles.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { t, tOf } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { whistleKinds } from '../../acts/texts.ts';
import { happenings, texts } from './texts.ts';

const words: Readonly<Record<string, Both>> = { ...happenings, ...acts };
const kinds: Readonly<Record<string, Both>> = { ...requestKinds, ...whistleKinds };
const others: Readonly<Record<string, Both>> = {
  ...roles,
  resident: { zh: '居民', en: 'Resident' },
  helper: { zh: '代办人', en: 'Helper for somebody' },
  guest: { zh: '访客', en: 'Guest' },
  system: { zh: '系统', en: 'System' },
  job: { zh: '系统', en: 'System' },
};

/** Every act, newest first: what, by whom, in which capacity, and what became of the state. */
export function Timeline({ theCase: { timeline } }: { theCase: CaseView }) {
  const newest = timeline.toSorted((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
  return (
    <section className="card" aria-labelledby="timeline">
      <h2 id="timeline">{t(texts.timeline)}</h2>
      <ol className="timeline">
        {newest.map((one) => (
          <Entry key={one.id} one={one} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ one }: { one: ActivityView }) {
  const { nameOf } = useUnits();
  const moved = one.stateAfter !== null && one.stateAfter !== one.stateBefore;
  const who = [
    one.name in others ? '' : one.name,
    tOf(others, one.role),
    one.unit === null ? '' : nameOf(one.unit),
  ].filter((part) => part !== '' && part !== '—');
  return (
    <li>
      <div className="row between">
        <strong>{tOf(words, one.kind)}</strong>
        <time className="small hint number" dateTime={one.at}>
          {stamp(one.at)}
        </time>
      </div>
      <div className="small hint">
        {who.join(' · ')}
        {moved &&
          ` · ${one.stateBefore === null ? '' : `${tOf(states, one.stateBefore)} → `}${tOf(states, one.stateAfter)}`}
      </div>
      <Facts facts={one.facts} />
    </li>
  );
}

type Facts = ActivityView['facts'];
const sentences = [
  'summary',
  'text',
  'note',
  'reason',
  'question',
  'plan',
  'result',
  'explained',
  'clause',
] as const;

/** The facts a reader understands: sentences as they are, codes in words. */
function Facts({ facts }: { facts: Facts }) {
  const { nameOf } = useUnits();
  const said = sentences
    .map((name) => facts[name])
    .filter((value) => typeof value === 'string' && value !== '');
  const marks = [
    typeof facts['outcome'] === 'string' ? tOf(outcomes, facts['outcome']) : '',
    typeof facts['exit'] === 'string' ? tOf(exits, facts['exit']) : '',
    typeof facts['kind'] === 'string' ? tOf(kinds, facts['kind']) : '',
    typeof facts['lead'] === 'string' ? nameOf(facts['lead']) : '',
    typeof facts['unit'] === 'string' ? `→ ${nameOf(facts['unit'])}` : '',
    typeof facts['to'] === 'string' ? `→ ${nameOf(facts['to'])}` : '',
  ].filter((mark) => mark !== '');
  if (said.length === 0 && marks.length === 0) return null;
  return (
    <div className="timeline-facts">
      {marks.length > 0 && <span className="small">{marks.join(' · ')}</span>}
      {said.map((value) => (
        <p key={String(value)} className="prose">
          {String(value)}
        </p>
      ))}
    </div>
  );
}
