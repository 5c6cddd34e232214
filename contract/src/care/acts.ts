import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Day, Done, keysOf, OneOf, Reason, Text, Uuid, Words } from '../shapes.ts';
import { careStaff } from './records.ts';
import { CareKindName, careSeats, chosenEndings } from './words.ts';

/** Help agreed with the person 帮扶措施. */
export const Measures = Type.Array(Words(2, 200), { minItems: 1, maxItems: 10 });

export const proposeCare = route({
  id: 'care.propose',
  method: 'POST',
  path: '/care/records',
  who: careStaff,
  stepUp: true,
  apart: true,
  says: {
    zh: '提出一份关爱记录：按姓名和证件号码对应人口库中的一个人，由本单位指定的另一名同事审批后生效。',
    en: 'Propose a special-care record about one person of the registry, by name and ID number; a named colleague of the same unit has to approve it.',
  },
  body: Shape({
    name: Words(1, 60),
    idNumber: Text(6, 30),
    kind: CareKindName,
    paper: Words(4, 200),
    why: Words(4, 500),
    measures: Measures,
    contactOn: Day,
    until: Day,
    second: Uuid,
  }),
  reply: Shape({ id: Uuid }),
});

export const decideCare = route({
  id: 'care.decide',
  method: 'POST',
  path: '/care/records/:id/decision',
  who: careStaff,
  stepUp: true,
  apart: true,
  says: {
    zh: '被指定的同事审批一份关爱记录；同意后即为该记录的 B 角。',
    en: 'The named colleague decides about a proposed record, and knows of it from then on.',
  },
  params: ById,
  body: Shape({ approve: Type.Boolean(), answer: Reason }),
  reply: Done,
});

export const noteCare = route({
  id: 'care.note',
  method: 'POST',
  path: '/care/records/:id/notes',
  who: careStaff,
  apart: true,
  says: {
    zh: '记下一次联系或走访，并约定下次联系日期。',
    en: 'Note a contact or a visit, and when the person hears from us next.',
  },
  params: ById,
  body: Shape({ text: Words(2, 1000), contactOn: Day }),
  reply: Done,
});

export const changeCareMeasures = route({
  id: 'care.measures',
  method: 'POST',
  path: '/care/records/:id/measures',
  who: careStaff,
  apart: true,
  says: { zh: '与本人商定后调整帮扶措施。', en: 'Change the help, as agreed with the person.' },
  params: ById,
  body: Shape({ measures: Measures }),
  reply: Done,
});

export const closeCare = route({
  id: 'care.close',
  method: 'POST',
  path: '/care/records/:id/closing',
  who: careStaff,
  apart: true,
  says: {
    zh: '说明原因，结束一份关爱记录；满保留期后删除。',
    en: 'End a record, with a reason; it is deleted when its time of keeping is over.',
  },
  params: ById,
  body: Shape({ ending: OneOf(chosenEndings), words: Reason }),
  reply: Done,
});

export const handOverCare = route({
  id: 'care.handOver',
  method: 'POST',
  path: '/care/records/:id/handovers',
  who: careStaff,
  apart: true,
  says: {
    zh: '申请把承办人或 B 角的位置交给本单位另一名同事；由留下的一人决定，另一人已离岗的由接手人决定。',
    en: 'Ask to hand one of the two seats to a colleague; whoever stays decides, or the colleague where the other has left office.',
  },
  params: ById,
  body: Shape({ seat: OneOf(keysOf(careSeats)), to: Uuid, reason: Reason }),
  reply: Done,
});

export const decideHandover = route({
  id: 'care.decideHandover',
  method: 'POST',
  path: '/care/records/:id/handovers/decision',
  who: careStaff,
  stepUp: true,
  apart: true,
  says: { zh: '决定是否同意交接。', en: 'Decide about a hand-over.' },
  params: ById,
  body: Shape({ approve: Type.Boolean() }),
  reply: Done,
});
