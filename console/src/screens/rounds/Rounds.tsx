import {
  listAppeals,
  listCheckpoints,
  listConflicts,
  listPatrols,
  listVisits,
} from '@fengqiao/contract/rounds.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { Choices, useChoice } from '../../parts/Choices.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { Appeals } from './Appeals.tsx';
import { Conflicts } from './Conflicts.tsx';
import { Patrols } from './Patrols.tsx';
import { Points } from './Points.tsx';
import { parts, texts } from './texts.ts';
import { Visits } from './Visits.tsx';
import './rounds.css';

const needs = {
  points: listCheckpoints,
  patrols: listPatrols,
  visits: listVisits,
  conflicts: listConflicts,
  appeals: listAppeals,
} as const;
const screens = {
  points: Points,
  patrols: Patrols,
  visits: Visits,
  conflicts: Conflicts,
  appeals: Appeals,
} as const;

/** 巡查走访: what was looked at and found on the ground; each post sees the parts that are its own. */
export function Rounds() {
  const me = useMe();
  const mine = keysOf(parts).filter((part) => mayCall(me, needs[part]));
  const of: Readonly<Record<string, Both>> = Object.fromEntries(mine.map((part) => [part, parts[part]]));
  const usual = mine[0] ?? 'points';
  const asked = among(mine, useChoice({ name: 'part', of, usual })) ?? usual;
  const Shown = screens[asked];
  return (
    <Page
      title={t(names.rounds)}
      says={t(texts.says)}
      extra={<Choices name="part" label={texts.part} of={of} usual={usual} />}
    >
      <Shown />
    </Page>
  );
}
