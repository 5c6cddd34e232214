import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusals } from '@fengqiao/contract/refusals.ts';
import { seedList } from '#modules/cases';
import { laySquares, places } from '#test/ground.ts';
import { layUnits } from '#test/people.ts';
import { startWorld } from '#test/world.ts';
import { lamp, startOpen311, xmlOf, type Open } from './open311.fixture.ts';

let open: Open;
beforeAll(async () => void (open = await startOpen311()));
afterAll(() => open.world.close());

const gets: readonly (readonly [string, number, string])[] = [
  ['services.json?jurisdiction_id=nowhere', 404, 'cases.open311_jurisdiction'],
  ['services/99999.json', 404, 'cases.open311_service'],
  ['requests/TF-0.json', 404, 'cases.open311_request'],
  ['tokens/ZZZZZZZZ.json', 404, 'cases.open311_token'],
  ['tokens.json', 400, 'cases.open311_invalid'],
  ['nothing.json', 404, 'cases.open311_path'],
  ['services.yaml', 404, 'cases.open311_path'],
  ['servicerequestupdates/1.json', 404, 'cases.open311_path'],
  ['requests.json?start_date=yesterday', 400, 'cases.open311_invalid'],
  ['requests.json?start_date=2026-01-01T00:00:00', 400, 'cases.open311_invalid'],
  ['requests.json?start_date=2026-02-30T00:00:00Z', 400, 'cases.open311_invalid'],
  [
    'requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z',
    400,
    'cases.open311_invalid',
  ],
  [
    'requests.json?start_date=2026-02-01T00:00:00Z&end_date=2026-01-01T00:00:00Z',
    400,
    'cases.open311_invalid',
  ],
  ['requests.json?status=done', 400, 'cases.open311_invalid'],
  ['requests.json?page=0', 400, 'cases.open311_invalid'],
  ['requests.json?page_size=1001', 400, 'cases.open311_invalid'],
  ['requests.json?account_id=somebody', 403, 'cases.open311_key'],
  ['requests.json?api_key=wrong', 403, 'cases.open311_key'],
];

test.each(gets)('GET %s is refused with %d (%s)', async (path, status) => {
  const json = await open.get(path);
  expect([json.statusCode, json.headers['content-type']]).toEqual([
    status,
    path.includes('yaml') ? 'text/xml; charset=utf-8' : 'application/json; charset=utf-8',
  ]);
  const xml = await open.get(path.replace('.json', '.xml'));
  const { errors } = xmlOf<{ errors: { error: { code: string; description: string }[] } }>(xml.body);
  expect([xml.statusCode, errors.error[0]?.code, (errors.error[0]?.description ?? '').length > 5]).toEqual([
    status,
    String(status),
    true,
  ]);
  if (!path.includes('yaml'))
    expect(json.json()).toEqual([{ code: status, description: expect.any(String) }]);
});

const { service_code: _code, ...noService } = lamp;
const { lat: _lat, long: _long, ...noPlace } = lamp;
const posts: readonly (readonly [string, Record<string, string>, number])[] = [
  ['without a service_code', noService, 400],
  ['with an unknown service_code', { ...lamp, service_code: '00000' }, 404],
  ['without a place', noPlace, 400],
  ['with half a place', { ...noPlace, lat: '31.2' }, 400],
  ['with a place that is no number', { ...lamp, lat: 'north' }, 400],
  ['with a place off the Earth', { ...lamp, long: '200' }, 400],
  [
    'with a place in another subdistrict',
    { ...lamp, lat: String(places.outside.lat), long: String(places.outside.lng) },
    400,
  ],
  ['with an address nobody knows', { ...noPlace, address_string: '月球背面 1 号' }, 400],
  ['with an address_id nobody knows', { ...noPlace, address_id: 'x' }, 400],
  ['with a description that is too long', { ...lamp, description: '长'.repeat(4001) }, 400],
  ['with a link that is none', { ...lamp, media_url: 'javascript:alert(1)' }, 400],
  ['with a phone that is none', { ...lamp, phone: 'call me' }, 400],
  ['with an e-mail address that is none', { ...lamp, email: 'me' }, 400],
  ['without a required attribute', { ...lamp, service_code: '05001' }, 400],
  ['with an answer outside the list', { ...lamp, 'attribute[LAMPS]': 'many' }, 400],
  ['with words for a number', { ...lamp, service_code: '01007', 'attribute[PIECES]': 'a few' }, 400],
  ['with words for a time', { ...lamp, service_code: '04001', 'attribute[SINCE]': 'last night' }, 400],
  ['with another key', { ...lamp, api_key: 'fq_wrong' }, 403],
  ['without a key', { ...lamp, api_key: '' }, 403],
  ['for a jurisdiction that is not the key’s', { ...lamp, jurisdiction_id: 'elsewhere' }, 403],
];

test.each(posts)('POST requests %s is refused', async (_name, fields, status) => {
  const reply = await open.post('requests.json', fields);
  expect([reply.statusCode, reply.json()]).toEqual([
    status,
    expect.arrayContaining([{ code: status, description: expect.any(String) }]),
  ]);
});

test('an address nobody knows is refused with what to do instead, in the language that was asked for', async () => {
  const { zh, en } = refusals['cases.open311_address'];
  const unknown = { ...noPlace, address_string: '月球背面 1 号' };
  const said = async (language: string) =>
    (await open.post('requests.json', unknown, { 'accept-language': language })).json()[0].description;
  expect([await said('zh-CN'), await said('en-GB')]).toEqual([
    expect.stringContaining(zh),
    expect.stringContaining(en),
  ]);
});

test('everything that is wrong is said at once, each by its parameter', async () => {
  const reply = await open.post(
    'requests.json',
    { ...lamp, email: 'me', phone: 'call', 'attribute[LAMPS]': 'many' },
    { 'accept-language': 'en-GB' },
  );
  expect(reply.json().map((one: { description: string }) => one.description)).toEqual([
    'attribute[LAMPS] is not one of the values of the definition',
    'phone is not a phone number',
    'email is not an e-mail address',
  ]);
});

const updates: readonly (readonly [Record<string, string>, number])[] = [
  [{ description: 'x' }, 400],
  [{ service_request_id: 'TF-0' }, 400],
  [{ service_request_id: 'TF-0', description: 'x' }, 404],
  [{ service_request_id: 'TF-0', description: 'x', status: 'exploded' }, 400],
  [{ service_request_id: 'TF-0', description: 'x', updated_datetime: 'now' }, 400],
];
test.each(updates)('POST servicerequestupdates %j is refused with %d', async (fields, status) =>
  expect((await open.post('servicerequestupdates.json', fields)).statusCode).toBe(status),
);

test('bodies that cannot be read, and methods the specification has not, are said in its form too', async () => {
  const send = (method: 'POST' | 'PUT' | 'DELETE', payload: string, type: string) =>
    open.world.app.inject({
      method,
      url: '/open311/v2/requests.json',
      headers: { 'content-type': type },
      payload,
    });
  const replies = [
    await send('POST', '{', 'application/json'),
    await send('POST', '[1]', 'application/json'),
    await send('POST', 'a'.repeat(300_000), 'application/x-www-form-urlencoded'),
    await send('POST', 'x', 'text/plain'),
    await send('PUT', '{}', 'application/json'),
    await send('POST', 'junk', 'multipart/form-data; boundary=y'),
  ];
  expect(replies.map((one) => one.statusCode)).toEqual([400, 400, 400, 403, 404, 400]);
  for (const reply of replies)
    expect(reply.json()).toEqual([{ code: reply.statusCode, description: expect.any(String) }]);
});

test('a file that is no picture is not taken', async () => {
  const body = `--x\r\ncontent-disposition: form-data; name="api_key"\r\n\r\n${open.key}\r\n--x\r\ncontent-disposition: form-data; name="media"; filename="a.exe"\r\n\r\nMZ\r\n--x--\r\n`;
  const reply = await open.world.app.inject({
    method: 'POST',
    url: '/open311/v2/requests.json',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload: body,
  });
  expect([reply.statusCode, reply.json()[0].code]).toEqual([400, 400]);
});

test('the demo key opens a demo street and no other', async () => {
  expect((await open.post('requests.json', { ...lamp, api_key: 'demo' })).statusCode).toBe(403);
  const demo = await startWorld({ env: { DEMO: 'on' } });
  await demo.asSystem((work) =>
    layUnits(work)
      .then(() => laySquares(work))
      .then(() => seedList(work, new Date('2026-01-01T00:00:00Z'))),
  );
  const reply = await demo.app.inject({
    method: 'POST',
    url: '/open311/v2/requests.json',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...lamp, api_key: 'demo' }).toString(),
  });
  expect([reply.statusCode, reply.json()[0].service_request_id]).toEqual([200, expect.stringMatching(/^TF/)]);
  await demo.close();
});

test('guessing tokens is slowed down', async () => {
  const replies = [];
  for (let i = 0; i < 12; i++) replies.push((await open.get(`tokens/AAAA${i}AAA.json`)).statusCode);
  expect(replies.at(-1)).toBe(429);
});

test('whatever is sent, the answer is in the form of the specification and never a fault of the server', async () => {
  const names = [
    'jurisdiction_id',
    'service_request_id',
    'service_code',
    'start_date',
    'end_date',
    'status',
    'page',
    'page_size',
    'account_id',
    'lat',
    'long',
    'address_string',
    'address_id',
    'description',
    'attribute[X]',
    'attribute[ITEMS][]',
    'email',
    'phone',
    'media_url',
    'update_id',
    'x',
  ];
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '05003',
      '01007',
      '31.225',
      '120.155',
      '2026-11-01T00:00:00Z',
      '-1',
      '1e9',
      'open,closed',
      "'; drop table x; --",
      '%',
      '\u0000',
      '💥',
    ),
  );
  const fields = fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 8 });
  const path = fc.oneof(
    fc.constantFrom(
      'services',
      'services/05003',
      'requests',
      'requests/TF1',
      'servicerequestupdates',
      'tokens/A',
    ),
    fc.string({ maxLength: 30 }).map((text) => encodeURIComponent(text)),
  );
  await fc.assert(
    fc.asyncProperty(
      path,
      fc.constantFrom('.json', '.xml', ''),
      fc.constantFrom('GET', 'POST'),
      fields,
      async (at, format, method, sent) => {
        const form = new URLSearchParams(sent).toString();
        const url = `/open311/v2/${at}${format}`;
        const reply = await open.world.app.inject(
          method === 'GET'
            ? { url: `${url}?${form}` }
            : {
                method: 'POST',
                url,
                headers: { 'content-type': 'application/x-www-form-urlencoded' },
                payload: `api_key=${open.key}&${form}`,
              },
        );
        expect(reply.statusCode).toBeLessThan(500);
        if (String(reply.headers['content-type']).startsWith('application/json')) JSON.parse(reply.body);
        else expect(reply.body.startsWith('<?xml version="1.0" encoding="utf-8"?>')).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
