import { securityActs, type SecurityAct } from '@fengqiao/contract/audit/security-acts.ts';

/** An entry of the security log as a collector gets it. */
export type Line = {
  readonly street: string;
  readonly id: string;
  readonly at: Date;
  readonly act: SecurityAct;
  readonly result: 'done' | 'refused';
  readonly facts: Readonly<Record<string, string | null>>;
};

/** Facility 13 (log audit); what was done is a notice, what was refused a warning. */
const FACILITY = 13;
const SEVERITY = { done: 5, refused: 4 } as const;
/** RFC 5612 keeps this enterprise number for those who have none of their own. */
const SD_ID = 'fengqiao@32473';

/** One message of RFC 5424: the words for people, the facts for programs. */
export function syslogOf({ street, id, at, act, result, facts }: Line, host: string): string {
  const told = Object.entries({ id, street, kind: securityActs[act].kind, result, ...facts });
  const params = told.flatMap(([name, value]) =>
    value === null ? [] : [` ${name}="${value.replaceAll(/["\\\]]/g, String.raw`\$&`)}"`],
  );
  const head = `<${FACILITY * 8 + SEVERITY[result]}>1 ${at.toISOString()} ${hostName(host)} fengqiao - ${act}`;
  return `${head} [${SD_ID}${params.join('')}] \ufeff${securityActs[act].zh} ${result === 'done' ? '成功' : '未成功'}`;
}

/** Printable ASCII, at most 255 of it; a dash where nothing is left. */
const hostName = (host: string) => host.replaceAll(/[^\x21-\x7e]/g, '').slice(0, 255) || '-';
