// A browser for each test's people, and what every page has to keep: no violation of axe, no sideways scrolling on a
// phone, nothing that the content security policy had to stop.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

export const AU = process.env.ENTENTE_AU.replace(/\/$/, '');
export const CN = process.env.ENTENTE_CN.replace(/\/$/, '');
export const SG = process.env.ENTENTE_SG.replace(/\/$/, '');

/** How wide a phone and a desk are. */
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Starts Chromium; with a film, its camera shows that. */
export function launch(film) {
  const camera = film === undefined ? [] : [`--use-file-for-fake-video-capture=${film}`];
  return chromium.launch({
    executablePath: process.env.ENTENTE_CHROMIUM,
    args: ['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', ...camera],
  });
}

/** A page of somebody, signed in if there is a name. */
export async function person(browser, base, name, options = {}) {
  const context = await browser.newContext({ viewport: PHONE, locale: 'en-AU', ...options });
  const page = await context.newPage();
  page.stopped = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) {
      page.stopped.push(message.text());
    }
  });
  page.on('pageerror', (error) => page.stopped.push(String(error)));
  if (name !== undefined) {
    await page.goto(`${base}/login`);
    await page.getByLabel('Account').fill(`${name}@pages`);
    await page.getByLabel('Password').fill(`${name}@pages`);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => url.pathname !== '/login');
  }
  return page;
}

/** Fails unless the page is as every page has to be. */
export async function sound(page) {
  await page.waitForFunction(() => document.querySelector('.htmx-request') === null && document.getAnimations().length === 0);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(wider, 0, `${page.url()} scrolls sideways`);
  assert.doesNotMatch(await page.locator('body').innerText(), /\?\?\S+\?\?/, `${page.url()} has words for everything`);
  const { violations } = await page.evaluate(`${axe}; axe.run()`);
  const found = violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  assert.deepEqual(found, [], `${page.url()} for readers with other needs`);
  assert.deepEqual(page.stopped, [], `${page.url()} kept its own rules`);
}

/** Keeps a picture of the page for whoever works on it. */
export async function picture(page, name) {
  if (process.env.ENTENTE_PICTURES !== undefined) {
    const { width } = page.viewportSize();
    await page.screenshot({ path: join(process.env.ENTENTE_PICTURES, `${name}-${width}.png`), fullPage: true });
  }
}
