import { useSearchParams } from 'react-router';
import { myChildren } from '@fengqiao/contract/registry/children.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Choice } from '@fengqiao/ui/phone/Field.tsx';
import { ChildLooks, MyLooks } from './Looks.tsx';
import { texts } from './texts.ts';

const MYSELF = 'me';

/** The looks at me, or at a child of mine where the registry knows one; whose they are stands in the address. */
export function Whose() {
  const [asked, setAsked] = useSearchParams();
  const children = useSay(myChildren, {}).data?.items ?? [];
  const child = children.find(({ id }) => id === asked.get('child'));
  return (
    <>
      {children.length > 0 && (
        <Choice
          across="row"
          label={t(texts.whose)}
          options={[
            { value: MYSELF, label: t(texts.myself) },
            ...children.map(({ id, name }) => ({ value: id, label: t(texts.child, { name }) })),
          ]}
          value={child?.id ?? MYSELF}
          onChange={(value) => setAsked(value === MYSELF ? {} : { child: value }, { replace: true })}
        />
      )}
      {child === undefined ? (
        <MyLooks />
      ) : (
        <>
          <p className="hint">{t(child.ownBusiness ? texts.childFrom14 : texts.childBelow14)}</p>
          <ChildLooks key={child.id} child={child.id} />
        </>
      )}
    </>
  );
}
