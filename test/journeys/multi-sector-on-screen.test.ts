import { checkCharacter } from '@tyovayla/kernel/identity-code';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import type { Browser, Locator, Page } from 'playwright-core';
import { buildPortalWeb } from '../../scripts/lib/portal-web.ts';
import { barriersOn, openBrowser, type Person, signIn } from './portal-browser.ts';

const identityCode = `020285-903${checkCharacter('020285903')}`;
const name = 'Mäkelä, Matti';

let platform: Platform;
let browser: Browser;
let paula: Person;
let helmi: Person;
let kaisa: Person;
let clientId: string;

type Sent = { readonly path: string; readonly body: object };

/** Sends what the person's own browser would send from a form. */
const send = (page: Page, sent: Sent): Promise<Record<string, string>> =>
  page.evaluate(async ({ path, body }) => {
    const own = { 'x-tyovayla-portal': '1', 'idempotency-key': crypto.randomUUID() };
    const headers = { 'content-type': 'application/json', ...own };
    const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    const said = (await answer.json()) as Record<string, string>;
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(said)}`);
    return said;
  }, sent);

const matti = {
  identityCode,
  givenNames: 'Matti',
  familyName: 'Mäkelä',
  municipalityCode: '240',
  serviceLanguage: 'SV',
  citizenships: ['FI'],
  contact: { email: 'matti@example.fi' },
  statusCode: '02',
};

/** Saara, whom only her handler and those whom the handler appoints may know of. */
const hidden = {
  identityCode: `030386-905${checkCharacter('030386905')}`,
  givenNames: 'Saara',
  familyName: 'Sorsa',
};

/** Guidance hears of a new job search a moment after the registry. */
const refer = async ({ page }: Person = paula): Promise<void> => {
  const path = `/api/clients/${clientId}/multi-sector/refer`;
  const body = { grounds: ['WORK_ABILITY'], consultation: 'NOT_ENOUGH', internalNote: 'Has waited since spring.' };
  for (let round = 1; ; round += 1) {
    const failed = await send(page, { path, body }).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (failed === undefined) return;
    if (round === 40) throw failed;
    await page.waitForTimeout(250);
  }
};

beforeAll(async () => {
  await buildPortalWeb();
  [platform, browser] = await Promise.all([startPlatform(), openBrowser()]);
  paula = await signIn(browser, platform.portalUrl, 'service-manager');
  helmi = await signIn(browser, platform.portalUrl, 'lapha-member');
  kaisa = await signIn(browser, platform.portalUrl, 'kela-member');
  clientId = (await send(paula.page, { path: '/api/clients', body: matti })).clientId ?? '';
  await refer();
});

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

const heading = (page: Page) => page.getByRole('heading', { level: 1, name: `Multi-sector support: ${name}` });

const openCase = async ({ page }: Person): Promise<void> => {
  await page.goto(`${platform.portalUrl}/multi-sector/${clientId}`);
  await heading(page).waitFor();
};

/** The form that a button opens, by the button's name. */
const openForm = async (page: Page, title: string) => {
  await page.getByRole('button', { name: title, exact: true }).first().click();
  return page.getByRole('form', { name: title, exact: true });
};

/** Opens a form, fills it in and sends it by the button that bears its name. */
const fillIn = async (page: Page, title: string, fill: (form: Locator) => Promise<void>): Promise<void> => {
  const form = await openForm(page, title);
  await fill(form);
  await form.getByRole('button', { name: title, exact: true }).click();
};

const appoint = async (party: string, staffId: string, { page }: Person = paula): Promise<void> => {
  const path = `/api/clients/${clientId}/multi-sector/members`;
  await send(page, { path, body: { party, staffId } });
};

/** A day some days from now, as people write it in English here. */
const dayFromNow = (days: number): string =>
  new Intl.DateTimeFormat('en-GB').format(new Date(Date.now() + days * 86_400_000));

/** A day on which the office is open, but for a holiday that may fall on it: the week after is taken for those. */
const nextMonday = (): string => dayFromNow(14 + ((8 - new Date().getUTCDay()) % 7));

const nothing = async (): Promise<void> => undefined;

describe('The three parties serve a client together, each on their own screen', () => {
  it('shows nothing to members of other parties before they are appointed', async () => {
    await helmi.page.goto(`${platform.portalUrl}/multi-sector`);
    await helmi.page.getByText('You are not appointed to any case.').waitFor();
    await helmi.page.goto(`${platform.portalUrl}/multi-sector/${clientId}`);
    await helmi.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await helmi.page.getByText('Mäkelä').count()).toBe(0);
  });

  it('consults, appoints, assesses and accepts, as the employment authority', async () => {
    await openCase(paula);
    const { page } = paula;
    await fillIn(page, 'Start the consultation', async (form) => {
      await form.getByLabel('Lapland wellbeing services county').check();
      await form.getByLabel('Kela').check();
    });
    await page.getByText('The consultation runs.').waitFor();
    await appoint('WELLBEING_COUNTY', 'staff-0009');
    await appoint('KELA', 'staff-0010');
    await openCase(paula);
    await fillIn(page, 'Start the joint assessment', async (form) => {
      await form.getByLabel('Client informed').fill(dayFromNow(0));
      await form.getByLabel('The client takes part in the assessment').check();
    });
    await page.getByText('The joint assessment runs.').waitFor();
    await fillIn(page, 'Accept into the support', nothing);
    await page.getByText('The client is a client of the multi-sector support.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  it('makes a plan in which each party has a task', async () => {
    const { page } = paula;
    await fillIn(page, 'Make a plan', async (form) => {
      for (const row of await form.getByRole('group', { name: /^Task/ }).all()) {
        await row.getByLabel('Service').selectOption('SOCIAL');
        await row.getByLabel('By').fill(dayFromNow(30));
        await row.getByLabel('What').fill('Meets Matti once a month');
      }
    });
    await page.getByText('Awaits: Kela').waitFor();
  });

  it('tells the member of Lapha whom they serve and in which language, and not what is the authority’s own', async () => {
    const { page } = helmi;
    await page.goto(`${platform.portalUrl}/multi-sector`);
    await page.getByText('Your signature is awaited').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('link', { name }).click();
    await heading(page).waitFor();
    await page.getByText('Swedish').or(page.getByText('Svenska')).first().waitFor();
    expect(await page.getByText('Has waited since spring.').count()).toBe(0);
    expect(await page.getByText(identityCode).count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('signs for each party at its own screen, and binds with the authority’s signature', async () => {
    for (const member of [helmi, kaisa]) {
      await openCase(member);
      await fillIn(member.page, 'Sign', nothing);
      await member.page.getByText('The signature is recorded.').waitFor();
    }
    await openCase(paula);
    await fillIn(paula.page, 'Record the client’s signature', nothing);
    await paula.page.getByText('The signature is recorded.').waitFor();
    await fillIn(paula.page, 'Sign', nothing);
    await paula.page.getByText('In force', { exact: true }).waitFor();
  });

  it('agrees a meeting, and reviews the plan', async () => {
    await fillIn(paula.page, 'Agree a meeting', async (form) => {
      await form.getByLabel('Day').fill(nextMonday());
    });
    // The case as it is now is there when the meeting is: forms are closed by it.
    await paula.page.getByText(/^Monday /).waitFor();
    await fillIn(paula.page, 'Record a review', async (form) => {
      await form.getByRole('checkbox').first().check();
    });
    await paula.page.getByText(/reviewed on/).waitFor();
    expect(await barriersOn(paula.page)).toEqual([]);
  });

  it('tells the client who was told the name', async () => {
    const answer = await paula.page.evaluate(
      async (path) => (await fetch(path)).json() as Promise<{ accesses: readonly Record<string, string>[] }>,
      `/api/clients/${clientId}/accesses?pageSize=100`,
    );
    const told = answer.accesses.filter(({ action }) => action === 'ListNetworkClients');
    expect(new Set(told.map(({ actorId }) => actorId))).toEqual(new Set(['staff-0003', 'staff-0009', 'staff-0010']));
  });

  it('shows the other parties nothing any more once the client has left', async () => {
    await openCase(paula);
    await fillIn(paula.page, 'End the support', async (form) => {
      await form.getByLabel('Reason').selectOption('EMPLOYED');
    });
    await paula.page.getByText('The multi-sector support has ended.').waitFor();
    for (const { page } of [helmi, kaisa]) {
      await page.goto(`${platform.portalUrl}/multi-sector`);
      await page.getByText('You are not appointed to any case.').waitFor();
      await page.goto(`${platform.portalUrl}/multi-sector/${clientId}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.getByText('Mäkelä').count()).toBe(0);
    }
  });

  const vote = async ({ page }: Person): Promise<void> => {
    await page.goto(`${platform.portalUrl}/multi-sector/group`);
    await fillIn(page, 'Vote', async (form) => {
      await form.getByLabel('Your vote').selectOption('APPROVE');
    });
    await page.getByText('Your vote is recorded.').waitFor();
  };

  it('forms the management group of all three parties, and records what each puts in', async () => {
    const { page } = paula;
    await page.goto(`${platform.portalUrl}/multi-sector/group`);
    await fillIn(page, 'Form the management group', async (form) => {
      await form.getByLabel('Parties negotiated').fill(dayFromNow(0));
      await form.getByLabel('Employment authority').fill('staff-0003');
      await form.getByLabel('Lapland wellbeing services county').fill('staff-0009');
      await form.getByLabel('Kela').fill('staff-0010');
    });
    await page.getByText('Kaisa Kelo, Kela').waitFor();
    await fillIn(page, 'Record an agreement', async (form) => {
      await form.getByLabel('Valid from').fill(dayFromNow(0));
      await form.getByLabel('Last day').fill(dayFromNow(365));
      for (const years of await form.getByLabel('Person-years').all()) await years.fill('1.5');
    });
    await page.getByText('1.5 person-years').first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  it('names a leader once a member of each party has approved them, and not before', async () => {
    const { managementGroup } = await paula.page.evaluate(
      async (path) => (await fetch(path)).json() as Promise<{ managementGroup: { managementGroupId: string } }>,
      '/api/management-group?countyArea=LAPHA-SOUTH-WEST',
    );
    const path = `/api/management-groups/${managementGroup.managementGroupId}/leaders`;
    await send(paula.page, { path, body: { staffId: 'staff-0001', serviceArea: 'SOUTH' } });
    await vote(paula);
    await vote(helmi);
    expect(await paula.page.getByRole('button', { name: 'Name as leader' }).count()).toBe(0);
    await vote(kaisa);
    await paula.page.reload();
    await fillIn(paula.page, 'Name as leader', nothing);
    await paula.page.getByText('Named', { exact: true }).waitFor();
    expect(await barriersOn(paula.page)).toEqual([]);
  });

  it('asks the member why, of a client under protection, before it tells anything', async () => {
    const ville = await signIn(browser, platform.portalUrl, 'protected-handler');
    const protectionOrder = { validFromDate: '2026-01-01', handlerId: 'staff-0004' };
    const saara = { ...matti, ...hidden, protectionOrder };
    clientId = (await send(ville.page, { path: '/api/clients', body: saara })).clientId ?? '';
    await refer(ville);
    await appoint('WELLBEING_COUNTY', 'staff-0009', ville);
    const { page } = helmi;
    await page.goto(`${platform.portalUrl}/multi-sector`);
    await page.getByText('Nothing more is shown until you open the case and say why.').waitFor();
    expect(await page.getByText('Sorsa').count()).toBe(0);
    await page
      .getByRole('row', { name: /Nothing more is shown/ })
      .getByRole('link')
      .click();
    await page.getByLabel('Reason').selectOption('CLIENT_SERVICE');
    expect(await page.getByText('Sorsa').count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show the data' }).click();
    await page.getByRole('heading', { level: 1, name: 'Multi-sector support: Sorsa, Saara' }).waitFor();
    await kaisa.page.goto(`${platform.portalUrl}/multi-sector/${clientId}`);
    await kaisa.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await kaisa.page.getByText('Sorsa').count()).toBe(0);
  });

  it('leaves no browser with a complaint', () => {
    expect([paula, helmi, kaisa].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
