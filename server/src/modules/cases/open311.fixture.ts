import { XMLParser } from 'fast-xml-parser';
import type { LightMyRequestResponse } from 'fastify';
import { makeApiKey } from '#test/api-key.ts';
import { startCases } from '#test/cases.ts';
import { places } from '#test/ground.ts';
import type { World } from '#test/world.ts';

export type Open = {
  readonly world: World;
  readonly key: string;
  get(path: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  /** Sends a form with the key of the app. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
};

/** A street with an app that holds a key. */
export async function startOpen311(): Promise<Open> {
  const world = await startCases();
  const { key } = await makeApiKey(world, { name: '随手拍', scopes: ['open311'] });
  const form = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  return {
    world,
    key,
    get: (path, headers = {}) => world.app.inject({ url: `/open311/v2/${path}`, headers }),
    post: (path, fields, headers = {}) =>
      world.app.inject({
        method: 'POST',
        url: `/open311/v2/${path}`,
        headers: { ...form, ...headers },
        payload: new URLSearchParams({ api_key: key, ...fields }).toString(),
      }),
  };
}

const here = places['c01-g01'];
/** A request for a lamp that is out, in the first grid. */
export const lamp = {
  service_code: '05003',
  lat: String(here.lat),
  long: String(here.lng),
  description: '橹声路 8 号门口路灯不亮',
};

/** XML as an object; lists are always lists and all values are text. */
export const xmlOf = <T = unknown>(text: string): T => {
  const lists = ['service', 'request', 'error', 'attribute', 'value', 'request_update', 'endpoint', 'format'];
  return new XMLParser({
    parseTagValue: false,
    ignoreDeclaration: true,
    isArray: (name) => lists.includes(name),
  }).parse(text);
};
