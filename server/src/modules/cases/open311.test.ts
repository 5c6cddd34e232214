import { afterAll, beforeAll, expect, test } from 'vitest';
import sharp from 'sharp';
import { places } from '#test/ground.ts';
import { lamp, startOpen311, xmlOf, type Open } from './open311.fixture.ts';

let open: Open;
beforeAll(async () => void (open = await startOpen311()));
afterAll(() => open.world.close());

const W3C = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
async function posted(fields: Record<string, string> = {}): Promise<string> {
  const reply = await open.post('requests.json', { ...lamp, ...fields });
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return reply.json()[0].service_request_id;
}

test('the service list has every field of the specification, in XML and in JSON', async () => {
  const json = await open.get('services.json');
  expect([json.statusCode, json.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
  const services = json.json();
  expect(services.length).toBeGreaterThan(100);
  expect(Object.keys(services[0])).toEqual([
    'service_code',
    'service_name',
    'description',
    'metadata',
    'type',
    'keywords',
    'group',
  ]);
  expect(services.find((one: { service_code: string }) => one.service_code === '05003')).toMatchObject({
    service_name: '路灯不亮',
    type: 'realtime',
    metadata: true,
    group: expect.any(String),
  });
  const xml = await open.get('services.xml', { 'accept-language': 'en' });
  expect([
    xml.headers['content-type'],
    xml.body.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<services><service>'),
  ]).toEqual(['text/xml; charset=utf-8', true]);
  const { services: root } = xmlOf<{ services: { service: Record<string, string>[] } }>(xml.body);
  expect(root.service).toHaveLength(services.length);
  expect(root.service.find((one) => one['service_code'] === '05003')).toMatchObject({
    service_name: 'Street light out',
    metadata: 'true',
  });
});

test('sensitive types, and those residents do not see, are no service', async () => {
  const codes = (await open.get('services.json'))
    .json()
    .map((one: { service_code: string }) => one.service_code);
  expect(
    codes.filter((code: string) => ['11008', '11009', '02010', '08004', '07003'].includes(code)),
  ).toEqual([]);
  expect((await open.get('services/11009.json')).statusCode).toBe(404);
  expect((await open.post('requests.json', { ...lamp, service_code: '11009' })).statusCode).toBe(404);
});

test('a definition tells its attributes with kind, order and values', async () => {
  const { service_code: code, attributes } = (await open.get('services/05001.json')).json();
  expect([code, attributes.map((one: { order: number }) => one.order)]).toEqual([
    '05001',
    attributes.map((_: unknown, i: number) => i + 1),
  ]);
  const cover = attributes.find((one: { code: string }) => one.code === 'COVER');
  expect(cover).toEqual({
    variable: true,
    code: 'COVER',
    datatype: 'singlevaluelist',
    required: true,
    datatype_description: null,
    order: 2,
    description: '井盖怎么了？',
    values: [
      { key: 'missing', name: '缺失' },
      { key: 'broken', name: '破损' },
      { key: 'loose', name: '松动、移位' },
    ],
  });
  const { service_definition: xml } = xmlOf<{
    service_definition: {
      attributes: { attribute: { code: string; values: { value: { key: string }[] } }[] };
    };
  }>((await open.get('services/05001.xml')).body);
  expect(
    xml.attributes.attribute.find((one) => one.code === 'COVER')?.values.value.map((one) => one.key),
  ).toEqual(['missing', 'broken', 'loose']);
});

test('a request is a report like any other: numbered at once, waiting to be verified, its sender in the vault', async () => {
  const reply = await open.post('requests.json', {
    ...lamp,
    email: 'zhang@example.cn',
    phone: '139 1234 5678',
    first_name: '三',
    last_name: '张',
    account_id: 'u-77',
    device_id: 'phone-1',
    media_url: 'https://example.cn/a.jpg',
    'attribute[LAMPS]': 'several',
    'attribute[PLACE_KIND]': 'road',
    'attribute[easting]': '12',
  });
  const [request] = reply.json();
  expect(Object.keys(request)).toEqual(['service_request_id', 'service_notice', 'account_id']);
  expect([request.account_id, request.service_notice]).toEqual([
    'u-77',
    expect.stringContaining('3个工作日'),
  ]);
  const intake = open.world.as(await open.world.person('intake'));
  const found = (await intake.get(`/api/cases?q=${request.service_request_id}`)).json().items[0];
  expect(found).toMatchObject({ channel: 'open311', state: 'received', type: '05003', grid: 'c01-g01' });
  const view = (await intake.get(`/api/cases/${found.id}`)).json();
  expect(view.reportList[0].facts).toMatchObject({
    LAMPS: 'several',
    easting: '12',
    'open311.app': '随手拍',
    'open311.media_url': 'https://example.cn/a.jpg',
  });
  expect(view.reportList[0].reachable).toBe(true);
  expect(JSON.stringify(view)).not.toMatch(/u-77|phone-1|139|zhang@/);
  const registered = await intake.post(`/api/cases/${found.id}/registration`, { type: '05003' });
  expect(registered.json().code).toBe('cases.needs_verification');
});

test('several values, JSON bodies, multipart pictures, and an address instead of coordinates', async () => {
  const items = await open.world.app.inject({
    method: 'POST',
    url: '/open311/v2/requests.json',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `api_key=${open.key}&service_code=01007&lat=${lamp.lat}&long=${lamp.long}&attribute[ITEMS][]=sofa&attribute[ITEMS][]=appliance&attribute[PIECES]=2`,
  });
  expect(items.statusCode).toBe(200);
  const json = await open.world.app.inject({
    method: 'POST',
    url: '/open311/v2/requests.xml',
    headers: { 'content-type': 'application/json' },
    payload: { api_key: open.key, ...lamp, attribute: { LAMPS: 'one' } },
  });
  expect(xmlOf(json.body)).toMatchObject({
    service_requests: { request: [{ service_request_id: expect.stringMatching(/^TF/), account_id: '' }] },
  });
  const address = await open.post('requests.json', { service_code: '05003', address_string: '橹声路 8 号' });
  expect(address.statusCode).toBe(200);
  const building = await open.world.asSystem(({ db }) =>
    db.selectFrom('grids.building').select('id').executeTakeFirstOrThrow(),
  );
  expect(
    (await open.post('requests.json', { service_code: '05003', address_id: building.id })).statusCode,
  ).toBe(200);
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();
  const line = '--x';
  const fields = Object.entries({ api_key: open.key, ...lamp })
    .map(([name, value]) => `${line}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('');
  const body = Buffer.concat([
    Buffer.from(
      `${fields}${line}\r\ncontent-disposition: form-data; name="media"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
    ),
    picture,
    Buffer.from(`\r\n${line}--\r\n`),
  ]);
  const sent = await open.world.app.inject({
    method: 'POST',
    url: '/open311/v2/requests.json',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload: body,
  });
  expect(sent.statusCode).toBe(200);
  const report = await open.world.asSystem(({ db }) =>
    db
      .selectFrom('cases.report')
      .select('files')
      .orderBy('reported_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  expect(report.files).toHaveLength(1);
});

test('a request reads back in both formats, with every field and without its reporter', async () => {
  const no = await posted({
    account_id: 'me',
    email: 'me@example.cn',
    description: '灯不亮，请打 13912345678 或写信到 me@example.cn',
  });
  const [request] = (await open.get(`requests/${no}.json`)).json();
  expect(Object.keys(request)).toEqual([
    'service_request_id',
    'status',
    'status_notes',
    'service_name',
    'service_code',
    'description',
    'agency_responsible',
    'service_notice',
    'requested_datetime',
    'updated_datetime',
    'expected_datetime',
    'address',
    'address_id',
    'zipcode',
    'lat',
    'long',
    'media_url',
  ]);
  expect(request).toMatchObject({
    service_request_id: no,
    status: 'open',
    status_notes: '已受理',
    service_code: '05003',
    description: '灯不亮，请打 … 或写信到 …',
    agency_responsible: null,
    lat: Number(lamp.lat),
    long: Number(lamp.long),
    media_url: null,
  });
  expect(request.requested_datetime).toMatch(W3C);
  const { service_requests: xml } = xmlOf<{ service_requests: { request: Record<string, string>[] } }>(
    (await open.get(`requests/${no}.xml`)).body,
  );
  expect(xml.request[0]).toMatchObject({ service_request_id: no, agency_responsible: '', lat: lamp.lat });
});

test('lists are filtered by id, service, status, span and own account, and paged', async () => {
  const [a, b] = [await posted({ account_id: 'list' }), await posted({ service_code: '01002' })];
  const ids = async (query: string) =>
    (await open.get(`requests.json?${query}`))
      .json<{ service_request_id: string }[]>()
      .map((one) => one.service_request_id);
  expect((await ids(`service_request_id=${a},${b}&service_code=99999&status=closed`)).toSorted()).toEqual(
    [a, b].toSorted(),
  );
  expect(await ids('service_code=01002')).toContain(b);
  expect(await ids('service_code=01002')).not.toContain(a);
  expect(await ids('service_code=01002,05003&status=open')).toEqual(expect.arrayContaining([a, b]));
  expect(await ids('status=open&status=closed')).toEqual(expect.arrayContaining([a, b]));
  expect(await ids('status=closed')).toEqual([]);
  expect(await ids('start_date=2020-01-01T00:00:00Z&end_date=2020-02-01T00:00:00Z')).toEqual([]);
  expect(await ids('start_date=2026-11-23T00:00:00+08:00')).toContain(a);
  expect(await ids(`account_id=list&api_key=${open.key}`)).toEqual([a]);
  expect([await ids('page_size=1&page=1'), await ids('page_size=1&page=2')]).toEqual([[b], [a]]);
  expect(await ids('start_date=&status=&service_code=')).toEqual(expect.arrayContaining([a, b]));
});

test('what residents said by other ways shows its title once it was read, and a quarrel neither words nor place', async () => {
  const { world } = open;
  const near = { address: '听枫苑 3 幢 502 室', ...places['c01-g02'] };
  const lampReport = (
    await world
      .as(null)
      .post('/api/reports', { text: '张三家门口的路灯坏了，电话 13800001111', ...near, type: '05003' })
  ).json();
  const quarrel = (
    await world.as(null).post('/api/reports', { text: '楼上王某半夜吵闹', ...near, type: '12001' })
  ).json();
  await world.asSystem(({ db }) =>
    db
      .updateTable('cases.case')
      .set({ class: 'mediation', state: 'registered' })
      .where('id', '=', quarrel.caseId)
      .execute(),
  );
  const [first] = (await open.get(`requests/${lampReport.no}.json`)).json();
  expect([first.description, first.address]).toEqual(['路灯不亮', near.address]);
  const [second] = (await open.get(`requests/${quarrel.no}.json`)).json();
  expect([second.description, second.address, second.lat, second.long]).toEqual([
    '邻里纠纷',
    null,
    Math.round(near.lat * 100) / 100,
    Math.round(near.lng * 100) / 100,
  ]);
});

test('a token is the tracking code of a report, and gives its number', async () => {
  const { code, no } = (
    await open.world
      .as(null)
      .post('/api/reports', { text: '垃圾没人清', address: '橹声路', ...places['c01-g01'], type: '01002' })
  ).json();
  expect((await open.get(`tokens/${code}.json`)).json()).toEqual([{ service_request_id: no, token: code }]);
  expect(xmlOf((await open.get(`tokens/${code}.xml`)).body)).toEqual({
    service_requests: { request: [{ service_request_id: no, token: code }] },
  });
  expect((await open.get('tokens/AAAAAAAA.json')).statusCode).toBe(404);
});

test('updates tell the public steps in fixed words with extended statuses', async () => {
  const no = await posted();
  const id = (
    await open.world.asSystem(({ db }) =>
      db.selectFrom('cases.case').select('id').where('no', '=', no).executeTakeFirstOrThrow(),
    )
  ).id;
  const intake = open.world.as(await open.world.person('intake'));
  await intake.post(`/api/cases/${id}/refusal`, { exit: 'EXIT_OUT_OF_SCOPE', reason: '王先生家自有的灯' });
  const updates = (await open.get(`servicerequestupdates.json?service_request_id=${no}`)).json();
  expect(
    updates.map((one: { status: string; description: string }) => [one.status, one.description]),
  ).toEqual([
    ['not_councils_responsibility', '不予受理（超出政府职责）'],
    ['open', '收到诉求'],
  ]);
  expect(updates[0].updated_datetime).toMatch(W3C);
  const { service_request_updates: xml } = xmlOf<{
    service_request_updates: { request_update: Record<string, string>[] };
  }>((await open.get(`servicerequestupdates.xml?service_request_id=${no}`)).body);
  expect(Object.keys(xml.request_update[0] ?? {})).toEqual([
    'update_id',
    'service_request_id',
    'status',
    'updated_datetime',
    'description',
    'media_url',
  ]);
  expect(
    (
      await open.get(
        'servicerequestupdates.json?start_date=2020-01-01T00:00:00Z&end_date=2020-01-02T00:00:00Z',
      )
    ).json(),
  ).toEqual([]);
});

test('another system adds an update once; its claim is written down and decides nothing', async () => {
  const no = await posted();
  const update = {
    service_request_id: no,
    description: '我方已到场，电话 13912345678',
    status: 'FIXED',
    update_id: 'ext-1',
    updated_datetime: '2026-11-23T10:00:00+08:00',
  };
  const [first] = (await open.post('servicerequestupdates.json', update)).json();
  const again = xmlOf<{ service_request_updates: { request_update: { update_id: string }[] } }>(
    (await open.post('servicerequestupdates.xml', update)).body,
  );
  expect(again.service_request_updates.request_update[0]?.update_id).toBe(first.update_id);
  const [told] = (await open.get(`servicerequestupdates.json?service_request_id=${no}`)).json();
  expect(told).toMatchObject({
    update_id: first.update_id,
    status: 'fixed',
    description: '我方已到场，电话 …',
  });
  expect((await open.get(`requests/${no}.json`)).json()[0]).toMatchObject({ status: 'open' });
});

test('the discovery document says where and what', async () => {
  const json = (await open.world.app.inject({ url: '/open311/discovery.json' })).json();
  expect(json.endpoints[0]).toMatchObject({
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url: expect.stringContaining('/open311/v2'),
  });
  expect(xmlOf((await open.world.app.inject({ url: '/open311/discovery.xml' })).body)).toHaveProperty(
    'discovery.endpoints',
  );
});

test('pages of other sites may ask, and the Accept header decides without an ending', async () => {
  const preflight = await open.world.app.inject({
    method: 'OPTIONS',
    url: '/open311/v2/requests.json',
    headers: { origin: 'https://app.example', 'access-control-request-method': 'POST' },
  });
  expect([preflight.statusCode, preflight.headers['access-control-allow-origin']]).toEqual([204, '*']);
  const kinds = await Promise.all(
    ['application/json', 'text/xml', 'application/xml;q=0.9, application/json', '*/*', ''].map((accept) =>
      open.get('services', { accept }),
    ),
  );
  expect(kinds.map((one) => String(one.headers['content-type']).split(';')[0])).toEqual([
    'application/json',
    'text/xml',
    'text/xml',
    'text/xml',
    'text/xml',
  ]);
  expect(
    kinds.every(
      (one) => one.headers['access-control-allow-origin'] === '*' && one.headers['set-cookie'] === undefined,
    ),
  ).toBe(true);
});
