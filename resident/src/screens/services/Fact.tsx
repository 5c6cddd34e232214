import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Badge } from '@fengqiao/ui/phone/Badge.tsx';
import { texts } from './texts.ts';

type Told = Both & { readonly sure: boolean };

/** One answer about an item; what was not checked never looks certain. `instead` is said where nothing is known. */
export function Fact({ title, told, instead }: { title: Both; told: Told | null; instead?: Both }) {
  if (told === null && instead === undefined) return null;
  return (
    <div>
      <h2>{t(title)}</h2>
      <p>{t(told ?? instead ?? title)}</p>
      {told?.sure === false && <Confirm />}
    </div>
  );
}

/** Said beside whatever was not checked against the norm, or depends on what a window can look up. */
export const Confirm = () => (
  <p>
    <Badge tone="warn" icon="alert">
      {t(texts.confirm)}
    </Badge>
  </p>
);
