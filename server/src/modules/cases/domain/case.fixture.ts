import type { Case } from './case.ts';
import { newCase } from './new-case.ts';

const AT = new Date('2026-11-23T02:00:00Z');

/** A case for tests, just reported; what matters is told, the rest is usual. */
export const caseWith = (told: Partial<Case> = {}): Case => ({
  ...newCase(
    {
      id: '01a20621-ad00-729e-b4bf-c9f6178473dc',
      no: 'TF20261123000001',
      channel: 'phone',
      row: null,
      title: undefined,
      text: '早餐车占道摆摊',
      lng: 120.155,
      lat: 31.225,
      address: '橹声路口',
      placeKind: null,
      located: { community: 'c01', grid: 'c01-g01' },
      finder: null,
      reportedAt: AT,
    },
    AT,
  ),
  ...told,
});
