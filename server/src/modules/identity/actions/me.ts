import type { Static } from 'typebox';
import { nationalHotline } from '@fengqiao/contract/hotline.ts';
import type { Me, OwnSettings } from '@fengqiao/contract/identity.ts';
import { maskName, maskPhone } from '@fengqiao/contract/masks.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { openMaybe, places, sealMaybe } from './sealed.ts';
import { stateOf } from '../domain/post.ts';
import { saveAccount } from '../store/accounts.ts';
import { postsOf } from '../store/posts.ts';
import { sessionCard, type SessionCard } from '../store/sessions.ts';

type Settings = Static<typeof OwnSettings>;

/** Who acts in a session, at which posts, in which street. */
export async function meOf(work: Work, session = work.actor.session): Promise<Me> {
  const card = await sessionCard(work, session);
  return {
    session: card.id,
    kind: card.kind,
    account: card.account,
    login: card.login,
    ...ownNameAndPhone(work, card),
    role: card.role,
    unit: card.unit,
    unitName: card.unitZh === null || card.unitEn === null ? null : { zh: card.unitZh, en: card.unitEn },
    units: card.units,
    wide: card.wide,
    level: card.level,
    totp: card.totp,
    posts: await heldPosts(work, card),
    street: {
      id: card.street,
      name: { zh: card.streetZh, en: card.streetEn },
      hotline: card.hotline ?? nationalHotline,
    },
    settings: fromJson<Settings>(card.settings ?? {}),
    behalf: behalfOf(work, card),
    signOn: work.settings.oidc === null ? 'none' : card.signOn ? 'used' : 'offered',
    idleUntil: card.idleUntil?.toISOString() ?? null,
    endsAt: (card.endsAt ?? new Date(work.now.getTime() + 86_400_000)).toISOString(),
    demo: work.settings.demo,
    filing: work.settings.filing,
  };
}

/** Whom this session acts for, named so that the helper knows them again. */
function behalfOf(
  { vault, now }: Work,
  { behalf, mandate, acts, behalfUntil, behalfName, behalfPhone }: SessionCard,
): Me['behalf'] {
  if (behalf === null || mandate === null || behalfUntil === null || behalfUntil <= now) return null;
  const name = openMaybe(vault, behalfName, places.accountName(behalf));
  const phone = openMaybe(vault, behalfPhone, places.accountPhone(behalf));
  return {
    account: behalf,
    mandate,
    name: name === null ? (phone === null ? '' : maskPhone(phone)) : maskName(name),
    acts,
    until: behalfUntil.toISOString(),
  };
}

function ownNameAndPhone(
  { vault }: Work,
  { account, name, nameEnc, phoneEnc }: SessionCard,
): Pick<Me, 'name' | 'maskedPhone'> {
  if (account === null) return { name, maskedPhone: null };
  const phone = openMaybe(vault, phoneEnc, places.accountPhone(account));
  return {
    name: openMaybe(vault, nameEnc, places.accountName(account)) ?? name,
    maskedPhone: phone === null ? null : maskPhone(phone),
  };
}

async function heldPosts(work: Work, { kind, account, post }: SessionCard): Promise<Me['posts']> {
  if (kind !== 'staff' || account === null) return [];
  const held = (await postsOf(work, [account])).filter((one) => stateOf(one, work.now) === 'active');
  return held.map(({ id, role, unit, unitName, until }) => ({
    id,
    role,
    unit,
    unitName,
    until: until?.toISOString() ?? null,
    current: id === post,
  }));
}

/** Sets or removes a resident's own name. */
export async function nameMyself(work: Work, name: string): Promise<Me> {
  const account = myAccount(work);
  const given = name.trim() === '' ? null : name.trim();
  await saveAccount(work, account, { nameEnc: sealMaybe(work.vault, given, places.accountName(account)) });
  return meOf(work);
}

export async function settleMyself(work: Work, settings: Settings): Promise<Me> {
  await saveAccount(work, myAccount(work), { settings });
  return meOf(work);
}

/** The account that acts; guests and the engine have none. */
export function myAccount({ actor }: Work): string {
  return actor.account ?? refuse('platform.not_signed_in');
}
