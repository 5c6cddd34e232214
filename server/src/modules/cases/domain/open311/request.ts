import type { Channel, Class, PlaceKind } from '@fengqiao/contract/cases/words.ts';
import { w3c, type Fields } from './document.ts';
import type { Lang } from './input.ts';
import { nameOf, noticeOf, type Service } from './service.ts';
import { notesOf, statusOf, type Ended } from './status.ts';

/** A case as it is read for the public; nothing in it says who reported it. */
export type PublicCase = Ended & {
  readonly id: string;
  readonly no: string;
  readonly type: string;
  readonly channel: Channel;
  readonly class: Class | null;
  readonly placeKind: PlaceKind | null;
  readonly title: string;
  readonly text: string;
  readonly lng: number;
  readonly lat: number;
  readonly address: string;
  readonly leadZh: string | null;
  readonly leadEn: string | null;
  readonly dueAt: Date | null;
  readonly reportedAt: Date;
  readonly updatedAt: Date;
  readonly endedAt: Date | null;
  readonly mediaUrl: string | null;
};

/** What a street says about itself: whether pictures may be shown, and the postal code of its addresses. */
export type House = { readonly mediaPublic: boolean; readonly zipcode: string | null };

/** Characters a client may have mistaken for a place to write phones and documents in. */
const NUMBERS = /\d[\d -]{5,}\d/g;
const ADDRESSES = /[\w.+-]+@[\w-]+(\.[\w-]+)+/g;

/** Words for everybody: without long numbers and e-mail addresses, which may be somebody's. */
export const forAll = (text: string): string => text.replaceAll(ADDRESSES, '…').replaceAll(NUMBERS, '…');

/** A quarrel, or something at home: where exactly and what was said is nobody else's business. */
const isPrivate = ({ class: kind, placeKind }: PublicCase): boolean =>
  kind === 'mediation' || placeKind === 'indoor';

const unseen: readonly string[] = ['received', 'verifying', 'declined', 'voided'];

/**
 * What is told of its words: all of them when they came in by Open311, where they were written to be public; otherwise its
 * title, once somebody of the centre has read it.
 */
function wordsOf(theCase: PublicCase, service: Service, lang: Lang): string {
  if (isPrivate(theCase)) return nameOf(service, lang);
  if (theCase.channel === 'open311') return forAll(theCase.text);
  return unseen.includes(theCase.state) ? nameOf(service, lang) : forAll(theCase.title);
}

const COARSE = 100;
const coarse = (degrees: number) => Math.round(degrees * COARSE) / COARSE;
const ZIP = /(?:^|[\s,，])(\d{5,6})$/;

/** A request as Open311 shows it, with the fields of the specification in its order. */
export function requestFields(
  theCase: PublicCase,
  { service, lang, house }: { service: Service; lang: Lang; house: House },
): Fields {
  const hidden = isPrivate(theCase);
  const closed = statusOf(theCase.state) === 'closed';
  return {
    service_request_id: theCase.no,
    status: statusOf(theCase.state),
    status_notes: notesOf(theCase, lang),
    service_name: nameOf(service, lang),
    service_code: theCase.type,
    description: wordsOf(theCase, service, lang),
    agency_responsible: lang === 'en' ? theCase.leadEn : theCase.leadZh,
    service_notice: closed ? null : noticeOf(service.first, lang),
    requested_datetime: w3c(theCase.reportedAt),
    updated_datetime: w3c(closed ? (theCase.endedAt ?? theCase.updatedAt) : theCase.updatedAt),
    expected_datetime: w3c(theCase.dueAt),
    address: hidden ? null : theCase.address,
    address_id: null,
    zipcode: ZIP.exec(theCase.address)?.[1] ?? house.zipcode,
    lat: hidden ? coarse(theCase.lat) : theCase.lat,
    long: hidden ? coarse(theCase.lng) : theCase.lng,
    media_url: house.mediaPublic && !hidden ? theCase.mediaUrl : null,
  };
}
