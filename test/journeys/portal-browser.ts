import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@tyovayla/testing/project-root';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../../scripts/lib/find-chromium.ts';

const quiet = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Tabs behind others must go on drawing: a picture is watched on one while something is done on the other.
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
];

/** A real browser, as installed on this machine. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: ensureChromium(() => undefined), args: quiet });

/** A member of staff at their own screen. */
export type Person = {
  readonly page: Page;
  /** What the browser complained about: scripts that failed, content that the security policy stopped. */
  readonly complaints: readonly string[];
};

const listen = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // The browser itself reports each refused request; refusals are what some steps are about.
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text());
  });
  return complaints;
};

const newContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });

/** Signs a member of the demo staff in through the identity provider's own page, in a browser of their own. */
export const signIn = async (browser: Browser, portalUrl: string, login: string): Promise<Person> => {
  const context = await newContext(browser);
  const page = await context.newPage();
  const complaints = listen(page);
  await page.goto(portalUrl);
  await page.getByRole('link', { name: `Sign in as ${login}` }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  return { page, complaints };
};

const axeSource = readFileSync(join(projectRoot, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

type Violation = { readonly id: string; readonly nodes: readonly { readonly target: readonly string[] }[] };

/** Barriers to people with disabilities that axe finds on the page: rule and place (WCAG 2.2 AA). */
export const barriersOn = async (page: Page): Promise<readonly string[]> => {
  // A page's heading is what says that it has arrived.
  await page.locator('h1').waitFor();
  await page.evaluate(axeSource);
  const violations = (await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations)",
  )) as readonly Violation[];
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
};
