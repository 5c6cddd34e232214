import { BreakGlassView, EmergencyName, rescuers } from '../audit/oversight.ts';
import { route, Shape } from '../route.ts';
import { Text, Words } from '../shapes.ts';
import Type from 'typebox';
import { PersonFieldName, PersonView, revealPerson } from './people.ts';

/** How often one account may look for somebody in an emergency; nobody needs it more often. */
export const EMERGENCIES_A_MINUTE = 10;

export const openEmergency = route({
  id: 'registry.openEmergency',
  method: 'POST',
  path: '/registry/emergencies',
  who: rescuers,
  stepUp: true,
  reads: 'personal',
  says: {
    zh: '应急查看：在紧急情况下查看一个人的登记信息 30 分钟，事由从规定的几种中选择并写明情况；个人信息保护专员立即得知，两个工作日内由他人复核。',
    en: 'Break-glass: look at one person of the registry for 30 minutes in an emergency, for one of a closed list of reasons and with a text; the privacy officers hear of it at once, and somebody else reviews it within two workdays.',
  },
  body: Shape({
    name: Type.Optional(Text(1, 60)),
    phone: Type.Optional(Text(3, 30)),
    idNumber: Type.Optional(Text(4, 30)),
    address: Type.Optional(Text(2, 60)),
    reasonCode: EmergencyName,
    text: Words(10, 500),
  }),
  reply: BreakGlassView,
});

export const viewEmergency = route({
  id: 'registry.viewEmergency',
  method: 'POST',
  path: '/registry/emergencies/mine/view',
  who: rescuers,
  reads: 'personal',
  secret: true,
  says: {
    zh: '正在应急查看的人（脱敏），不含同户人员；留查看记录，本人可查。',
    en: 'The person whom my emergency look opened, masked, without their household; recorded, and the person can read it.',
  },
  reply: PersonView,
});

export const revealEmergency = route({
  id: 'registry.revealEmergency',
  method: 'POST',
  path: '/registry/emergencies/mine/reveal',
  who: rescuers,
  reads: 'personal',
  secret: true,
  says: {
    zh: '逐项显示正在应急查看的人的信息；事由即应急查看的事由，不占查看额度。',
    en: 'Show single facts of that person in clear; the reason is that of the emergency, and no limit is spent.',
  },
  body: Shape({
    fields: Type.Array(PersonFieldName, { minItems: 1, maxItems: 9, uniqueItems: true }),
  }),
  reply: revealPerson.reply,
});
