import type { Allowed } from './look.ts';

/** Names that look like a broken promise and are none; each with its reason. */
export const allowedNames: Allowed = [];

/** Words that look like a broken promise and are none; each with its reason. */
export const allowedTexts: Allowed = [
  {
    at: /^contract\/src\/registry\/corrections\.ts/,
    text: /不采集人脸/,
    why: 'says that no face is recorded',
  },
  {
    at: /^contract\/src\/registry\/(columns|words)\.ts/,
    text: /unified social credit/i,
    why: '统一社会信用代码 is the number of an organization, not a score',
  },
  {
    at: /^console\/src\/screens\/lists\/texts\.ts/,
    text: /Accept all/,
    why: 'accepts proposals for the list of responsibilities, no consent of a person',
  },
  {
    at: /^field\/src\/screens\/outbox\/texts\.ts/,
    text: /不排名|no ranking/,
    why: 'says that there are no points and no ranking',
  },
];

/** Calls of a browser that look like a broken promise and are none; each with its reason. */
export const allowedCalls: Allowed = [
  {
    at: /^resident\/src\/screens\/share\/Share\.tsx/,
    text: /navigator\.share/,
    why: 'a resident shows the public state of their own report: no words, no place, nobody',
  },
];

/** Tables with a person, a place and a moment in a row. */
export const personPlaceTime: Readonly<Record<string, string>> = {
  'cases.case': 'the place is that of the matter; the holder is the unit that handles it',
  'cases.report':
    'the place is that of the matter; whoever reports it need not be there and need not sign in',
  'cases.evidence':
    'the place of a picture shows that it is of the matter; one for a result, only where the list asks for it',
};

/** Statements with a figure for each person. */
export const figures: Readonly<Record<string, string>> = {
  'server/src/modules/audit/store/security.ts › securityOdd':
    'attempts at an account that were refused, and sign-ins by night or from a new device, so that an attack is noticed; read by auditors only, and nothing of the work somebody did',
};

/** Facts that an operation cannot do without. */
export const needed: Readonly<Record<string, string>> = {
  'cases.reportProblem address':
    'the place of the matter, where somebody has to go; not where the reporter lives',
  'identity.askPhoneCode phone': 'the code is sent to it; signing in is voluntary',
  'identity.signInByPhone phone': 'signing in by phone is voluntary; everything else goes without',
};
