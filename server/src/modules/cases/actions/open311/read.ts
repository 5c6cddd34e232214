import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import type { Document, Fields } from '../../domain/open311/document.ts';
import type { Input, Lang } from '../../domain/open311/input.ts';
import { idsOf, pagingOf, spanOf, statusesOf } from '../../domain/open311/query.ts';
import { requestFields } from '../../domain/open311/request.ts';
import {
  definitionFields,
  serviceFields,
  serviceOf,
  servicesOf,
  type Service,
} from '../../domain/open311/service.ts';
import { statesBehind } from '../../domain/open311/status.ts';
import { updateFields } from '../../domain/open311/update.ts';
import { listInForce } from '../../store/list.ts';
import { houseOf, publicActs, publicCases, type Wanted } from '../../store/open311.ts';
import { reportByTracking } from '../../store/report.ts';
import { findCases } from '../../store/case.ts';
import { trackingHash } from '../tracking.ts';
import { hashOfClient, type Sender } from './sender.ts';

export type Services = ReadonlyMap<string, Service>;

const requests = (rows: readonly Fields[]): Document => ({
  root: 'service_requests',
  content: { item: 'request', rows },
});

/** The services the public may report by. */
export const publicServices = async (work: Work): Promise<Services> => servicesOf(await listInForce(work));

/** GET services. */
export async function listServices(work: Work, lang: Lang): Promise<Document> {
  const services = await publicServices(work);
  return {
    root: 'services',
    content: { item: 'service', rows: [...services.values()].map((service) => serviceFields(service, lang)) },
  };
}

/** GET services/{code}: 404 cases.open311_service when the public has none such. */
export async function defineService(work: Work, code: string, lang: Lang): Promise<Document> {
  return {
    root: 'service_definition',
    content: definitionFields(serviceOf(await publicServices(work), code), lang),
  };
}

/** GET requests: by ids, which override all else, or by span, service, status and own account. */
export async function listRequests(
  work: Work,
  input: Input,
  { lang, sender }: { lang: Lang; sender: Sender | null },
): Promise<Document> {
  const services = await publicServices(work);
  const nos = idsOf(input);
  if (nos.length > 0)
    return requests(
      await shown(work, services, lang, { types: [...services.keys()], nos, limit: nos.length, offset: 0 }),
    );
  const account = input.one('account_id');
  if (account !== undefined && sender === null) refuse('cases.open311_key', { parameter: 'account_id' });
  const codes = input.many('service_code');
  const statuses = statusesOf(input);
  return requests(
    await shown(work, services, lang, {
      types: codes.length === 0 ? [...services.keys()] : codes.filter((code) => services.has(code)),
      ...(statuses.length === 0 ? {} : { states: statuses.flatMap((status) => statesBehind[status]) }),
      ...(account === undefined || sender === null
        ? {}
        : { sentBy: { key: sender.id, account: hashOfClient(work, account) } }),
      ...spanOf(input, work.now),
      ...pagingOf(input),
    }),
  );
}

/** GET requests/{id}: 404 cases.open311_request for what is not there or not for the public. */
export async function readRequest(work: Work, no: string, lang: Lang): Promise<Document> {
  const services = await publicServices(work);
  const rows = await shown(work, services, lang, {
    types: [...services.keys()],
    nos: [no],
    limit: 1,
    offset: 0,
  });
  return rows.length === 1
    ? requests(rows)
    : refuse('cases.open311_request', { parameter: 'service_request_id', value: no });
}

/** Guests see no rows, so the engine reads; what it reads is one statement that knows neither reporters nor sensitive cases. */
async function shown(work: Work, services: Services, lang: Lang, wanted: Wanted): Promise<Fields[]> {
  const house = await houseOf(work);
  const cases = await asEngine(work, () => publicCases(work, wanted));
  return cases.flatMap((one) => {
    const service = services.get(one.type);
    return service === undefined ? [] : [requestFields(one, { service, lang, house })];
  });
}

/** GET tokens/{token}: the number behind the tracking code that a reporter holds. */
export async function readToken(work: Work, token: string): Promise<Document> {
  const no = await asEngine(work, async () => {
    const report = await reportByTracking(work, trackingHash(work, token));
    return report === undefined ? undefined : (await findCases(work, [report.case_id]))[0]?.no;
  });
  return no === undefined
    ? refuse('cases.open311_token', { parameter: 'token' })
    : requests([{ service_request_id: no, token }]);
}

/** GET servicerequestupdates: what happened to public cases lately, newest first, or to one of them. */
export async function listUpdates(work: Work, input: Input, lang: Lang): Promise<Document> {
  const nos = idsOf(input);
  const wanted: Wanted = {
    types: [...(await publicServices(work)).keys()],
    ...spanOf(input, work.now),
    ...pagingOf(input),
    ...(nos.length === 0 ? {} : { nos }),
  };
  const acts = await asEngine(work, () => publicActs(work, wanted));
  return {
    root: 'service_request_updates',
    content: {
      item: 'request_update',
      rows: acts.map((act) => updateFields(act, lang)).filter((fields) => fields !== null),
    },
  };
}
