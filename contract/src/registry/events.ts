import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Day, keysOf, OneOf, Text, Uuid } from '../shapes.ts';
import { takers } from './people-words.ts';
import { PersonStateName, RelationName } from './words.ts';

/** Events that are noted by hand, and of which facts each needs one at least. */
export const eventNeeds = {
  moved_in: ['address'],
  moved: ['address'],
  moved_out: [],
  returned: [],
  household_changed: ['household', 'relation'],
  married: [],
  divorced: [],
  died: [],
} as const satisfies Record<string, readonly ('address' | 'household' | 'relation')[]>;
export type NotableEvent = keyof typeof eventNeeds;

export const noteLifeEvent = route({
  id: 'registry.noteLifeEvent',
  method: 'POST',
  path: '/registry/people/:id/events',
  who: takers,
  says: {
    zh: '记一件人口变动：迁入、变更住址、迁出、迁回、变更户、结婚、离婚、去世；状态、住址、户随之改变，说明依据。',
    en: 'Note that somebody moved in, moved house, moved away, came back, changed household, married, divorced or died; state, home and household follow, and it is said from where it is known.',
  },
  params: ById,
  body: Shape({
    kind: OneOf(keysOf(eventNeeds)),
    at: Day,
    source: Text(2, 60),
    address: Type.Optional(Text(2, 120)),
    household: Type.Optional(Text(1, 40)),
    relation: Type.Optional(RelationName),
    /** The number of the paper of whom they married or parted from; the same is noted of them. */
    partner: Type.Optional(Text(4, 30)),
  }),
  reply: Shape({ id: Uuid, state: PersonStateName }),
});

export const noteBirth = route({
  id: 'registry.noteBirth',
  method: 'POST',
  path: '/registry/people/:id/births',
  who: takers,
  says: {
    zh: '登记出生：在父亲或母亲的登记上记下新生儿，随其住房和户登记。',
    en: 'Note a birth on the row of the father or mother: the child is written down in their home and household.',
  },
  params: ById,
  body: Shape({
    name: Text(1, 60),
    sex: OneOf(['1', '2'] as const),
    idNumber: Type.Optional(Text(4, 30)),
    at: Day,
    source: Text(2, 60),
  }),
  reply: Shape({ id: Uuid }),
});
