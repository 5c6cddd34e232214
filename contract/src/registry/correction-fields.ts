import type { Both } from '../both.ts';
import { keysOf, OneOf } from '../shapes.ts';
import { personFields, type PersonField } from './people.ts';
import {
  homeChangeable,
  organizationFields,
  type HomeChangeable,
  type OrganizationField,
} from './place-fields.ts';

/** What a correction may be about, with the facts of each that can be put right. */
export const correctionFields = {
  person: personFields,
  home: homeChangeable,
  organization: organizationFields,
} as const;
export type CorrectionAbout = keyof typeof correctionFields;
export const CorrectionAboutName = OneOf(keysOf(correctionFields));
export type CorrectionField = PersonField | HomeChangeable | OrganizationField;
export const CorrectionFieldName = OneOf([
  ...new Set<CorrectionField>([
    ...keysOf(personFields),
    ...keysOf(homeChangeable),
    ...keysOf(organizationFields),
  ]),
]);

/** What a field is called where it is corrected; a name or an address is one of each. */
export const correctionFieldName = (about: CorrectionAbout, field: CorrectionField): Both =>
  Object.entries<Both>(correctionFields[about]).find(([name]) => name === field)?.[1] ?? {
    zh: field,
    en: field,
  };
