import type { Both } from './both.ts';
import { keysOf, OneOf } from './shapes.ts';

/** How carefully a fact is handled; the same five grades in forms, records, masks and the catalogue. */
export const grades = {
  0: { zh: '公开', en: 'Public' },
  1: { zh: '内部', en: 'Internal' },
  2: { zh: '一般个人信息', en: 'Personal' },
  3: { zh: '敏感个人信息', en: 'Sensitive' },
  4: { zh: '特定身份', en: 'Special care' },
} as const satisfies Record<number, Both>;
export type Grade = keyof typeof grades;

export type MaskName = 'name' | 'phone' | 'email' | 'number' | 'hidden' | 'none';
type Graded = Both & { readonly grade: 2 | 3 | 4; readonly mask: MaskName };

/**
 * Every kind of fact about a person that the house keeps, once: its words, its grade and how it looks when it is masked.
 * Access records name these; a birth date is hidden whole, since beside a masked identity number it would complete it.
 */
export const gradedFields = {
  name: { zh: '姓名', en: 'Name', grade: 2, mask: 'name' },
  phone: { zh: '电话', en: 'Phone', grade: 2, mask: 'phone' },
  email: { zh: '电子邮箱', en: 'E-mail', grade: 2, mask: 'email' },
  sex: { zh: '性别', en: 'Sex', grade: 2, mask: 'none' },
  building: { zh: '所住楼栋', en: 'Building', grade: 2, mask: 'none' },
  household: { zh: '家庭关系', en: 'Household', grade: 2, mask: 'none' },
  workplace: { zh: '工作单位', en: 'Workplace', grade: 2, mask: 'hidden' },
  report: { zh: '诉求内容', en: 'What was reported', grade: 2, mask: 'none' },
  photo: { zh: '照片', en: 'Photo', grade: 2, mask: 'none' },
  address: { zh: '住址', en: 'Home address', grade: 3, mask: 'hidden' },
  idNumber: { zh: '证件号码', en: 'ID number', grade: 3, mask: 'number' },
  birthDate: { zh: '出生日期', en: 'Birth date', grade: 3, mask: 'hidden' },
  ethnicity: { zh: '民族', en: 'Ethnicity', grade: 3, mask: 'hidden' },
  health: { zh: '健康状况', en: 'Health', grade: 3, mask: 'hidden' },
  disability: { zh: '残疾情况', en: 'Disability', grade: 3, mask: 'hidden' },
  hardship: { zh: '困难情况', en: 'Hardship', grade: 3, mask: 'hidden' },
  minor: { zh: '未成年人信息', en: 'Facts about a minor', grade: 3, mask: 'hidden' },
  care: { zh: '特定身份', en: 'Special care', grade: 4, mask: 'hidden' },
} as const satisfies Record<string, Graded>;
export type GradedField = keyof typeof gradedFields;
export const GradedFieldName = OneOf(keysOf(gradedFields));

/** The highest grade among facts; 0 for none. */
export const highestOf = (fields: readonly GradedField[]): number =>
  Math.max(0, ...fields.map((field) => gradedFields[field].grade));
