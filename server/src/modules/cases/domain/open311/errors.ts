import { refusals, type RefusalCode } from '@fengqiao/contract/refusals.ts';
import type { Document } from './document.ts';
import type { Lang, Wrong } from './input.ts';

type No = {
  readonly code: RefusalCode;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;
};

/** A refusal in the form of the specification, one error for each thing that is wrong. */
export function errorsOf(
  { code, status: own, details }: No,
  lang: Lang,
): { status: number; document: Document } {
  const status = statusFor(own);
  const problems = problemsIn(details);
  const said = refusals[code][lang];
  const about = [details['parameter'], details['value']]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' = ');
  const texts =
    problems.length > 0
      ? problems.map(({ parameter, ...words }) =>
          [parameter, words[lang]].filter((part) => part !== '').join(' '),
        )
      : [about === '' ? said : `${said} (${about})`];
  return {
    status,
    document: {
      root: 'errors',
      content: { item: 'error', rows: texts.map((description) => ({ code: status, description })) },
    },
  };
}

/** The specification knows 400, 403 and 404; that one is too fast or the server cannot now is said as HTTP says it. */
function statusFor(status: number): number {
  if (status === 404 || status === 403 || status === 429 || status >= 500) return status;
  return status === 401 ? 403 : 400;
}

function problemsIn(details: Readonly<Record<string, unknown>>): Wrong[] {
  const found: readonly unknown[] = Array.isArray(details['problems']) ? details['problems'] : [];
  return found.flatMap((one) => {
    if (typeof one !== 'object' || one === null || !('zh' in one) || !('en' in one)) return [];
    const parameter = 'parameter' in one ? String(one.parameter) : 'at' in one ? String(one.at) : '';
    return [{ parameter, zh: String(one.zh), en: String(one.en) }];
  });
}

const CHANGESET = '2026-11-01T00:00:00Z';

/** The service discovery document: where the endpoint is and what it speaks. */
export function discovery(url: string): Document {
  const endpoint = {
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url,
    changeset: CHANGESET,
    type: 'production',
    formats: { item: 'format', rows: [{ type: 'text/xml' }, { type: 'application/json' }] },
  };
  return {
    root: 'discovery',
    content: {
      changeset: CHANGESET,
      contact: '',
      key_service: '',
      endpoints: { item: 'endpoint', rows: [endpoint] },
    },
  };
}
