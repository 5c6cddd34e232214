import Type, { type Static } from 'typebox';
import type { Both } from '../both.ts';
import { Shape } from '../route.ts';
import { keysOf, OneOf, Text } from '../shapes.ts';

/** What may be wrong with a row; one with any of these is not taken in, all others are. */
export const registryRowProblems = {
  row_broken: {
    zh: '此行列数或引号与表头不符',
    en: 'The row does not have the columns of the header, or a quote is missing',
  },
  name_missing: { zh: '缺少姓名或名称', en: 'It has no name' },
  name_unusable: { zh: '姓名过长或含有数字、符号', en: 'The name is too long or holds digits or signs' },
  id_missing: {
    zh: '缺少证件号码，且没有出生日期可供识别',
    en: 'It has neither the number of a paper nor a birth date to know the person by',
  },
  id_malformed: { zh: '证件号码格式不对', en: 'The number of the paper is malformed' },
  id_checksum: { zh: '证件号码校验位不对', en: 'The check digit of the number is wrong' },
  id_date: { zh: '证件号码中的出生日期不存在', en: 'The birth date in the number is no day of the calendar' },
  id_old: { zh: '15 位旧身份证号，已停用', en: 'An old number of 15 digits, no longer valid' },
  id_twice: { zh: '同一证件号码在文件中重复', en: 'The same number stands in the file twice' },
  kind_unknown: { zh: '类别无法识别', en: 'Its kind is not known' },
  birth_unreadable: {
    zh: '出生日期无法识别或在将来',
    en: 'The birth date cannot be read or lies in the future',
  },
  credit_malformed: { zh: '统一社会信用代码格式不对', en: 'The credit code is malformed' },
  credit_checksum: { zh: '统一社会信用代码校验位不对', en: 'The check sign of the credit code is wrong' },
  address_missing: { zh: '缺少地址', en: 'It has no address' },
  address_unreadable: { zh: '地址无法拆解为标准要素', en: 'The address cannot be taken apart' },
  home_unknown: { zh: '房屋所在楼栋不在本街道建筑库', en: 'Its building is not among those of the street' },
  number_unreadable: { zh: '数字无法识别', en: 'A number cannot be read' },
} as const satisfies Record<string, Both>;
export type RegistryRowProblem = keyof typeof registryRowProblems;

/** What whoever imports should know of a row that is taken in all the same. */
export const registryRowNotes = {
  phone_unusable: { zh: '电话号码不对，未采用', en: 'The phone number is wrong and was left out' },
  address_unknown: {
    zh: '地址不在本街道建筑库，未落格',
    en: 'The address is in no building of the street, so the row lies in no grid',
  },
  birth_differs: {
    zh: '出生日期与证件号码不符，以证件号码为准',
    en: 'The birth date differs from the number; the number holds',
  },
  sex_differs: {
    zh: '性别与证件号码不符，以证件号码为准',
    en: 'The sex differs from the number; the number holds',
  },
  relation_unknown: {
    zh: '与户主关系无法识别，记为其他',
    en: 'The relation to the head is not known; taken as other',
  },
  since_unreadable: {
    zh: '迁入日期无法识别，未采用',
    en: 'The date of moving in cannot be read and was left out',
  },
  owner_unknown: { zh: '产权人不在人口库，未关联', en: 'The owner is not in the registry; not linked' },
} as const satisfies Record<string, Both>;
export type RegistryRowNote = keyof typeof registryRowNotes;

const Column = Text(1, 120);

/** How the columns of a table are read: field → column; words of a column → our values; values where a cell is empty. */
export const RegistryMapping = Shape({
  fields: Type.Record(Type.String({ maxLength: 40 }), Column, { maxProperties: 40 }),
  words: Type.Optional(
    Type.Record(
      Type.String({ maxLength: 40 }),
      Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 40 }), { maxProperties: 200 }),
      { maxProperties: 20 },
    ),
  ),
  defaults: Type.Optional(
    Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 60 }), { maxProperties: 20 }),
  ),
});
export type RegistryMapping = Static<typeof RegistryMapping>;

export const importStates = {
  checking: { zh: '校验中', en: 'Checking' },
  checked: { zh: '待确认', en: 'Checked' },
  applying: { zh: '写入中', en: 'Applying' },
  applied: { zh: '已写入', en: 'Applied' },
  undoing: { zh: '撤销中', en: 'Taking back' },
  undone: { zh: '已撤销', en: 'Taken back' },
  failed: { zh: '中断', en: 'Stopped' },
} as const satisfies Record<string, Both>;
export type ImportState = keyof typeof importStates;
export const ImportStateName = OneOf(keysOf(importStates));
