import type { Channel, PlaceKind } from '@fengqiao/contract/cases/words.ts';
import { seenBy } from './acting.ts';
import type { Case } from './case.ts';
import { titleOf } from './intake.ts';
import type { ListRow } from './list.ts';

/** What a case is opened with, from whatever channel. */
export type Opening = {
  readonly id: string;
  readonly no: string;
  readonly channel: Channel;
  /** The row of the type somebody chose: a suggestion until it is registered, but a sensitive one hides the case at once. */
  readonly row: ListRow | null;
  readonly title: string | undefined;
  readonly text: string;
  readonly lng: number;
  readonly lat: number;
  readonly address: string;
  readonly placeKind: PlaceKind | null;
  readonly located: { readonly community: string | null; readonly grid: string | null };
  /** The unit of whoever found it, where one of the staff did; what staff found counts as verified. */
  readonly finder: string | null;
  readonly reportedAt: Date;
};

/** A case as it stands when the first report of it has come in (state received). */
export function newCase(
  { id, no, channel, row, title, text, lng, lat, address, placeKind, located, finder, reportedAt }: Opening,
  now: Date,
): Case {
  const sensitive = row?.sensitive ?? false;
  const { community, grid } = located;
  return {
    id,
    no,
    version: 1,
    state: 'received',
    round: 1,
    channel,
    type: row?.type ?? null,
    listVersion: null,
    rowKey: null,
    class: null,
    grade: null,
    basis: null,
    title: title ?? titleOf(text),
    text,
    lng,
    lat,
    address,
    placeKind,
    community,
    grid,
    lead: null,
    holder: null,
    heldBy: null,
    seenBy: seenBy({ grid, community, sensitive }, [sensitive ? null : finder]),
    sensitive,
    verified: channel === 'field',
    outcome: null,
    exitCode: null,
    handOffs: 0,
    designated: false,
    reports: 1,
    dueAt: null,
    lateSince: null,
    mergedInto: null,
    satisfied: null,
    reportedAt,
    registeredAt: null,
    dispatchedAt: null,
    handledAt: null,
    closedAt: null,
    archivedAt: null,
    updatedAt: now,
  };
}
