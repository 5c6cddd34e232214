import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { config } from './config.js';
import { entryUrl, inside } from './lib/enter.js';
import { subscribe } from './lib/subscribe.js';

/** WeChat itself, the one thing that cannot be had outside of it: what is asked of it, and what it answers. */
function fakeWx(answers) {
  const asked = [];
  const answer = (name) => (options) => {
    asked.push([name, options]);
    const said = answers[name];
    if (said === undefined) options.fail?.({ errMsg: `${name}:fail` });
    else options.success?.(said);
  };
  const names = ['login', 'request', 'requestSubscribeMessage', 'navigateTo', 'makePhoneCall'];
  return { asked, ...Object.fromEntries(names.map((name) => [name, answer(name)])) };
}

const site = 'https://fengqiao.example.gov.cn';
const signedIn = { login: { code: 'wx-code' }, request: { statusCode: 200, data: { token: 'a.b+c/d' } } };

test('somebody whom the district knows enters with a token that stands behind the #', async () => {
  const wx = fakeWx(signedIn);
  expect(await entryUrl(wx, config, '/report')).toBe(`${site}/embed#token=a.b%2Bc%2Fd&to=%2Freport`);
  const [, request] = wx.asked;
  expect(request[1]).toMatchObject({ url: config.handOverUrl, method: 'POST', data: { code: 'wx-code' } });
});

test('without a login, without a network, or with a no of the district, one enters all the same', async () => {
  for (const answers of [
    {},
    { login: { code: 'c' } },
    { ...signedIn, request: { statusCode: 500, data: '' } },
  ])
    expect(await entryUrl(fakeWx(answers), config, '/')).toBe(`${site}/embed#to=%2F`);
});

test('only pages of the platform are opened', () => {
  expect(['/mine', 'https://evil.example', '//evil.example', undefined].map(inside)).toEqual([
    '/mine',
    '/',
    '/',
    '/',
  ]);
});

test('whoever accepts a message is told of to the district, and whoever does not is not asked again', async () => {
  const given = { ...config, templates: ['t1', 't2', 't3', 't4'] };
  const wx = fakeWx({ ...signedIn, requestSubscribeMessage: { t1: 'accept', t2: 'reject', t3: 'accept' } });
  expect(await subscribe(wx, given)).toEqual(['t1', 't3']);
  expect(wx.asked[0][1].tmplIds).toEqual(['t1', 't2', 't3']);
  expect(wx.asked.at(-1)[1]).toMatchObject({ url: config.subscribeUrl, data: { accepted: ['t1', 't3'] } });
  const refused = fakeWx({ requestSubscribeMessage: { t1: 'reject' } });
  expect(await subscribe(refused, given)).toEqual([]);
  expect(refused.asked).toHaveLength(1);
  expect(await subscribe(fakeWx({}), config)).toEqual([]);
});

let page;
beforeEach(() => {
  globalThis.Page = (made) => (page = made);
});
afterEach(() => {
  delete globalThis.Page;
  delete globalThis.wx;
});
const open = (made) => ({ ...made, setData: (data) => Object.assign(made.data, data) });

test('the pages lead to the platform, to the phone, and share the page one is on', async () => {
  globalThis.wx = fakeWx(signedIn);
  await import('./pages/home/index.js');
  open(page).report();
  open(page).call();
  expect(globalThis.wx.asked).toMatchObject([
    ['navigateTo', { url: '/pages/web/index?to=%2Freport' }],
    ['makePhoneCall', { phoneNumber: config.hotline }],
  ]);
  await import('./pages/web/index.js');
  const web = open(page);
  await web.onLoad({ to: '%2Fmine' });
  expect(web.data.url).toContain('to=%2Fmine');
  expect(web.onShareAppMessage({ webViewUrl: `${site}/shared/abc#token=secret` }).path).toBe(
    '/pages/web/index?to=%2Fshared%2Fabc',
  );
});

test('every page that is declared is there', () => {
  const { pages } = JSON.parse(readFileSync(new URL('app.json', import.meta.url), 'utf8'));
  for (const one of pages)
    for (const part of ['js', 'json', 'wxml', 'wxss'])
      expect(readFileSync(new URL(`${one}.${part}`, import.meta.url), 'utf8').length).toBeGreaterThan(10);
});
