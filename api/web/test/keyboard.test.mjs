// Every page by keyboard alone: the focus goes through it in the order in which it is read, is always seen, is trapped
// nowhere, and comes to everything that can be operated, to what the page is for above all.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { AU, CN, DESK, launch, person, PHONE } from './browser.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** More than any page has. A date is one element of several stops. */
const MOST_STOPS = 400;

/** What has the focus: its place in the document and on the page, and whether anybody sees that it has it. */
function focused() {
  const at = document.activeElement;
  if (at === null || at === document.body || at === document.documentElement) {
    return null;
  }
  const all = [...document.querySelectorAll('*')];
  const { left, right, top, bottom, width, height } = at.getBoundingClientRect();
  const style = getComputedStyle(at);
  const middle = document.elementFromPoint(
    Math.min(Math.max((left + right) / 2, 0), innerWidth - 1),
    Math.min(Math.max((top + bottom) / 2, 0), innerHeight - 1),
  );
  return {
    place: all.indexOf(at),
    what: `${at.tagName.toLowerCase()} "${(at.labels?.[0]?.innerText ?? at.innerText ?? '').trim().slice(0, 50)}" ${at.getAttribute('href') ?? at.name ?? ''}`,
    words: (at.innerText ?? '').trim(),
    id: at.id,
    in: at.closest('main') === null ? 'frame' : 'main',
    drawn: width > 1 && height > 1 && top < innerHeight && bottom > 0 && left >= -1 && right <= innerWidth + 1,
    // A line of text that wraps has its middle beside itself.
    covered: !(middle === null || at.contains(middle) || middle.contains(at)),
    outlined: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
    left: left + scrollX,
    right: right + scrollX,
    top: top + scrollY,
    bottom: bottom + scrollY,
  };
}

/** What a keyboard should come to. Of the choices of one question only one is a stop. */
function operable() {
  const all = [...document.querySelectorAll('*')];
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.disabled && each.type !== 'hidden')
    // What Enter in a field does; the same stands on the page once more.
    .filter((each) => each.getAttribute('tabindex') !== '-1')
    .filter((each) => each.type !== 'radio')
    .map((each) => ({ place: all.indexOf(each), what: `${each.outerHTML.slice(0, 120)}` }));
}

async function stops(page) {
  // Some pages begin at their box; here everything counts from the top.
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const found = [];
  for (let presses = 0; presses < MOST_STOPS; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focused);
    if (stop === null || (found.length > 0 && stop.place === found[0].place)) {
      return found;
    }
    if (stop.place !== found.at(-1)?.place) {
      found.push(stop);
    }
  }
  assert.fail(`the focus never leaves ${page.url()}: ${found.at(-1).what}`);
}

/** Goes through the page; gives the words of what the focus came to in its main part. */
async function byKeyboard(page, main) {
  await page.waitForFunction(() => document.querySelector('.htmx-request') === null);
  const found = await stops(page);
  const at = new URL(page.url()).pathname;
  assert.match(found[0].what, /#main/, `${at} begins with the way past its frame`);
  for (const [i, stop] of found.entries()) {
    const where = `${at}: ${stop.what}`;
    assert.ok(stop.drawn, `${where} is on the screen`);
    assert.ok(!stop.covered, `${where} is not covered`);
    assert.ok(stop.outlined, `${where} shows that it has the focus`);
    if (i > 1) {
      const before = found[i - 1];
      assert.ok(stop.place > before.place, `${where} stands behind ${before.what}`);
      assert.ok(
        stop.bottom > before.top || stop.left >= before.right || before.in !== stop.in,
        `${where} is read after ${before.what}`,
      );
    }
  }
  const reached = new Set(found.map((stop) => stop.place));
  const missed = (await page.evaluate(operable)).filter((each) => !reached.has(each.place));
  assert.deepEqual(missed.map((each) => each.what), [], `${at} has nothing that a keyboard does not come to`);
  if (main !== undefined) {
    assert.ok(found.some((stop) => main.test(stop.words)), `${at} is for ${main}: ${found.map((stop) => stop.what).join('; ')}`);
  }
}

const number = (await readFile(join(process.env.ENTENTE_FOLDER, 'number.txt'))).toString();

/** The page to which another one leads by a link of these words: a certificate's, if none are given. */
const behind = (list, words = number) => async (page, base) => {
  await page.goto(base + list);
  await page.getByRole('main').getByRole('link', { name: words, exact: true }).first().click();
  await page.getByRole('heading', { name: words }).waitFor();
};
const plain = (path) => (page, base) => page.goto(base + path);

const ROUNDS = [
  { base: AU, who: undefined, pages: [
    [plain('/login'), /^Sign in$/],
    [plain('/verify'), /^Check$/],
    [plain('/there-is-no-such-page'), undefined],
  ] },
  { base: AU, who: 'exporter', pages: [
    [plain('/applications'), /^Apply for a certificate$/],
    [plain('/applications/new'), /^Apply$/],
    [plain('/certificates'), undefined],
    [behind('/certificates'), /^PDF/],
  ] },
  { base: AU, who: 'issuer', pages: [
    [plain('/queue'), undefined],
    [behind('/certificates'), /^Cancel this certificate$/],
    [plain('/scan'), /^Check$/],
  ] },
  { base: CN, who: 'officer', pages: [
    [plain('/scan'), /^Check$/],
    [plain('/inbox'), undefined],
    [behind('/inbox'), /^Record the use$/],
    [plain('/provisional'), undefined],
  ] },
  { base: AU, who: 'admin', pages: [
    [plain('/network'), undefined],
    [plain('/accounts'), /^Add an account$/],
    [plain('/accounts/new'), /^Add the account$/],
    [behind('/accounts?find=exporter@pages', 'exporter@pages'), /^Change the roles$/],
    [plain('/organisations'), /^Add the organisation$/],
    [behind('/organisations?find=Wine', 'Sample Wine Exports Pty Ltd'), /^Appoint$/],
    [plain('/audit'), /^Find$/],
    [plain('/webhooks'), /^Add an endpoint$/],
    [plain('/webhooks/new'), /^Add the endpoint$/],
    [plain('/webhooks/keys'), undefined],
  ] },
];

for (const { base, who, pages } of ROUNDS) {
  for (const viewport of [PHONE, DESK]) {
    test(`pages of ${who ?? 'everybody'} by keyboard, ${viewport.width} wide`, async () => {
      const page = await person(browser, base, who, { viewport });
      for (const [open, main] of pages) {
        await open(page, base);
        await byKeyboard(page, main);
      }
    });
  }
}

test('a form with findings is mended by keyboard: from the summary to the field, and on to the button', async () => {
  const page = await person(browser, AU, 'exporter');
  await page.goto(`${AU}/applications/new`);
  await page.getByRole('button', { name: 'Check without applying' }).last().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /things to correct/ }).waitFor();
  await byKeyboard(page, /^Apply$/);
  await page.locator('a[href^="#f-"]').first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const stop = await page.evaluate(focused);
  assert.ok(stop.drawn && stop.outlined, stop.what);
});

test('the skip link leads past the frame, and the next stop is in the main part', async () => {
  const page = await person(browser, AU, 'exporter');
  await page.goto(`${AU}/applications/new`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal((await page.evaluate(focused)).in, 'main');
});

test('an answer is reached, unfolded and left by keyboard', async () => {
  const page = await person(browser, CN, 'officer');
  await page.goto(`${CN}/scan`);
  await page.locator('#scan-text').fill('no certificate at all');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('#answer, .outcome').first().waitFor();
  await byKeyboard(page, /^Check$/);
});
