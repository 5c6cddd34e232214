import type { MandateView } from '@fengqiao/contract/mandates.ts';
import type { MyReport } from '../../ReportCard.tsx';

export type TodoKind = 'answer' | 'correct' | 'mandate' | 'waiting';
export type Todo = { readonly kind: TodoKind; readonly to: string; readonly about: string };

type Report = Pick<MyReport, 'report' | 'text' | 'state' | 'question' | 'withdrawn' | 'updatedAt'>;
type Mandate = Pick<MandateView, 'waitsForMe' | 'other'>;

/** For so long somebody may object to a report being declined. */
const OBJECT_DAYS = 14;
const aDay = 86_400_000;

type Known = {
  readonly reports: readonly Report[];
  readonly mandates: readonly Mandate[];
  /** Words of reports that wait for a network. */
  readonly waiting: readonly string[];
};

/** What waits for me: reports not yet sent, to say whether it is solved, to put right what was declined, to answer a mandate. */
export function todosOf({ reports, mandates, waiting }: Known, now = new Date()): Todo[] {
  const open = reports.filter(({ withdrawn }) => !withdrawn);
  const answers = open
    .filter(({ question }) => question !== null)
    .map(({ report, text }): Todo => ({ kind: 'answer', to: `/progress/${report}/solved`, about: text }));
  const corrections = open
    .filter(
      ({ state, updatedAt }) =>
        state === 'declined' && now.getTime() - Date.parse(updatedAt) < OBJECT_DAYS * aDay,
    )
    .map(({ report, text }): Todo => ({ kind: 'correct', to: `/progress/${report}`, about: text }));
  const [asked] = mandates.filter(({ waitsForMe }) => waitsForMe);
  const confirming: Todo[] =
    asked === undefined ? [] : [{ kind: 'mandate', to: '/helpers', about: nameOf(asked) }];
  const [unsent] = waiting;
  const sending: Todo[] = unsent === undefined ? [] : [{ kind: 'waiting', to: '/waiting', about: unsent }];
  return [...sending, ...answers, ...corrections, ...confirming];
}

const nameOf = ({ other }: Mandate) => [other.name, other.phone].filter((part) => part !== null).join(' ');
