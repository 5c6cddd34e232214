import type { CheckpointView } from '@fengqiao/contract/rounds.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { Empty } from '@fengqiao/ui/phone/States.tsx';
import type { Seen } from './walk.ts';
import { texts } from './texts.ts';

/** The points of the grid: which were looked at on this patrol, and the day somebody last did. */
export function Points({ points, seen }: { points: readonly CheckpointView[]; seen: readonly Seen[] }) {
  if (points.length === 0 && seen.length === 0) return <Empty>{t(texts.none)}</Empty>;
  const unknown = seen.filter(({ name }) => name === null);
  return (
    <ul className="points" aria-label={t(texts.points)}>
      {points.map(({ id, name, address, seenOn }) => {
        const now = seen.some((one) => one.name === name);
        return (
          <li key={id} className={now ? 'seen' : ''}>
            <Icon name={now ? 'check' : 'pin'} />
            <span>
              <strong>{name}</strong>
              <small>{address}</small>
            </span>
            <span>{now ? t(texts.seen) : lastOf(seenOn)}</span>
          </li>
        );
      })}
      {unknown.map(({ code }) => (
        <li key={code} className="seen">
          <Icon name="check" />
          <span>
            <strong>{t(texts.unknown)}</strong>
            <small>{code}</small>
          </span>
          <span>{t(texts.seen)}</span>
        </li>
      ))}
    </ul>
  );
}

const lastOf = (seenOn: string | null): string =>
  seenOn === null ? t(texts.never) : t(texts.lastSeen, { on: seenOn.slice(5) });
