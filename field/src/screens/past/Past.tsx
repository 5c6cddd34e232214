import { useSearchParams } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { Screen } from '../../parts/Screen.tsx';
import { Patrols } from './Patrols.tsx';
import { texts } from './texts.ts';
import { Visits } from './Visits.tsx';

/** 我做过的: my own visits and patrols, to look up what was found and what came of it. */
export function Past() {
  const [query, setQuery] = useSearchParams();
  const part = query.get('part') === 'patrols' ? 'patrols' : 'visits';
  return (
    <Screen title={t(texts.title)} back="/my-work">
      <div className="chips" role="group" aria-label={t(texts.part)}>
        {(['visits', 'patrols'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            aria-pressed={one === part}
            onClick={() => setQuery(one === 'visits' ? {} : { part: one }, { replace: true })}
          >
            {t(texts[one])}
          </button>
        ))}
      </div>
      {part === 'visits' ? <Visits /> : <Patrols />}
    </Screen>
  );
}
