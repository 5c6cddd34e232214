import { ExclamationCircleOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { personHints, searchPeople, type PersonHints } from '@fengqiao/contract/registry/people.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { texts } from './texts.ts';

/** Who may be registered already, masked; a number that is known elsewhere says so and nothing more. */
export function Hints({ hints }: { hints: PersonHints }) {
  return (
    <div aria-live="polite">
      {hints.length > 0 && (
        <div className="heed">
          <strong>
            <ExclamationCircleOutlined aria-hidden /> {t(texts.already)}
          </strong>
          <ul>
            {hints.map(({ why, person }) => (
              <li key={`${why} ${person?.id}`} className="row wrap">
                {t(personHints[why])}
                <Known person={person} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Opened beside the form, so that nothing of it is lost. */
function Known({ person }: Pick<PersonHints[number], 'person'>) {
  const me = useMe();
  if (person === null) return mayCall(me, searchPeople) && <span className="hint">{t(texts.elsewhere)}</span>;
  const words = [person.name, person.phone, person.building].filter((part) => part !== null);
  return (
    <>
      <span className="number">{words.join(' · ')}</span>
      <Link to={`/people/${person.id}?for=register`} target="_blank">
        {t(texts.look)}
      </Link>
    </>
  );
}
