import type { Both } from './both.ts';
import { auditRefusals } from './refusals/audit.ts';
import { calendarRefusals } from './refusals/calendar.ts';
import { careRefusals } from './refusals/care.ts';
import { exportsRefusals } from './refusals/exports.ts';
import { gridsRefusals } from './refusals/grids.ts';
import { casesRefusals } from './refusals/cases.ts';
import { catalogueRefusals } from './refusals/catalogue.ts';
import { identityRefusals } from './refusals/identity.ts';
import { mandateRefusals } from './refusals/mandates.ts';
import { noticesRefusals } from './refusals/notices.ts';
import { platformRefusals } from './refusals/platform.ts';
import { retentionRefusals } from './refusals/retention.ts';
import { registryRefusals } from './refusals/registry.ts';
import { roundsRefusals } from './refusals/rounds.ts';
import { servicesRefusals } from './refusals/services.ts';

export type RefusalText = Both & { readonly status: number };

/** Every way the product says no, with what to do about it. */
export const refusals = {
  ...platformRefusals,
  ...identityRefusals,
  ...mandateRefusals,
  ...noticesRefusals,
  ...auditRefusals,
  ...careRefusals,
  ...catalogueRefusals,
  ...casesRefusals,
  ...servicesRefusals,
  ...gridsRefusals,
  ...registryRefusals,
  ...roundsRefusals,
  ...retentionRefusals,
  ...exportsRefusals,
  ...calendarRefusals,
} as const satisfies Record<string, RefusalText>;

export type RefusalCode = keyof typeof refusals;
