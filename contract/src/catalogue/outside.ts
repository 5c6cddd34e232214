import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Day, Reason, Uuid, Words } from '../shapes.ts';
import { FieldName, RequestView } from './requests.ts';
import { catalogueProviders } from './resources.ts';
import { OutsideOutcomeName, OutsideWayName, RefusalGroundName } from './words.ts';

export const recordOutside = route({
  id: 'catalogue.recordOutside',
  method: 'POST',
  path: '/catalogue/requests/:id/outside',
  who: catalogueProviders,
  says: {
    zh: '登记经省、市、区共享平台或函件取得的答复：受理编号、日期、结果、数据项和附件；由本单位另一人确认后生效。',
    en: 'Record what came through the sharing platform of an upper level or by letter: number, day, outcome, fields, file; a second person of the unit confirms it.',
  },
  params: ById,
  body: Shape({
    through: OutsideWayName,
    /** 受理编号 */
    reference: Words(2, 60),
    answeredOn: Day,
    outcome: OutsideOutcomeName,
    /** Which fields were granted or delivered. */
    fields: Type.Array(FieldName, { maxItems: 80, uniqueItems: true }),
    /** Needed for a refusal. */
    ground: Type.Optional(RefusalGroundName),
    text: Reason,
    file: Type.Optional(Uuid),
  }),
  reply: RequestView,
});

export const confirmOutside = route({
  id: 'catalogue.confirmOutside',
  method: 'POST',
  path: '/catalogue/requests/:id/outside/confirmation',
  who: catalogueProviders,
  says: {
    zh: '本单位另一人核对后确认所登记的答复，申请随之推进。',
    en: 'A second person of the unit checks and confirms the record, and the request moves.',
  },
  params: ById,
  reply: RequestView,
});

export const rejectOutside = route({
  id: 'catalogue.rejectOutside',
  method: 'POST',
  path: '/catalogue/requests/:id/outside/rejection',
  who: catalogueProviders,
  says: {
    zh: '本单位另一人不认可所登记的答复，并说明理由。',
    en: 'A second person of the unit rejects the record, and says why.',
  },
  params: ById,
  body: Shape({ reason: Reason }),
  reply: RequestView,
});
