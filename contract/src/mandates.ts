import Type, { type Static } from 'typebox';
import { Phone } from './identity.ts';
import { MandateActName } from './mandate-acts.ts';
import { route, Shape } from './route.ts';
import { ById, Day, Instant, keysOf, Maybe, OneOf, Reason, UnitId, Uuid, Words } from './shapes.ts';

const Acts = Type.Array(MandateActName, { minItems: 1, maxItems: 4, uniqueItems: true });

export const mandateStates = {
  asked: { zh: '待确认', en: 'Waiting for the other side' },
  active: { zh: '有效', en: 'In force' },
  declined: { zh: '已谢绝', en: 'Declined' },
  ended: { zh: '已结束', en: 'Ended' },
} as const;
export const MandateState = OneOf(keysOf(mandateStates));

export const mandateEnds = {
  principal: { zh: '本人撤销', en: 'Revoked by the person' },
  helper: { zh: '代办人退出', en: 'Given up by the helper' },
  window: { zh: '本人到窗口撤销', en: 'Revoked at a window' },
  phone: { zh: '本人来电撤销', en: 'Revoked by phone' },
  expired: { zh: '到期', en: 'Its time was over' },
  lapsed: { zh: '无人确认', en: 'Never confirmed' },
} as const;
export const MandateEnd = OneOf(keysOf(mandateEnds));

/** The longest a mandate lasts before it is given anew. */
export const MANDATE_MONTHS = 12;
/** How many people one resident may have as helpers, and help: a neighbour helps neighbours, an agency would need an office. */
export const MOST_HELPERS = 5;
export const MOST_HELPED = 10;

const Somebody = Shape({ name: Maybe(Type.String()), phone: Maybe(Type.String()) });
export type Somebody = Static<typeof Somebody>;
const Use = Shape({ act: MandateActName, at: Instant });

/** A mandate as one of its two sides sees it; names and phones are masked. */
export const MandateView = Shape({
  id: Uuid,
  side: OneOf(['principal', 'helper'] as const),
  state: MandateState,
  other: Somebody,
  acts: Type.Array(MandateActName),
  until: Instant,
  /** It is for the reader to accept or decline it. */
  waitsForMe: Type.Boolean(),
  atWindow: Type.Boolean(),
  endedAt: Maybe(Instant),
  endedHow: Maybe(MandateEnd),
  uses: Type.Array(Use),
});
export type MandateView = Static<typeof MandateView>;

export const listMandates = route({
  id: 'identity.mandates',
  method: 'GET',
  path: '/mandates',
  who: 'resident',
  says: {
    zh: '家庭与代办：谁替我办、我替谁办，以及最近代办了什么。',
    en: 'Family and helpers: who acts for me, for whom I act, and what was done lately.',
  },
  reply: Shape({ items: Type.Array(MandateView) }),
});

const Asked = Shape({ phone: Phone, acts: Acts, until: Day });

export const inviteHelper = route({
  id: 'identity.inviteHelper',
  method: 'POST',
  path: '/mandates/helpers',
  who: 'resident',
  stepUp: true,
  says: {
    zh: '按手机号请人替我代办；对方确认后生效，最长 12 个月。',
    en: 'Ask somebody by phone to act for me; it holds once they accept, 12 months at most.',
  },
  body: Asked,
  reply: MandateView,
});

export const offerHelp = route({
  id: 'identity.offerHelp',
  method: 'POST',
  path: '/mandates/offers',
  who: 'resident',
  says: {
    zh: '按手机号提出替某人代办；本人确认后生效，最长 12 个月。',
    en: 'Offer by phone to act for somebody; it holds once they accept, 12 months at most.',
  },
  body: Asked,
  reply: MandateView,
});

export const answerMandate = route({
  id: 'identity.answerMandate',
  method: 'POST',
  path: '/mandates/:id/answer',
  who: 'resident',
  stepUp: true,
  says: { zh: '同意或谢绝一份代办授权。', en: 'Accept or decline a mandate.' },
  params: ById,
  body: Shape({ accept: Type.Boolean() }),
  reply: MandateView,
});

export const revokeMandate = route({
  id: 'identity.revokeMandate',
  method: 'POST',
  path: '/mandates/:id/revocation',
  who: 'resident',
  says: {
    zh: '撤销授权或退出代办，立即生效。',
    en: 'Revoke a mandate or give it up; it ends at once.',
  },
  params: ById,
  reply: MandateView,
});

/** A mandate as the window sees it. */
export const WindowMandate = Shape({
  id: Uuid,
  state: MandateState,
  principal: Shape({ account: Maybe(Uuid), ...Somebody.properties }),
  helper: Somebody,
  acts: Type.Array(MandateActName),
  until: Instant,
  evidence: Maybe(Uuid),
  unit: Maybe(UnitId),
  madeAt: Instant,
  endedAt: Maybe(Instant),
  endedHow: Maybe(MandateEnd),
  endReason: Maybe(Type.String()),
});
export type WindowMandate = Static<typeof WindowMandate>;

const windowStaff = ['intake', 'community'] as const;
/** At the counter, or at somebody's home: a grid worker brings the form along. */
const enterers = [...windowStaff, 'grid_worker'] as const;

export const listWindowMandates = route({
  id: 'identity.windowMandates',
  method: 'GET',
  path: '/window-mandates',
  who: windowStaff,
  says: {
    zh: '按当事人或代办人的手机号查授权；不填则为本单位最近登记的 50 份。',
    en: 'Mandates by the phone of either side; without one, the latest 50 entered by this unit.',
  },
  query: Shape({ phone: Type.Optional(Phone) }),
  reply: Shape({ items: Type.Array(WindowMandate) }),
});

export const enterMandate = route({
  id: 'identity.enterMandate',
  method: 'POST',
  path: '/window-mandates',
  who: enterers,
  says: {
    zh: '在窗口或上门登记授权：当事人已签字，须附签字表照片；没有手机的老人凭姓名登记。',
    en: 'Enter a signed mandate at the window or at home with a photo of the form; somebody without a phone goes by name.',
  },
  body: Shape({
    principal: Type.Union([
      Shape({ name: Words(1, 40), phone: Type.Optional(Phone) }),
      Shape({ account: Uuid }),
    ]),
    helper: Shape({ phone: Phone, name: Type.Optional(Words(1, 40)) }),
    acts: Acts,
    until: Day,
    evidence: Uuid,
  }),
  reply: WindowMandate,
});

export const revokeAtWindow = route({
  id: 'identity.revokeAtWindow',
  method: 'POST',
  path: '/window-mandates/:id/revocation',
  who: windowStaff,
  says: {
    zh: '当事人到窗口或来电要求撤销授权，写明理由，立即生效。',
    en: 'The person asks at the window or by phone to end a mandate; with a reason, at once.',
  },
  params: ById,
  body: Shape({ how: OneOf(['window', 'phone'] as const), reason: Reason }),
  reply: WindowMandate,
});
