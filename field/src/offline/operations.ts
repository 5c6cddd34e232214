import {
  acknowledge,
  checkCase,
  reportFound,
  reportHandled,
  reportTask,
  reportVerification,
} from '@fengqiao/contract/cases.ts';
import { enterMandate } from '@fengqiao/contract/mandates.ts';
import type { In, Route } from '@fengqiao/contract/route.ts';
import { makeAppeal, recordPatrol, recordVisit } from '@fengqiao/contract/rounds.ts';

/** Every act that can wait on the phone, by the operation of the contract it becomes. */
export const operations = {
  found: reportFound,
  acknowledge,
  verification: reportVerification,
  handled: reportHandled,
  check: checkCase,
  task: reportTask,
  patrol: recordPatrol,
  visit: recordVisit,
  mandate: enterMandate,
  appeal: makeAppeal,
} as const satisfies Record<string, Route>;
export type OpType = keyof typeof operations;
export const isOpType = (name: string): name is OpType => Object.hasOwn(operations, name);

/** What an act says, and how the list of what waits calls it. */
export type Payload<T extends OpType = OpType> = {
  readonly params?: In<(typeof operations)[T]>['params'];
  readonly body: In<(typeof operations)[T]>['body'];
  readonly title: string;
  /** The matter it is about, to look at when the server says no. */
  readonly caseId?: string;
};

const BLOB = 'blob:';
const ANSWER = 'answer:';

/** Stands in a payload for the file that a photo or sound becomes once it is on the server. */
export const fileOf = (sha256: string): string => `${BLOB}${sha256}`;
/** Stands for a field of what the server answers to an earlier act. */
export const answerOf = (opId: string, field: string): string => `${ANSWER}${opId}:${field}`;

/** Every photo and sound a payload names, each once. */
export const blobsIn = (payload: unknown): string[] => [
  ...new Set(textsIn(payload).flatMap((text) => (text.startsWith(BLOB) ? [text.slice(BLOB.length)] : []))),
];

/** The payload with what stood for files and answers put in. */
export function filledIn<T>(payload: T, known: ReadonlyMap<string, string>): T {
  return JSON.parse(JSON.stringify(payload), (_name, value: unknown) =>
    typeof value === 'string' ? (known.get(value) ?? value) : value,
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** What later acts may ask of an answer. */
export const answersOf = (opId: string, result: unknown): [string, string][] =>
  typeof result === 'object' && result !== null
    ? Object.entries(result).flatMap(([field, value]) =>
        typeof value === 'string' ? [[answerOf(opId, field), value] satisfies [string, string]] : [],
      )
    : [];
