import type * as told from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import { decide, type Decision } from '../domain/dispatch.ts';
import type { ListRow, ResponsibilityList } from '../domain/list.ts';
import { METHOD, suggestTypes } from '../domain/suggest.ts';
import { findCase } from '../store/case.ts';
import { listInForce } from '../store/list.ts';
import { kindsOfUnits } from '../store/list-units.ts';
import { decisionOn } from './matter.ts';
import { findNearby } from './nearby.ts';

/** Type, owner and duplicates as the text and the list suggest them, each with its reason; it changes nothing. */
export async function suggest(work: Work, id: string): Promise<Out<typeof told.suggest>> {
  const theCase = await findCase(work, id);
  const list = await listInForce(work);
  const types = suggestTypes(list, `${theCase.title} ${theCase.text}`);
  const decision = await ownerOf(work, theCase, list, theCase.type ?? types[0]?.type ?? null);
  const duplicates = await findNearby(work, {
    lng: theCase.lng,
    lat: theCase.lat,
    text: theCase.text,
    type: theCase.type,
    except: theCase.id,
  });
  return {
    types,
    decision: decision === null ? null : viewOfDecision(decision),
    duplicates,
    version: `${METHOD}/list-${list.version}`,
  };
}

/** By the version the case was registered under or, before that, by the list in force and the likeliest type. */
async function ownerOf(
  work: Work,
  theCase: Case,
  list: ResponsibilityList,
  type: string | null,
): Promise<Decision | null> {
  if (type === null) return null;
  if (theCase.registeredAt !== null && theCase.listVersion !== null) return decisionOn(work, theCase);
  return decide(list, await kindsOfUnits(work), {
    type,
    placeKind: theCase.placeKind,
    community: theCase.community,
    at: theCase.reportedAt,
  });
}

const viewOfDecision = ({
  basis,
  row,
  version,
  lead,
  co,
  whyZh,
  whyEn,
  alternatives,
}: Decision): Out<typeof told.suggest>['decision'] => ({
  basis,
  rowKey: row?.rowKey ?? null,
  listVersion: version,
  lead,
  co: [...co],
  whyZh,
  whyEn,
  alternatives: [...alternatives],
});

/** Types for the words somebody is writing; the public is shown only what the public can follow. */
export async function suggestForText(work: Work, text: string): Promise<Out<typeof told.suggestType>> {
  const open = (row: ListRow) => work.actor.kind === 'staff' || row.residentVisible;
  return { types: suggestTypes(await listInForce(work), text, open) };
}

/** The types of the list in force, one line each; where a type has several rows the first speaks for it. */
export async function types(work: Work): Promise<Out<typeof told.listTypes>> {
  const list = await listInForce(work);
  const firsts = [...list.byType.values()].flatMap((rows) => rows[0] ?? []);
  return {
    version: list.version,
    types: firsts.map((row) => ({
      type: row.type,
      majorZh: row.majorZh,
      name: { zh: row.zh, en: row.en },
      class: row.class,
      grade: row.grade,
      basis: row.basis,
      limit: row.limit,
      registerCondition: row.registerCondition,
      closeCondition: row.closeCondition,
      onTheSpot: row.onTheSpot,
      residentVisible: row.residentVisible,
      elastic: row.elastic,
    })),
  };
}
