import type { Me } from '@fengqiao/contract/identity.ts';
import { t } from './language.ts';

const texts = {
  no: { zh: '备案号 {value}', en: 'Filing no. {value}' },
  authority: { zh: '备案机关 {value}', en: 'filed with {value}' },
  date: { zh: '备案日期 {value}', en: 'on {value}' },
  version: { zh: '版本 {value}', en: 'version {value}' },
  owner: { zh: '主办单位 {value}', en: 'run by {value}' },
} as const;

/** What the foot of every page says of the filing (国办函〔2026〕12号): its number, authority, day, version, and who answers for the site. */
export const filingWords = (filing: Me['filing'] | undefined): string[] =>
  filing === undefined || filing.no === ''
    ? []
    : (['no', 'authority', 'date', 'version', 'owner'] as const).flatMap((name) =>
        filing[name] === '' ? [] : [t(texts[name], { value: filing[name] })],
      );
