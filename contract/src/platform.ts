import Type, { type Static } from 'typebox';
import { route, Shape, type Route } from './route.ts';
import { Instant, Maybe, Text, Uuid } from './shapes.ts';

/** Kinds of files that are taken, told by their content, and how large each may be in bytes. */
export const fileKinds = {
  image: { most: 12 * 1024 * 1024, says: 'image/jpeg, image/png, image/webp, image/gif, image/heic' },
  pdf: { most: 10 * 1024 * 1024, says: 'application/pdf' },
  voice: { most: 5 * 1024 * 1024, says: 'audio/mp4, audio/webm, audio/ogg, audio/mpeg' },
} as const;

export type FileKind = keyof typeof fileKinds;

/** The address of some content: its SHA-256 in hex. */
export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** A stored file. Where and when a picture was taken is not told here; pictures lose all such traces. */
export const FileView = Shape({
  id: Uuid,
  media: Type.String(),
  bytes: Type.Integer(),
  width: Maybe(Type.Integer()),
  height: Maybe(Type.Integer()),
  name: Type.String(),
  sha256: Type.String(),
  fresh: Type.Boolean(),
  thumb: Type.Boolean(),
});
export type FileView = Static<typeof FileView>;

export const makeUploadNonce = route({
  id: 'platform.upload_nonce',
  method: 'POST',
  path: '/upload-nonces',
  who: 'anyone',
  says: {
    zh: '拍照前领取一次性凭证；十分钟内随文件上传（X-Upload-Nonce 头），可证明照片是为此次上传拍摄的。',
    en: 'Take a one-time nonce before taking a picture; sent with the upload within ten minutes (header X-Upload-Nonce) it shows that the picture was taken for it.',
  },
  reply: Shape({ nonce: Uuid, endsAt: Instant }),
});

/** The moment on the server, by which a phone learns how far its own clock is off. */
export const readTime = route({
  id: 'platform.time',
  method: 'GET',
  path: '/time',
  who: 'anyone',
  says: {
    zh: '服务器当前时间；手机据此量出自己的时钟偏差，随离线操作一并上报。',
    en: 'The moment on the server; a phone measures by it how far its own clock is off, and sends that with what it did offline.',
  },
  reply: Shape({ now: Instant }),
});

/** How much of a file has arrived, and the file once it is whole. */
export const PieceView = Shape({ have: Type.Integer(), file: Maybe(FileView) });
export type PieceView = Static<typeof PieceView>;

export const Health = Shape({
  ok: Type.Boolean(),
  version: Type.String(),
  database: Type.Union([Type.Literal('up'), Type.Literal('down')]),
  migrations: Type.Union([Type.Literal('current'), Type.Literal('pending'), Type.Literal('unknown')]),
  disk: Type.Union([Type.Literal('enough'), Type.Literal('low'), Type.Literal('full')]),
  /** What is not well and what the operator does about it. */
  says: Type.Array(Shape({ zh: Type.String(), en: Type.String() })),
});
export type Health = Static<typeof Health>;

/** One change as told by the live stream: what happened to which thing; the reader asks for the thing itself. */
export const Change = Shape({ kind: Type.String(), subject: Type.String(), at: Instant });
export type Change = Static<typeof Change>;

/** An operation that does not speak the contract's JSON on both sides; it is documented but not checked by a schema. */
export type Door = Pick<Route, 'id' | 'path' | 'who' | 'says' | 'params' | 'query' | 'reply'> & {
  readonly method: 'GET' | 'POST';
  /** Media types of the body. */
  readonly takes: readonly string[];
  /** Media type of the reply. */
  readonly gives: string;
  /** The scope of the key that opens it, where a key does and no session. */
  readonly key?: string;
};

const bare = Shape({});
const ByContent = Shape({ sha256: Sha256 });

/** Streams, files and the documentation of itself. */
export const platformDoors = [
  {
    id: 'platform.upload',
    method: 'POST',
    path: '/uploads',
    who: 'anyone',
    params: bare,
    query: bare,
    reply: FileView,
    takes: ['application/octet-stream', 'multipart/form-data'],
    gives: 'application/json',
    says: {
      zh: '上传一个文件（图片、PDF 或语音），按内容识别类型；图片会重新编码并去除拍摄信息。文件名用 X-File-Name 头（百分号编码）。二十四小时内未被引用的文件会删除。',
      en: 'Upload one file (picture, PDF or voice); the content tells its type. Pictures are encoded anew without metadata. The name goes in the header X-File-Name (percent-encoded). A file that nothing refers to is deleted after 24 hours.',
    },
  },
  {
    id: 'platform.piece',
    method: 'POST',
    path: '/uploads/:sha256',
    who: 'signed-in',
    params: ByContent,
    query: bare,
    reply: PieceView,
    takes: ['application/octet-stream'],
    gives: 'application/json',
    says: {
      zh: '分段上传一个文件，以其内容的 SHA-256 为地址：X-Upload-Offset 为本段起点，X-Upload-Length 为全长；起点不对时不写入，只答已收到多少。同一人的同一内容只存一份，断线后可接着传。',
      en: 'Upload a file in pieces, addressed by the SHA-256 of its content: X-Upload-Offset is where the piece begins, X-Upload-Length how long the whole is. A piece that begins elsewhere is not written; the answer says how much is there. The same content of the same person is stored once, and a broken upload goes on where it stopped.',
    },
  },
  {
    id: 'platform.pieces',
    method: 'GET',
    path: '/uploads/:sha256',
    who: 'signed-in',
    params: ByContent,
    query: bare,
    reply: PieceView,
    takes: [],
    gives: 'application/json',
    says: {
      zh: '某个文件已收到多少；已收全的给出文件。',
      en: 'How much of a file has arrived; the file itself once it is whole.',
    },
  },
  {
    id: 'platform.file',
    method: 'GET',
    path: '/files/:id',
    who: 'anyone',
    params: Shape({ id: Uuid }),
    query: Shape({ size: Type.Optional(Type.Literal('thumb')), ticket: Type.Optional(Text(20, 200)) }),
    reply: Type.String(),
    takes: [],
    gives: '*/*',
    says: {
      zh: '读取文件；仅上传者本人，或可查看所属事件的人；凭查询码跟进者用进度里的 ticket。size=thumb 取缩略图。',
      en: 'Read a file; for its owner and for those who may see the case it belongs to; who follows a report by its code sends the ticket of its progress. size=thumb gives the small picture.',
    },
  },
  {
    id: 'platform.live',
    method: 'GET',
    path: '/live',
    who: 'signed-in',
    params: bare,
    query: bare,
    reply: Change,
    takes: [],
    gives: 'text/event-stream',
    says: {
      zh: '变化通知（服务器推送事件）：只告知可查看范围内哪条记录变了，不含内容；断线后以 Last-Event-ID 续接。',
      en: 'Live changes (server-sent events): which record within your scope changed, never its content; resumes by Last-Event-ID.',
    },
  },
  {
    id: 'platform.health',
    method: 'GET',
    path: '/health',
    who: 'anyone',
    params: bare,
    query: bare,
    reply: Health,
    takes: [],
    gives: 'application/json',
    says: { zh: '系统是否可用；不可用时返回 503。', en: 'Whether the system can work; 503 when it cannot.' },
  },
  {
    id: 'platform.openapi',
    method: 'GET',
    path: '/openapi.json',
    who: 'anyone',
    params: bare,
    query: bare,
    reply: Type.Object({}),
    takes: [],
    gives: 'application/json',
    says: { zh: '本接口说明（OpenAPI 3.1）。', en: 'This description of the interface (OpenAPI 3.1).' },
  },
  {
    id: 'platform.docs',
    method: 'GET',
    path: '/docs',
    who: 'anyone',
    params: bare,
    query: bare,
    reply: Type.String(),
    takes: [],
    gives: 'text/html',
    says: { zh: '接口说明网页。', en: 'The description of the interface as a page.' },
  },
] as const satisfies Door[];

/** What an upload may be called; kept as a label, never used as a path. */
export const FileName = Text(1, 120);
