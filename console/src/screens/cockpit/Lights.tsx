import { Link } from 'react-router';
import { useTheme } from '@fengqiao/ui/dress.ts';
import { t } from '@fengqiao/ui/language.ts';
import { StreetMap } from '../../parts/map/StreetMap.tsx';
import { texts } from './texts.ts';

/** Where what is open lies: a small light for each case, on the map of the street. */
export function Lights() {
  return (
    <section className="card lights" aria-labelledby="lights">
      <div className="card-head">
        <h2 id="lights">{t(texts.lights)}</h2>
        <Link to="/map" className="no-print">
          {t(texts.toMap)}
        </Link>
      </div>
      <StreetMap
        label={t(texts.lights)}
        theme={useTheme()}
        layers={['lights']}
        interactive={false}
        height={330}
      />
    </section>
  );
}
