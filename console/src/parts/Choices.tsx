import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';

type ChoicesProps<K extends string> = {
  name: string;
  label: Both;
  of: Readonly<Record<K, Both>>;
  usual: NoInfer<K>;
};

/** The choice that stands in the address under a name. */
export function useChoice<K extends string>({
  name,
  of,
  usual,
}: Pick<ChoicesProps<K>, 'name' | 'of' | 'usual'>): K {
  const [asked] = useSearchParams();
  return among(keysOf(of), asked.get(name)) ?? usual;
}

/** One of a few views of a list; the choice stands in the address. */
export function Choices<K extends string>({ name, label, of, usual }: ChoicesProps<K>) {
  const [asked, setAsked] = useSearchParams();
  const chosen = among(keysOf(of), asked.get(name)) ?? usual;
  return (
    <Segmented<K>
      aria-label={t(label)}
      value={chosen}
      options={keysOf(of).map((value) => ({ value, label: t(of[value]) }))}
      onChange={(value) =>
        setAsked(
          (now) => {
            const next = new URLSearchParams(now);
            next.set(name, value);
            return next;
          },
          { replace: true },
        )
      }
    />
  );
}
