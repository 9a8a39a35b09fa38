import { checkCharacter } from '@tyovayla/kernel/identity-code';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import type { Browser, Page } from 'playwright-core';
import { buildPortalWeb } from '../../scripts/lib/portal-web.ts';
import { barriersOn, openBrowser, type Person, signIn } from './portal-browser.ts';

const identityCode = `010190-903${checkCharacter('010190903')}`;

let platform: Platform;
let browser: Browser;
let kerttu: Person;
let clientPath: string;

/** Registers Venla from the specialist's browser; gives her page. */
const registerVenla = async (page: Page): Promise<string> => {
  const clientId = await page.evaluate(async (code) => {
    const body = {
      identityCode: code,
      givenNames: 'Venla',
      familyName: 'Vesala',
      municipalityCode: '240',
      serviceLanguage: 'FI',
      citizenships: ['FI'],
      contact: { email: 'venla@example.fi' },
      statusCode: '02',
    };
    const own = { 'x-tyovayla-portal': '1', 'idempotency-key': crypto.randomUUID() };
    const headers = { 'content-type': 'application/json', ...own };
    const answer = await fetch('/api/clients', { method: 'POST', headers, body: JSON.stringify(body) });
    return ((await answer.json()) as { clientId: string }).clientId;
  }, identityCode);
  return `/clients/${clientId}`;
};

beforeAll(async () => {
  await buildPortalWeb();
  [platform, browser] = await Promise.all([startPlatform(), openBrowser()]);
  kerttu = await signIn(browser, platform.portalUrl, 'kemi-specialist');
  clientPath = await registerVenla(kerttu.page);
});

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

/** Opens a part of Venla's page. */
const openPart = async (page: Page, part: string): Promise<void> => {
  await page.goto(`${platform.portalUrl}${clientPath}#${part}`);
  await page.getByRole('heading', { level: 1, name: 'Vesala, Venla' }).waitFor();
};

/** Guidance hears of a new job search a moment after the registry: the page is opened until it has. */
const untilShown = async (page: Page, text: string): Promise<void> => {
  const shown = page.getByText(text);
  for (let round = 0; round < 20 && (await shown.count()) === 0; round += 1) {
    await page.reload();
    await shown
      .first()
      .waitFor({ timeout: 1500 })
      .catch(() => undefined);
  }
  await shown.first().waitFor();
};

/** The form that a button opens, by the button's name. */
const openForm = async (page: Page, name: string) => {
  await page.getByRole('button', { name, exact: true }).first().click();
  return page.getByRole('form', { name, exact: true });
};

/** A day some days from now, as people write it in English here. */
const dayFromNow = (days: number): string =>
  new Intl.DateTimeFormat('en-GB').format(new Date(Date.now() + days * 86_400_000));

describe('A case specialist takes a client through the statutory process on the client’s page', () => {
  it('begins with what the system proposes: the first interview, by which day and under which rule', async () => {
    await openPart(kerttu.page, 'overview');
    await untilShown(kerttu.page, 'Book a time: Initial interview');
    await kerttu.page.getByText('The law asks for this meeting.').waitFor();
    expect(await barriersOn(kerttu.page)).toEqual([]);
  });

  it('says at the field why a time cannot be had', async () => {
    await openPart(kerttu.page, 'meetings');
    const form = await openForm(kerttu.page, 'Book a time');
    await form.getByLabel('Time of day').fill('18');
    await form.getByLabel('Office').selectOption('kemi-pointti');
    await form.getByRole('button', { name: 'Book a time' }).click();
    await form.locator('.aksel-form-field', { hasText: 'Time of day' }).getByText('is closed at that time').waitFor();
    expect(await barriersOn(kerttu.page)).toEqual([]);
    await form.getByRole('button', { name: 'Cancel' }).click();
  });

  it('records the interview and plans the next discussion', async () => {
    const form = await openForm(kerttu.page, 'Record as held');
    await form.getByLabel('Way of contact').selectOption('21');
    await form.getByRole('button', { name: 'Save' }).click();
    await kerttu.page.getByText('The meeting is recorded as held.').waitFor();
    await kerttu.page.getByRole('heading', { name: /Job-search discussion/ }).waitFor();
  });

  it('assesses the need, and takes no identity code in a note', async () => {
    const form = await openForm(kerttu.page, 'Assess the service need');
    await form.getByLabel('Service-need segment').selectOption('01');
    await form.getByLabel('Work ability was considered').selectOption('YES');
    await form.getByLabel('Need for several authorities’ services').selectOption('NO');
    await form.getByLabel('Note').fill(`Knows ${identityCode}`);
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('identity code').first().waitFor();
    await form.getByLabel('Note').fill('Prefers mornings');
    await form.getByRole('button', { name: 'Save' }).click();
    await kerttu.page.getByText('The assessment is recorded.').waitFor();
  });

  it('drafts a plan that binds from the day on which the client accepts it', async () => {
    await openPart(kerttu.page, 'plans');
    const form = await openForm(kerttu.page, 'Draft a plan');
    await form.getByLabel('Goal', { exact: true }).selectOption('OPEN_MARKET_WORK');
    await form.getByLabel('Looked at together on').fill(dayFromNow(30));
    await form.getByRole('button', { name: 'Save the draft' }).click();
    await kerttu.page.getByText('The draft is saved.').waitFor();
    const acceptance = await openForm(kerttu.page, 'The client accepted');
    await acceptance.getByLabel('How').selectOption('VISIT');
    await acceptance.getByRole('button', { name: 'The client accepted' }).click();
    await kerttu.page.getByText('The plan binds now.').waitFor();
    expect(await barriersOn(kerttu.page)).toEqual([]);
  });

  it('reports applications against the number that the rule says', async () => {
    await kerttu.page.getByText('Reported 0 of 4').waitFor();
    const form = await openForm(kerttu.page, 'Report applications');
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await kerttu.page.getByText('Reported 1 of 4').waitFor();
  });

  it('is told who else changed the plan, and keeps what was written', async () => {
    const other = await signIn(browser, platform.portalUrl, 'service-manager');
    await openPart(other.page, 'plans');
    const mine = await openForm(kerttu.page, 'Revise');
    await mine.getByLabel('Goal in words').fill('Work in a shop');
    const theirs = await openForm(other.page, 'Revise');
    await theirs.getByLabel('Goal in words').fill('Work in home care');
    await theirs.getByRole('button', { name: 'Save the new content' }).click();
    await other.page.getByText('The new content is saved.').waitFor();
    await mine.getByRole('button', { name: 'Save the new content' }).click();
    await mine.getByText(/^Paula Päällikkö changed the plan/).waitFor();
    await kerttu.page
      .getByText(/Work in home care/)
      .first()
      .waitFor();
    expect(await mine.getByLabel('Goal in words').inputValue()).toBe('Work in a shop');
    await mine.getByRole('button', { name: /mine replaces it/ }).click();
    await mine.getByRole('button', { name: 'Save the new content' }).click();
    await kerttu.page.getByText('The new content is saved.').waitFor();
  });

  it('hears the client before a neglect leads to anything, and sees what the rule proposes and why', async () => {
    const { page } = kerttu;
    await openPart(page, 'neglects');
    const neglect = await openForm(page, 'Record another neglect');
    await neglect.getByLabel('What was neglected').selectOption('MISSED_MEETING');
    await neglect.getByRole('button', { name: 'Save' }).click();
    const hearing = await openForm(page, 'Ask for an explanation');
    await hearing.getByLabel('How the client is asked').selectOption('PHONE');
    await hearing.getByRole('button', { name: 'Ask for an explanation' }).click();
    const answer = await openForm(page, 'Record the client’s explanation');
    await answer.getByLabel('Reason that the client gives').selectOption('OTHER');
    await answer.getByRole('button', { name: 'Save' }).click();
    const finding = await openForm(page, 'Assess the reason');
    await finding.getByLabel('Ground').selectOption('WITHIN_CONTROL');
    await finding.getByRole('button', { name: 'Assess the reason' }).click();
    await page.getByText('7 days without benefit').waitFor();
    await page.getByText('The review window begins').waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  it('issues the statement that the rule proposes, which the payer receives', async () => {
    const { page } = kerttu;
    await openPart(page, 'statements');
    const form = await openForm(page, 'Issue a statement');
    expect(await form.getByLabel('Kind of statement').inputValue()).toBe('WAITING_PERIOD');
    await form.getByLabel('Recipient').selectOption('KELA');
    await form.getByRole('button', { name: 'Issue in my name' }).click();
    await page.getByText('The statement is issued').waitFor();
    await untilShown(page, 'Received by the payer');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('finds all of it on one timeline', async () => {
    const { page } = kerttu;
    await openPart(page, 'timeline');
    const line = page.locator('.timeline');
    for (const told of ['Statement: Time without benefit', 'Initial interview held', 'Service need assessed'])
      await line.getByText(told).waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });
});

describe('Somebody who does not serve the client', () => {
  it('sees neither name nor process before they have said why, and then all by itself', async () => {
    const { page } = await signIn(browser, platform.portalUrl, 'tornio-specialist');
    await page.goto(`${platform.portalUrl}/clients`);
    await page.getByText('No clients match the search').waitFor();
    await page.goto(`${platform.portalUrl}${clientPath}#neglects`);
    await page.getByRole('heading', { level: 1, name: 'A client whom you do not serve' }).waitFor();
    await page.getByRole('heading', { name: 'Say why you need the client’s data' }).waitFor();
    expect(await page.getByText(/Vesala|7 days without benefit/).count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Reason').selectOption('CLIENT_CONTACT');
    await page.getByLabel('What for, in a few words').fill('The client called');
    await page.getByRole('button', { name: 'Open the data' }).click();
    await page.getByRole('heading', { level: 1, name: 'Vesala, Venla' }).waitFor({ timeout: 5_000 });
    await page.getByText('7 days without benefit').waitFor();
  });
});

describe('The browser', () => {
  it('had nothing to complain about', () => {
    expect(kerttu.complaints).toEqual([]);
  });
});
