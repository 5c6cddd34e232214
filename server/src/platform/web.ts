import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import compress from '@fastify/compress';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { say } from './errors.ts';
import { Refusal } from './refusal.ts';

type App = { readonly at: string; readonly folder: string; readonly nameZh: string };

const distOf = (workspace: string) => fileURLToPath(new URL(`../../../${workspace}/dist/`, import.meta.url));

/** The web apps and the path each lives under; the longest path that fits an address wins. */
export const apps: readonly App[] = [
  { at: '/console/', folder: distOf('console'), nameZh: '工作台' },
  { at: '/field/', folder: distOf('field'), nameZh: '网格端' },
  { at: '/', folder: distOf('resident'), nameZh: '住枫桥' },
];

/** Serves the built web apps; an address inside an app that is no file opens the app, which has its own routes. */
export async function serveApps(app: FastifyInstance, served: readonly App[] = apps): Promise<void> {
  const built = served.filter((one) => existsSync(`${one.folder}index.html`));
  await app.register(async (scope) => {
    await scope.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 });
    for (const { at, folder } of built) {
      await scope.register(files, {
        root: folder,
        prefix: at,
        index: 'index.html',
        decorateReply: false,
        cacheControl: false,
        setHeaders: (reply, path) => void reply.header('cache-control', cachingOf(path)),
      });
    }
  });
  for (const { at } of served)
    if (at !== '/') app.get(at.slice(0, -1), (_request, reply) => reply.redirect(at));
  app.setNotFoundHandler((request, reply) => openApp(served, request, reply));
}

/** Files with a hash in their name never change; all others are asked for again. */
const cachingOf = (path: string) =>
  /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';

async function openApp(
  served: readonly App[],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const path = request.url.split('?', 1)[0] ?? '/';
  const app = served.find(({ at }) => path.startsWith(at));
  const isPage = request.method === 'GET' && !path.startsWith('/api/') && !/\.[a-z0-9]+$/i.test(path);
  if (app === undefined || !isPage) return say(new Refusal('platform.not_found'), request, reply);
  void reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
  if (!existsSync(`${app.folder}index.html`)) return reply.code(503).send(unbuilt(app));
  return reply.send(await readFile(`${app.folder}index.html`, 'utf8'));
}

const unbuilt = ({
  nameZh,
}: App) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${nameZh}</title>
<h1>${nameZh}尚未构建</h1><p>请在项目目录运行 <code>npm start</code>，它会先构建网页再启动。</p>
<p lang="en">This app has not been built. Run <code>npm start</code> in the project folder; it builds the web apps and then starts.</p></html>`;
