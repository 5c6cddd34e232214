import Type, { type Static } from 'typebox';
import { Attempt } from './notices/delivery.ts';
import { route, Shape } from './route.ts';
import { ById, Done, Instant, keysOf, Maybe, OneOf, Page, Paging, Text, UnitId, Uuid } from './shapes.ts';

export const messageStates = {
  waiting: { zh: '待发送', en: 'Waiting' },
  sent: { zh: '已发送', en: 'Sent' },
  delivered: { zh: '已送达', en: 'Delivered' },
  failed: { zh: '发送失败', en: 'Failed' },
} as const;
export type MessageState = keyof typeof messageStates;
const State = OneOf(keysOf(messageStates));

export const MessageView = Shape({
  id: Uuid,
  kind: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  caseId: Maybe(Uuid),
  /** To everyone on duty in this unit; null when it is to me alone. */
  unit: Maybe(UnitId),
  at: Instant,
  read: Type.Boolean(),
  /** By which ways it was tried to reach me; empty where nothing more than this message was due. */
  ways: Type.Array(Attempt),
});
export type MessageView = Static<typeof MessageView>;

export const listMessages = route({
  id: 'notices.messages',
  method: 'GET',
  path: '/messages',
  who: 'signed-in',
  says: { zh: '发给我和我所在单位的消息，新的在前。', en: 'Messages to me and to my unit, newest first.' },
  query: Shape({ ...Paging, after: Type.Optional(Uuid), unread: Type.Optional(Type.Boolean()) }),
  reply: Page(MessageView),
});

export const countMessages = route({
  id: 'notices.unread',
  method: 'GET',
  path: '/messages/unread',
  who: 'signed-in',
  says: {
    zh: '我有多少条未读消息（最多数到 100）。',
    en: 'How many messages I have not read (counted up to 100).',
  },
  reply: Shape({ count: Type.Integer() }),
});

export const readMessage = route({
  id: 'notices.read',
  method: 'POST',
  path: '/messages/:id/reading',
  who: 'signed-in',
  says: { zh: '标记一条消息为已读。', en: 'Mark a message as read.' },
  params: ById,
  reply: Done,
});

export const readAllMessages = route({
  id: 'notices.readAll',
  method: 'POST',
  path: '/messages/reading',
  who: 'signed-in',
  says: { zh: '标记到此时为止的消息均已读。', en: 'Mark everything up to now as read.' },
  reply: Shape({ count: Type.Integer() }),
});

export const FailedMessage = Shape({
  id: Uuid,
  kind: Type.String(),
  zh: Type.String(),
  caseId: Maybe(Uuid),
  state: State,
  tries: Type.Integer(),
  error: Maybe(Type.String()),
  at: Instant,
});

export const listFailed = route({
  id: 'notices.failed',
  method: 'GET',
  path: '/messages/failed',
  who: ['admin', 'supervisor'],
  says: { zh: '没有发出去的短信及原因。', en: 'Text messages that could not be sent, and why.' },
  query: Shape({ ...Paging, after: Type.Optional(Uuid) }),
  reply: Page(FailedMessage),
});

export const sendAgain = route({
  id: 'notices.sendAgain',
  method: 'POST',
  path: '/messages/:id/sending',
  who: ['admin', 'supervisor'],
  says: { zh: '重新发送一条失败的短信。', en: 'Send a failed text message again.' },
  params: ById,
  reply: Done,
});

export const OutboxMessage = Shape({
  id: Uuid,
  to: Type.String(),
  text: Text(0, 2000),
  kind: Type.String(),
  state: State,
  at: Instant,
});

export const demoOutbox = route({
  id: 'notices.demoOutbox',
  method: 'GET',
  path: '/demo/outbox',
  who: 'anyone',
  says: {
    zh: '仅演示模式：最近 50 条短信及其内容（含验证码）。',
    en: 'Demo mode only: the last 50 text messages with their texts, codes included.',
  },
  reply: Shape({ items: Type.Array(OutboxMessage) }),
});

export * from './notices/delivery.ts';
