import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { keepUpload, type Understood } from '#platform/files/upload.ts';
import { touched } from '../../domain/case.ts';
import type { Document } from '../../domain/open311/document.ts';
import { missing, wrong, type Input, type Lang, type Wrong } from '../../domain/open311/input.ts';
import { momentOf, needed } from '../../domain/open311/query.ts';
import { answersOf, nameOf, noticeOf, serviceOf } from '../../domain/open311/service.ts';
import { extendedStatuses, readExtended } from '../../domain/open311/status.ts';
import { OUTSIDE_UPDATE } from '../../domain/open311/update.ts';
import { lockCase, saveCase } from '../../store/case.ts';
import {
  addressSpot,
  buildingSpot,
  caseOfNumber,
  lastAct,
  sentUpdate,
  type Spot,
} from '../../store/open311.ts';
import { openReport, type ContactGiven } from '../open-report.ts';
import { publicServices } from './read.ts';
import { hashOfClient, type Sender } from './sender.ts';

const LONGEST = 4000;
const LONGEST_LINK = 500;

/** POST requests: a report like any other, sent by an app. Answers with its number at once. */
export async function postRequest(
  work: Work,
  input: Input,
  { lang, sender, media }: { lang: Lang; sender: Sender; media: readonly Understood[] },
): Promise<Document> {
  const service = serviceOf(await publicServices(work), needed(input, 'service_code'));
  const { answers, problems } = answersOf(service, input);
  const all = [...problems, ...problemsOf(input)];
  if (all.length > 0) wrong(all);
  const spot = await spotOf(work, input);
  const files: string[] = [];
  for (const one of media) files.push((await keepUpload(work, one, { fresh: false })).id);
  const text = input.one('description') ?? nameOf(service, 'zh');
  const { placeKind, anonymous, kept } = answers;
  const opened = await openReport(
    work,
    {
      text,
      ...spot,
      type: service.code,
      anonymous,
      files,
      facts: { ...kept, ...sentWith(work, input, sender) },
      ...(placeKind === undefined ? {} : { placeKind }),
    },
    { channel: 'open311', contact: contactOf(input) },
  );
  const fields = {
    service_request_id: opened.theCase.no,
    service_notice: noticeOf(service.first, lang),
    account_id: input.one('account_id') ?? null,
  };
  return { root: 'service_requests', content: { item: 'request', rows: [fields] } };
}

/** What is kept of how it was sent: the app, its link to a picture, and its account and device under a keyed hash. */
function sentWith(work: Work, input: Input, { id, name }: Sender): Record<string, string> {
  const hashed = (from: string) =>
    input.one(from) === undefined ? undefined : hashOfClient(work, input.one(from) ?? '');
  const kept = {
    key: id,
    app: name,
    account: hashed('account_id'),
    device: hashed('device_id'),
    media_url: input.one('media_url'),
  };
  return Object.fromEntries(
    Object.entries(kept).flatMap(([what, value]) =>
      value === undefined ? [] : [[`open311.${what}`, value]],
    ),
  );
}

function problemsOf(input: Input): Wrong[] {
  const problems: Wrong[] = [];
  const check = (parameter: string, good: (value: string) => boolean, zh: string, en: string) => {
    const value = input.one(parameter);
    if (value !== undefined && !good(value)) problems.push({ parameter, zh, en });
  };
  check(
    'description',
    (value) => value.length <= LONGEST,
    `最多 ${LONGEST} 字`,
    `at most ${LONGEST} characters`,
  );
  check(
    'media_url',
    (value) =>
      value.length <= LONGEST_LINK && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
    '应为 http 或 https 链接',
    'must be an http or https link',
  );
  check('phone', (value) => /^[+0-9 ()-]{5,20}$/.test(value), '电话格式不正确', 'is not a phone number');
  check(
    'email',
    (value) => value.length <= 120 && /^[^@\s]+@[^@\s]+$/.test(value),
    '邮箱格式不正确',
    'is not an e-mail address',
  );
  for (const name of ['account_id', 'device_id', 'first_name', 'last_name', 'address_string', 'address_id'])
    check(name, (value) => value.length <= 200, '最多 200 字', 'at most 200 characters');
  return problems;
}

function contactOf(input: Input): ContactGiven {
  const name = [input.one('last_name'), input.one('first_name')].filter((part) => part !== undefined);
  const joined = name.some((part) => /[\u4e00-\u9fff]/.test(part))
    ? name.join('')
    : name.toReversed().join(' ');
  const [phone, email] = [input.one('phone')?.replaceAll(/[()]/g, ' ').trim(), input.one('email')];
  return {
    ...(joined === '' ? {} : { name: joined.slice(0, 50) }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
  };
}

/** Where it is: coordinates, else a building by its id, else one by its address. */
async function spotOf(work: Work, input: Input): Promise<Spot> {
  const [lat, long, words, id] = ['lat', 'long', 'address_string', 'address_id'].map((name) =>
    input.one(name),
  );
  if (lat !== undefined && long !== undefined) return { ...degreesOf(lat, long), address: words ?? '' };
  if (lat !== undefined || long !== undefined) wrong([missing(lat === undefined ? 'lat' : 'long')]);
  if (id !== undefined)
    return (
      (await buildingSpot(work, id)) ??
      refuse('cases.open311_address', { parameter: 'address_id', value: id })
    );
  if (words === undefined)
    return wrong([
      {
        parameter: 'lat, long',
        zh: '请提供 lat 与 long，或 address_string，或 address_id',
        en: 'provide lat and long, or address_string, or address_id',
      },
    ]);
  return (
    (await addressSpot(work, words)) ??
    refuse('cases.open311_address', { parameter: 'address_string', value: words })
  );
}

function degreesOf(lat: string, long: string): { lng: number; lat: number } {
  const [north, east] = [Number(lat), Number(long)];
  const problems = [
    ...(Math.abs(north) <= 90
      ? []
      : [{ parameter: 'lat', zh: '应为 -90 到 90 的数字', en: 'must be a number from -90 to 90' }]),
    ...(Math.abs(east) <= 180
      ? []
      : [{ parameter: 'long', zh: '应为 -180 到 180 的数字', en: 'must be a number from -180 to 180' }]),
  ];
  return problems.length > 0 ? wrong(problems) : { lng: east, lat: north };
}

/**
 * POST servicerequestupdates: what another system has to say about a public case. It is written down with the status it
 * claims; what becomes of the case our own loop decides. The same update_id again is the same update.
 */
export async function postUpdate(work: Work, input: Input, sender: Sender): Promise<Document> {
  const no = needed(input, 'service_request_id');
  const description = needed(input, 'description');
  const status = input.one('status');
  const sentAt = input.one('updated_datetime');
  const updateId = (input.one('update_id') ?? input.one('update_id_ext'))?.slice(0, 100);
  const claimed =
    status === undefined
      ? undefined
      : (readExtended(status) ??
        wrong([
          {
            parameter: 'status',
            zh: `应为 ${extendedStatuses.join('、')}`,
            en: `must be one of ${extendedStatuses.join(', ')}`,
          },
        ]));
  if (sentAt !== undefined && momentOf(sentAt) === null)
    wrong([
      {
        parameter: 'updated_datetime',
        zh: '时间须为 W3C 格式并带时区',
        en: 'must be in w3 format with a time zone',
      },
    ]);
  const problems = problemsOf(input);
  if (problems.length > 0) wrong(problems);
  const services = await publicServices(work);
  const id = await asEngine(work, async () => {
    const found = await caseOfNumber(work, no);
    if (found === undefined || found.sensitive || found.type === null || !services.has(found.type))
      return refuse('cases.open311_request', { parameter: 'service_request_id', value: no.slice(0, 60) });
    const theCase = await lockCase(work, found.id);
    const before = updateId === undefined ? null : await sentUpdate(work, theCase.id, sender.id, updateId);
    if (before !== null) return before;
    const facts = {
      key: sender.id,
      app: sender.name,
      description,
      status: claimed ?? null,
      updateId: updateId ?? null,
      sentAt: sentAt ?? null,
    };
    await saveCase(work, theCase, touched(theCase, work.now), {
      kind: OUTSIDE_UPDATE,
      public: true,
      facts,
      event: 'case.added_to',
    });
    return lastAct(work, theCase.id, OUTSIDE_UPDATE);
  });
  return { root: 'service_request_updates', content: { item: 'request_update', rows: [{ update_id: id }] } };
}
