import type { ResourceContent } from '@fengqiao/contract/catalogue/resources.ts';
import type { RefusalGround, RequestKind } from '@fengqiao/contract/catalogue/words.ts';

/** What happens to a request, so many days after what happened before. */
export type Step = readonly [
  act:
    | 'approve'
    | 'withdraw'
    | 'supplement'
    | 'supply'
    | 'extend'
    | 'refuse'
    | 'deliver'
    | 'use'
    | 'suspend'
    | 'resume'
    | 'terminate'
    | 'dispose'
    | 'dispute'
    | 'settle'
    | 'outside'
    | 'confirm'
    | 'coordinate'
    | 'arbitrate'
    | 'grant',
  days: number,
  says: string,
  more?: readonly string[] | RefusalGround,
  /** The number of the paper that decided a dispute. */
  decisionNo?: string,
];

/** One request of a unit for the data of another, with all that became of it. */
export type Story = {
  readonly by: string;
  /** Provider and name of the resource; or the bureau that is asked for what stands in no catalogue. */
  readonly of: string;
  readonly kind?: RequestKind;
  readonly fields: readonly string[];
  readonly scenario: string;
  readonly basis?: string;
  readonly daysAgo: number;
  readonly steps: readonly Step[];
};

/** What a bureau is asked for that stands in no catalogue of the street. */
export const wantedOf = ({ scenario }: Pick<Story, 'scenario'>): string => `区级业务库数据：${scenario}`;

export type Doubt = {
  readonly by: string;
  readonly of: string;
  readonly field: string;
  readonly text: string;
  readonly daysAgo: number;
  readonly answer: string | null;
  readonly corrected: boolean;
};

/** A change of law or duty that makes an entry out of date. */
export type Change = {
  readonly of: string;
  readonly change: 'law' | 'decision' | 'duty';
  readonly basis: string;
  readonly daysAgo: number;
};

/** Changes of the catalogue that wait for somebody, or were sent back. */
export type Proposal = {
  readonly of: string;
  readonly change: Partial<ResourceContent>;
  readonly reason: string;
  readonly daysAgo: number;
  readonly endorsed: boolean;
  readonly sentBack: string | null;
};
