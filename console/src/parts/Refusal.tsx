import { Alert, Button } from 'antd';
import type { Refused } from '@fengqiao/contract/client.ts';
import { named, t } from '@fengqiao/ui/language.ts';
import { texts } from './texts.ts';

type Said = { readonly at?: string; readonly zh: string; readonly en: string };

const isSaid = (one: unknown): one is Said =>
  typeof one === 'object' &&
  one !== null &&
  'zh' in one &&
  'en' in one &&
  typeof one.zh === 'string' &&
  typeof one.en === 'string';

/** What the server named beside its sentence, such as the fields or the evidence that are missing. */
function saidOf({ details }: Refused): Said[] {
  return Object.values(details).flatMap((detail) => (Array.isArray(detail) ? detail.filter(isSaid) : []));
}

/** Why the server said no, and what to do about it. */
export function Refusal({ error, onAgain }: { error: Refused | null | undefined; onAgain?: () => void }) {
  if (error === null || error === undefined) return null;
  const said = saidOf(error);
  const request = error.details['request'];
  const more = said.length > 0 || typeof request === 'string';
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      title={t(error)}
      description={
        more && (
          <>
            {said.length > 0 && (
              <ul>
                {said.map((one) => (
                  <li key={`${one.at}${one.zh}`}>
                    {one.at ? named(one.at) : ''}
                    {t(one)}
                  </li>
                ))}
              </ul>
            )}
            {typeof request === 'string' && (
              <span className="small">{t(texts.requestNo, { no: request })}</span>
            )}
          </>
        )
      }
      action={
        onAgain && (
          <Button size="small" onClick={onAgain}>
            {t(texts.again)}
          </Button>
        )
      }
    />
  );
}
