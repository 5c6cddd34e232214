import { t } from '../language.ts';
import { texts } from './texts.ts';

/** Where one is in a short task: 1 of 3. */
export function StepBar({ names, at }: { names: readonly string[]; at: number }) {
  const said = t(texts.stepOf, { n: at + 1, of: names.length, name: names[at] ?? '' });
  return (
    <div className="steps-bar" role="img" aria-label={said}>
      {names.map((name, n) => (
        <span key={name} className={n === at ? 'now' : n < at ? 'past' : ''}>
          {n + 1} {name}
        </span>
      ))}
    </div>
  );
}
