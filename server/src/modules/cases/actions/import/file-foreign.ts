import type { Work } from '#platform/work.ts';
import type { Case } from '../../domain/case.ts';
import { fileForeignClosed, fileForeignVoid, rowOfForeign, sourceOf } from '../../domain/import/foreign.ts';
import type { Foreign } from '../../domain/import/row.ts';
import type { ResponsibilityList } from '../../domain/list.ts';
import { newCase } from '../../domain/new-case.ts';
import { insertFiled, newNumbers, type Filed } from '../../store/import-cases.ts';
import type { NewReport } from '../../store/report.ts';
import { newTracking } from '../tracking.ts';

export type Importing = { readonly system: string; readonly run: string; readonly list: ResponsibilityList };

/** Takes in cases that ended elsewhere, many at a time: each is opened and filed by the rules of the domain, then all are written. */
export async function fileForeign(
  work: Work,
  ended: readonly Foreign[],
  importing: Importing,
): Promise<void> {
  if (ended.length === 0) return;
  const numbers = await newNumbers(work, ended.length);
  await insertFiled(
    work,
    ended.map((foreign, i) => filedOf(work, foreign, numbers[i] ?? '', importing)),
  );
}

function filedOf(work: Work, foreign: Foreign, no: string, { system, run, list }: Importing): Filed {
  const { title, text, lng, lat, address, located, reportedAt } = foreign;
  const words = text === '' ? (title ?? list.byType.get(foreign.type)?.[0]?.zh ?? foreign.type) : text;
  const opened = newCase(
    {
      id: work.newId(),
      no,
      channel: 'import',
      row: null,
      title,
      text: words,
      lng,
      lat,
      address,
      placeKind: null,
      located,
      finder: null,
      reportedAt,
    },
    work.now,
  );
  const filing = { row: rowOfForeign(list, foreign, opened), version: list.version };
  const isVoid = foreign.status === 'void';
  const ended = (isVoid ? fileForeignVoid : fileForeignClosed)(opened, foreign, filing, work.now);
  const source = sourceOf(foreign, system, run);
  const facts = {
    system,
    id: foreign.id,
    status: foreign.statusSaid,
    owner: foreign.owner,
    closedAt: source.closedAt,
  };
  const acts = [
    {
      kind: 'report',
      before: null,
      after: opened.state,
      facts: { channel: 'import', system, id: foreign.id, from: foreign.channel, type: foreign.type },
    },
    { kind: isVoid ? 'void_elsewhere' : 'file_elsewhere', before: opened.state, after: ended.state, facts },
  ];
  return { theCase: ended, report: reportOf(work, ended, foreign), source, acts };
}

const reportOf = (work: Work, theCase: Case, { lng, lat, channel, id }: Foreign): NewReport => ({
  id: work.newId(),
  caseId: theCase.id,
  channel: 'import',
  account: null,
  contact: null,
  takenBy: null,
  text: theCase.text,
  lng,
  lat,
  accuracy: null,
  address: theCase.address,
  wishesAnonymous: false,
  files: [],
  trackingHash: newTracking(work).hash,
  facts: { externalId: id, ...(channel === null ? {} : { channel }) },
  reportedAt: theCase.reportedAt,
});
