import type { LightMyRequestResponse } from 'fastify';
import type { RequestView } from '@fengqiao/contract/catalogue/requests.ts';
import type { ResourceRow } from '@fengqiao/contract/catalogue/resources.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import type { TestPerson } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';
import { rooms as house } from '../../app.ts';
import { content, ledgerRoom, publishDrafts } from './catalogue.fixture.ts';
import { catalogueRoomOf } from './index.ts';

/** Who sits where in the tests of sharing. */
const seats = {
  asker: ['department', 'law_enforcement'],
  second: ['department', 'law_enforcement'],
  holder: ['dispatcher', 'centre'],
  dogKeeper: ['department', 'urban_ops'],
  dogHead: ['department', 'urban_ops'],
  company: ['department', 'sanitation_co'],
  stranger: ['community', 'c01'],
  steward: ['steward', 'centre'],
  leader: ['leader', 'street'],
  bureau: ['district', 'district_command'],
  authority: ['district', 'street'],
  privacy: ['privacy', 'centre'],
} as const satisfies Record<string, readonly [Role, string]>;
export type Seat = keyof typeof seats;

type Reply = Promise<LightMyRequestResponse>;

export type Sharing = {
  readonly world: World;
  /** A resource whose rows are read here, kept by the centre; and one whose data lies with its unit. */
  readonly ledger: string;
  readonly dogs: string;
  who(seat: Seat): TestPerson;
  post(by: Seat, path: string, body?: unknown): Reply;
  /** What law enforcement asks of the centre, unless told otherwise. */
  asking(of?: Record<string, unknown>): Record<string, unknown>;
  read(by: Seat, id: string): Promise<RequestView>;
  submitted(of?: Record<string, unknown>): Promise<RequestView>;
  active(fields?: readonly string[]): Promise<RequestView>;
  /** How many messages somebody has about a request that say this. */
  tellings(by: Seat, no: string, words: string): Promise<number>;
};

export const view = async (reply: Reply): Promise<RequestView> => (await reply).json<RequestView>();

/** The code of a refusal, or that it was allowed. */
export async function code(reply: Reply): Promise<string> {
  const { statusCode, json } = await reply;
  return statusCode < 400 ? 'allowed' : json<{ code: string }>().code;
}

/** A street whose units share a ledger of people and the dogs of one of them. */
export async function startSharing(): Promise<Sharing> {
  const rooms = [...house.filter(({ name }) => name !== 'catalogue'), ledgerRoom];
  const world = await startWorld({ rooms: [...rooms, catalogueRoomOf(() => [ledgerRoom])] });
  const people = new Map<Seat, TestPerson>();
  for (const seat of keysOf(seats)) {
    const [role, unit] = seats[seat];
    people.set(seat, await world.person(role, unit));
  }
  await world.settle();
  await publishDrafts(world);
  const who = (seat: Seat): TestPerson => {
    const found = people.get(seat);
    if (found === undefined) throw new Error(`nobody sits as ${seat}`);
    return found;
  };
  const post = (by: Seat, path: string, body: unknown = {}) =>
    world.as(who(by)).post(`/api/catalogue/${path}`, body);
  const { items } = (await world.as(who('steward')).get('/api/catalogue/resources')).json<{
    items: ResourceRow[];
  }>();
  const ledger = items.find(({ connected }) => connected)?.id ?? '';
  const dogs = await publish(post);
  const asking = (of: Record<string, unknown> = {}) => ({ ...usual, resource: ledger, ...of });
  const submitted = async (of: Record<string, unknown> = {}) => {
    const { row } = await view(post('asker', 'requests', asking(of)));
    return view(post('second', `requests/${row.id}/approval`));
  };
  return {
    world,
    ledger,
    dogs,
    who,
    post,
    asking,
    submitted,
    read: (by, id) => view(world.as(who(by)).get(`/api/catalogue/requests/${id}`)),
    active: async (fields = ['name', 'phone']) => {
      const { row } = await submitted();
      await post('holder', `requests/${row.id}/grant`, { fields, answer: '同意按需提供' });
      return view(post('holder', `requests/${row.id}/delivery`, { delivery: '通过本平台接口提供' }));
    },
    tellings: async (by, no, words) =>
      (await world.as(who(by)).get('/api/messages?limit=100'))
        .json<{ items: { zh: string }[] }>()
        .items.filter(({ zh }) => zh.includes(no) && zh.includes(words)).length,
  };
}

async function publish(post: Sharing['post']): Promise<string> {
  const proposed = await post('dogKeeper', 'proposals', { content, reason: '新建台账' });
  const { id } = proposed.json<{ id: string }>();
  await post('dogHead', `proposals/${id}/endorsement`);
  const published = await post('steward', `proposals/${id}/publication`);
  return published.json<{ row: ResourceRow }>().row.id;
}

const usual = {
  kind: 'share',
  fields: ['name', 'phone'],
  basis: '依照三定方案履行执法职责',
  scenario: '核对当事人联系方式',
  scope: '仅限执法案件经办人',
  method: 'service_api',
  from: '2026-11-23',
  until: '2027-05-23',
};
