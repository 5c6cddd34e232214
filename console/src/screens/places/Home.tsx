import { Link } from 'react-router';
import { changeHome } from '@fengqiao/contract/registry/place-acts.ts';
import { homeChangeable, homeFields } from '@fengqiao/contract/registry/place-fields.ts';
import { askHomeCorrection } from '@fengqiao/contract/registry/place-corrections.ts';
import { readHome, type HomeDetail } from '@fengqiao/contract/registry/places.ts';
import { homeUses } from '@fengqiao/contract/registry/words.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { amount } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { useDone } from '../../parts/form/ActForm.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { AskCorrection } from './AskCorrection.tsx';
import { ChangeHome } from './ChangeHome.tsx';
import { codeOf } from './codes.ts';
import { Codes } from './Codes.tsx';
import { HomePeople } from './HomePeople.tsx';
import { PlaceFacts } from './PlaceFacts.tsx';
import { texts } from './texts.ts';

/** One home: each fact with its source, and what may be done about it. */
export function Home({ id }: { id: string }) {
  const home = useSay(readHome, { params: { id } });
  return <Answer of={home}>{(one) => <Facts home={one} />}</Answer>;
}

const sized = (value: number | null, unit = '') =>
  value === null ? '—' : <span className="number">{`${amount(value)} ${unit}`}</span>;

function Facts({ home }: { home: HomeDetail }) {
  const { address, door, use, squareMetres, rooms, people, codes, sources, openCorrections } = home;
  return (
    <div className="stack">
      <div className="row between">
        <h2>
          {address} {door}
        </h2>
        <Acts home={home} />
      </div>
      {openCorrections > 0 && (
        <Link to={`/corrections?subject=${home.id}`}>{t(texts.openCorrections, { n: openCorrections })}</Link>
      )}
      <PlaceFacts
        names={homeFields}
        sources={sources}
        values={{
          address: `${address} ${door}`,
          use: t(homeUses[use]),
          squareMetres: sized(squareMetres, '㎡'),
          rooms: sized(rooms),
          realEstateUnit: codeOf(codes, 'real_estate_unit'),
          houseCode: codeOf(codes, 'house'),
        }}
      />
      <dl className="facts">
        <dt>{t(texts.people)}</dt>
        <dd className="number">{people}</dd>
        <dt>{t(texts.allCodes)}</dt>
        <dd>
          <Codes codes={codes} />
        </dd>
      </dl>
      <HomePeople home={home} />
    </div>
  );
}

function Acts({ home }: { home: HomeDetail }) {
  if (!mayCall(useMe(), changeHome)) return null;
  return (
    <span className="row">
      <OpenForm label={texts.correct}>{(close) => <Correct id={home.id} onDone={close} />}</OpenForm>
      <OpenForm label={texts.change} type="primary" width={620}>
        {(close) => <ChangeHome home={home} onDone={close} />}
      </OpenForm>
    </span>
  );
}

function Correct({ id, onDone }: { id: string; onDone: () => void }) {
  const done = useDone();
  const act = useAct(askHomeCorrection, () => {
    done(texts.correct);
    onDone();
  });
  return (
    <AskCorrection
      names={homeChangeable}
      choices={{ use: homeUses }}
      act={act}
      onSend={({ field, value, ...words }) =>
        act.mutate({ params: { id }, body: { wishes: [{ field, value }], ...words } })
      }
      onCancel={onDone}
    />
  );
}
