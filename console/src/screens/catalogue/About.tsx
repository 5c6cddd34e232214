import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DraftContent, ResourceView } from '@fengqiao/contract/catalogue/resources.ts';
import {
  bases,
  classifications,
  cycles,
  formats,
  openTypes,
  qualityAspects,
  shareMethods,
  themes,
} from '@fengqiao/contract/catalogue/words.ts';
import { listed, named, t, tOf } from '@fengqiao/ui/language.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { pageTexts as texts, texts as common } from './texts.ts';

type AboutProps = { content: DraftContent; related?: ResourceView['related'] };

/** What the catalogue says of a resource, in the words of the law. */
export function About({ content, related = [] }: AboutProps) {
  const { nameOf } = useUnits();
  const lines: readonly (readonly [string, ReactNode])[] = [
    [t(texts.summary), t(content.summary)],
    [t(common.base), t(bases[content.base])],
    [t(texts.category), content.category.join(' / ')],
    ...(content.theme === undefined ? [] : [[t(texts.themeIs), t(themes[content.theme])] as const]),
    [t(texts.source), nameOf(content.source)],
    [t(texts.providerCode), content.providerCode ?? '—'],
    [t(texts.format), t(formats[content.format])],
    [t(common.cycle), t(cycles[content.cycle])],
    ...(content.shareBasis === undefined ? [] : [[t(texts.basis), content.shareBasis] as const]),
    ...(content.shareScope === undefined ? [] : [[t(texts.scope), content.shareScope] as const]),
    [t(texts.methods), listed(content.methods.map((method) => t(shareMethods[method])))],
    [t(texts.conditions), content.useConditions],
    [t(texts.openType), t(openTypes[content.openType])],
    [t(texts.classification), tOf(classifications, content.classification)],
    ...(content.secrecyReview === undefined ? [] : [[t(texts.secrecy), content.secrecyReview] as const]),
    ...(content.assessmentNo === undefined
      ? []
      : [
          [
            t(texts.assessment),
            <Link key="no" to={`/catalogue/assessments?q=${content.assessmentNo}`}>
              {content.assessmentNo}
            </Link>,
          ] as const,
        ]),
    ...(content.keptMonths === undefined
      ? []
      : [[t(texts.kept), t(texts.months, { n: content.keptMonths })] as const]),
    ...(related.length === 0
      ? []
      : [
          [
            t(texts.related),
            <span key="related" className="row wrap">
              {related.map(({ id, name }) => (
                <Link key={id} to={`/catalogue/${id}`}>
                  {t(name)}
                </Link>
              ))}
            </span>,
          ] as const,
        ]),
    ...(content.qualityRules ?? []).map(
      ({ aspect, rule }, n) =>
        [`${t(texts.rules)} ${n + 1}`, `${named(t(qualityAspects[aspect]))}${rule}`] as const,
    ),
  ];
  return (
    <dl className="facts">
      {lines.map(([name, value]) => [
        <dt key={`${name} dt`}>{name}</dt>,
        <dd key={`${name} dd`}>{value}</dd>,
      ])}
    </dl>
  );
}
