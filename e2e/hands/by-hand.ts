import type { Page } from 'playwright-core';
import { texts as formTexts } from '../../console/src/parts/form/texts.ts';
import { texts as peopleTexts } from '../../console/src/screens/people/texts.ts';
import { texts as placeTexts } from '../../console/src/screens/places/texts.ts';
import type { Both } from '../../contract/src/both.ts';
import { importColumns } from '../../contract/src/registry/columns.ts';
import { personHints } from '../../contract/src/registry/people.ts';
import {
  homeUses,
  lifeEvents,
  organizationKinds,
  organizationStates,
  sexes,
} from '../../contract/src/registry/words.ts';
import { makeCreditCode, makeIdNumber } from '../../server/town/names/identifiers.ts';
import { Random } from '../../server/town/names/random.ts';
import { demand, demandAccessible, settled } from '../demand.ts';
import type { Lane } from '../house.ts';
import { read } from '../words.ts';
import { choose, drawer } from './workbench.ts';

type Tongue = 'zh' | 'en';
const SOURCE: Both = { zh: '入户核实', en: 'A visit at home' };
export type Written = { readonly name: string; readonly idNumber: string };

/** Writes a home, a person who lives in it and a shop on screen, as a community does it, in one of the languages; gives the person. */
export async function writeByHand(lane: Lane, language: Tongue): Promise<Written> {
  const page = await lane.enter({ role: 'community', language });
  const say = (both: Both) => both[language];
  const building = await buildingOf(page, lane);
  // Other people and things each time, so that a street may be gone through more than once.
  const random = new Random(`by-hand-${language}-${Date.now()}`);
  const mark = String(random.int(1000, 9999));
  const names = { person: '程新到', shop: `新到豆腐坊${mark}`, door: `9单元${mark}室` };
  const hand = { page, lane, language, say, random, names };
  await writeHome(hand, building);
  const person = await writePerson(hand, building);
  await writeShop(hand, building);
  await page.close();
  return person;
}

type Hand = {
  readonly page: Page;
  readonly lane: Lane;
  readonly language: Tongue;
  readonly say: (both: Both) => string;
  readonly random: Random;
  readonly names: { readonly person: string; readonly shop: string; readonly door: string };
};

/** A building that the community looks after. */
async function buildingOf(page: Page, { base }: Lane): Promise<string> {
  const reply = await page.request.get(`${base}/api/registry/homes?limit=1`);
  const { items } = (await reply.json()) as { items: { address: string }[] };
  return items[0]?.address ?? '';
}

async function writeHome({ page, lane, language, say, names }: Hand, building: string): Promise<void> {
  await page.goto(`${lane.base}/console/homes/new`);
  await page.getByLabel(say(placeTexts.homeAddress)).fill(`${building}${names.door}`);
  await choose(page.locator('main'), say(importColumns.homes.use), say(homeUses.empty));
  await page.getByLabel(say(formTexts.source)).fill(say(SOURCE));
  await settled(page);
  await read(page, `${language}-home-new`);
  await demandAccessible(page);
  await page.getByRole('button', { name: say(placeTexts.addHome) }).click();
  await drawer(page).getByRole('heading', { name: names.door }).waitFor();
  await drawer(page)
    .getByRole('button', { name: say(placeTexts.change) })
    .click();
  const form = drawer(page).last();
  await choose(form, say(importColumns.homes.use), say(homeUses.rented));
  await form.getByLabel(say(formTexts.source)).fill(say(SOURCE));
  await read(page, `${language}-home-change`);
  await demandAccessible(page);
  await form.getByRole('button', { name: say(placeTexts.change) }).click();
  await drawer(page)
    .getByRole('cell', { name: say(homeUses.rented), exact: true })
    .waitFor();
}

async function writePerson(
  { page, lane, language, say, random, names }: Hand,
  building: string,
): Promise<Written> {
  const { person, door } = names;
  const number = makeIdNumber(random, '1991-03-04', 'male');
  const fill = async () => {
    await page.goto(`${lane.base}/console/people/new`);
    await page.getByLabel(say(peopleTexts.fullName), { exact: true }).fill(person);
    await page.getByLabel(say(peopleTexts.idNumber), { exact: true }).fill(number);
    await page.getByLabel(say(peopleTexts.homeAddress)).fill(`${building}${door}`);
    await page.getByLabel(say(formTexts.source)).fill(say(SOURCE));
  };
  await fill();
  await settled(page);
  await read(page, `${language}-person-new`);
  await demandAccessible(page);
  await page.getByRole('button', { name: say(peopleTexts.add) }).click();
  await page.getByRole('heading', { name: say(peopleTexts.added) }).waitFor();
  demand(
    (await page.getByText(say(peopleTexts.noHome)).count()) === 0,
    'the home was written down and is not known',
  );
  await page.getByRole('link', { name: say(peopleTexts.look) }).click();
  await noteEvents({ page, lane, language, say });
  await fill();
  await page.getByText(say(personHints.same_number)).waitFor();
  await read(page, `${language}-person-known`);
  await page.getByRole('button', { name: say(peopleTexts.add) }).click();
  await page.getByRole('alert').last().waitFor();
  demand(
    (await page.getByLabel(say(peopleTexts.idNumber), { exact: true }).inputValue()) === number,
    'what was entered is lost when the server says no',
  );
  return { name: person, idNumber: number };
}

/** A child is born, and the household changes: what happened stands with who says so. */
async function noteEvents({
  page,
  language,
  say,
}: Pick<Hand, 'page' | 'lane' | 'language' | 'say'>): Promise<void> {
  await page.getByRole('button', { name: say(peopleTexts.noteEvent) }).click();
  await choose(drawer(page), say(peopleTexts.event), say(peopleTexts.childBorn));
  await drawer(page).getByLabel(say(peopleTexts.childName)).fill('程小到');
  await choose(drawer(page), say(peopleTexts.sex), say(sexes['2']));
  await drawer(page).getByLabel(say(peopleTexts.eventSource)).fill(say(SOURCE));
  await read(page, `${language}-person-born`);
  await demandAccessible(page);
  await drawer(page)
    .getByRole('button', { name: say(peopleTexts.noteEvent) })
    .click();
  await drawer(page).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: say(peopleTexts.noteEvent) }).click();
  await choose(drawer(page), say(peopleTexts.event), say(lifeEvents.household_changed));
  await drawer(page).getByLabel(say(peopleTexts.newHousehold)).fill('H-9901');
  await drawer(page).getByLabel(say(peopleTexts.eventSource)).fill(say(SOURCE));
  await drawer(page)
    .getByRole('button', { name: say(peopleTexts.noteEvent) })
    .click();
  await page
    .getByRole('region', { name: say(peopleTexts.events) })
    .getByText(say(lifeEvents.household_changed))
    .waitFor();
  await read(page, `${language}-person-events`);
}

async function writeShop(
  { page, lane, language, say, random, names }: Hand,
  building: string,
): Promise<void> {
  const { shop } = names;
  const columns = importColumns.organizations;
  const code = makeCreditCode(random);
  const wrong = code.slice(0, 17) + (code.endsWith('0') ? '1' : '0');
  await page.goto(`${lane.base}/console/organizations/new`);
  await page.getByLabel(say(columns.name), { exact: true }).fill(shop);
  await page.getByLabel(say(columns.address), { exact: true }).fill(building);
  await page.getByRole('radio', { name: say(organizationKinds.household_business) }).check();
  await page.getByLabel(say(columns.creditCode)).fill(wrong);
  await page.getByLabel(say(formTexts.source)).fill(say(SOURCE));
  await page.getByRole('button', { name: say(placeTexts.addOrganization) }).click();
  await page.getByRole('alert').waitFor();
  await settled(page);
  await read(page, `${language}-organization-new`);
  await demandAccessible(page);
  await page.getByLabel(say(columns.creditCode)).fill(code);
  await page.getByRole('button', { name: say(placeTexts.addOrganization) }).click();
  await drawer(page).getByRole('heading', { name: shop }).waitFor();
  await drawer(page)
    .getByRole('button', { name: say(placeTexts.change) })
    .click();
  const form = drawer(page).last();
  await form.getByRole('radio', { name: say(organizationStates.closed) }).check();
  await form.getByLabel(say(formTexts.source)).fill(say(SOURCE));
  await form.getByRole('button', { name: say(placeTexts.change) }).click();
  await drawer(page)
    .getByRole('cell', { name: say(organizationStates.closed), exact: true })
    .waitFor();
  await read(page, `${language}-organization`);
  await demandAccessible(page);
}
