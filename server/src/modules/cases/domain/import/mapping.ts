import { createHash } from 'node:crypto';
import type { Mapping } from '@fengqiao/contract/cases/imports.ts';
import { canonical } from '../archive.ts';
import type { ResponsibilityList } from '../list.ts';
import { isZone } from './times.ts';

export type MappingProblem = { readonly at: string; readonly zh: string; readonly en: string };

const HOLE = /\{([^{}]{1,120})\}/gu;

/** A template is a column by its name, or text with {columns} in it. */
export const columnsIn = (template: string): string[] => {
  const named = [...template.matchAll(HOLE)].map((found) => found[1] ?? '');
  return named.length > 0 || template === '' ? named : [template];
};

/** The text a template makes of a row; empty columns leave nothing behind. */
export function fillTemplate(template: string, cell: (column: string) => string): string {
  const filled = template.includes('{')
    ? template.replaceAll(HOLE, (_whole, column: string) => cell(column))
    : template === ''
      ? ''
      : cell(template);
  return filled.replaceAll(/[^\S\n]+/gu, ' ').replaceAll(/^[\s,，;；、]+|[\s,，;；、]+$/gu, '');
}

type Known = {
  readonly list: ResponsibilityList;
  readonly units: ReadonlySet<string>;
  readonly header: readonly string[];
};

/** What does not fit between a mapping, the table and the street; empty when the import may begin. */
export function mappingProblems(mapping: Mapping, { list, units, header }: Known): MappingProblem[] {
  const { fields, types = {}, owners = {}, defaults = {} } = mapping;
  const { address = '', title = '', text, ...plain } = fields;
  const asked = [...Object.values(plain), ...[address, title, text].flatMap(columnsIn)];
  const missing = [...new Set(asked)].filter((column) => !header.includes(column));
  const noType = [...Object.values(types), ...(defaults.type === undefined ? [] : [defaults.type])].filter(
    (type) => !list.byType.has(type),
  );
  const noUnit = [...Object.values(owners), ...(defaults.owner === undefined ? [] : [defaults.owner])].filter(
    (unit) => !units.has(unit),
  );
  return [
    ...missing.map((column) => ({
      at: `fields`,
      zh: `文件没有列“${column}”`,
      en: `the file has no column "${column}"`,
    })),
    ...[...new Set(noType)].map((type) => ({
      at: 'types',
      zh: `现行责任清单没有类别 ${type}`,
      en: `the list in force has no type ${type}`,
    })),
    ...[...new Set(noUnit)].map((unit) => ({
      at: 'owners',
      zh: `没有单位 ${unit}，或已停用`,
      en: `there is no unit ${unit}, or it has ended`,
    })),
    ...(isZone(mapping.zone)
      ? []
      : [{ at: 'zone', zh: `不认识时区 ${mapping.zone}`, en: `unknown zone ${mapping.zone}` }]),
    ...(fields.type === undefined && defaults.type === undefined
      ? [
          {
            at: 'fields.type',
            zh: '须给出类别列或默认类别',
            en: 'needs a column of types, or a default type',
          },
        ]
      : []),
  ];
}

/** A digest of JSON, the same for the same content. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(canonical(value)).digest('base64url').slice(0, 22);
