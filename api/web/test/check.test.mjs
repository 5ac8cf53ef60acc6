// Certificates as their holders bring them: the picture of the QR code, the PDF, the text, the link. Genuine ones end
// in valid, altered ones in invalid, and what cannot be known in could not check; on both pages, at both widths.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { AU, CN, DESK, launch, person, PHONE, picture, SG, sound } from './browser.mjs';
import { bitmapFile, picture as codePicture } from './codes.mjs';

const folder = process.env.ENTENTE_FOLDER;
const read = (name) => readFile(join(folder, name));
const jwt = (await read('genuine.jwt')).toString();
const number = (await read('number.txt')).toString();
const { seal, link } = JSON.parse(await read('seal.json'));
const altered = (text, at) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const doors = [
  { name: 'the officer', account: 'officer', path: '/scan', text: 'Or its number' },
  { name: 'anybody', account: undefined, path: '/verify', text: 'Or the text of its QR code' },
];

async function open(door, viewport, base = CN) {
  const page = await person(browser, base, door.account, { viewport });
  await page.goto(base + door.path);
  return page;
}

async function choose(page, name, mimeType, buffer) {
  await page.getByLabel('The certificate as PDF').setInputFiles({ name, mimeType, buffer });
}

async function enter(page, door, text) {
  await page.getByLabel(door.text).fill(text);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
}

/** The answer has arrived, says so to everybody, and has the focus. */
async function ended(page, words) {
  await page.getByRole('status').getByRole('heading', { name: words, exact: true }).waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[role=status]') !== null);
  await sound(page);
}

for (const [locale, words, times] of [
  ['en-AU', 'Valid', /^\d+ times: show each$/],
  ['es-ES', 'Válido', /^\d+ veces: mostrar cada una$/],
]) {
  test(`on a phone verdict, issuer, goods and decision come first, and remarks open by keyboard, ${locale}`, async () => {
    const page = await person(browser, AU, 'issuer', { viewport: PHONE, locale: 'en-AU' });
    await page.context().setExtraHTTPHeaders({ 'Accept-Language': locale });
    await page.goto(`${AU}/scan`);
    await page.locator('#scan-text').fill(jwt);
    await page.locator('form.scan button[type=submit]').click();
    await ended(page, words);
    await page.evaluate(() => window.scrollTo(0, 0));
    await picture(page, `first-${locale}`);
    const seen = [
      page.getByRole('heading', { name: words, exact: true }),
      page.locator('#answer').getByText('Customs of AU').first(),
      page.locator('#answer').getByText('Malting barley').first(),
      page.locator('a.button[href^="/certificates/"]'),
    ];
    let above = 0;
    for (const part of seen) {
      const box = await part.boundingBox();
      assert.ok(box.y >= above && box.y + box.height <= PHONE.height, `${part} at ${box.y}`);
      above = box.y;
    }
    const folded = page.locator('details.folded');
    assert.equal(await folded.count(), 1);
    assert.match(await folded.locator('summary .small').innerText(), times);
    const each = folded.locator('li');
    assert.ok((await each.count()) > 1);
    assert.ok(!(await each.first().isVisible()));
    await folded.locator('summary').focus();
    await page.keyboard.press('Enter');
    await each.first().waitFor();
    await sound(page);
  });
}

for (const viewport of [PHONE, DESK]) {
  for (const door of doors) {
    test(`${door.name} finds a genuine certificate valid by QR picture, PDF and text, ${viewport.width} wide`, async () => {
      const page = await open(door, viewport);
      await sound(page);
      await picture(page, `box-${door.path.slice(1)}`);
      await choose(page, 'code.png', 'image/png', await read('genuine.png'));
      await ended(page, 'Valid');
      await picture(page, `valid-${door.path.slice(1)}`);
      await page.goto(CN + door.path);
      await choose(page, 'certificate.pdf', 'application/pdf', await read('genuine.pdf'));
      await ended(page, 'Valid');
      for (const text of [jwt, seal]) {
        await page.goto(CN + door.path);
        await enter(page, door, text);
        await ended(page, 'Valid');
      }
      if (door.account === undefined) {
        assert.ok(!(await page.content()).includes(number), 'anybody is shown a number');
      }
    });

    test(`${door.name} finds an altered one invalid with the reason, ${viewport.width} wide`, async () => {
      const page = await open(door, viewport);
      await enter(page, door, altered(jwt, jwt.lastIndexOf('.') + 10));
      await ended(page, 'Invalid, because');
      await page.getByText('CREDENTIAL_SIGNATURE_INVALID').waitFor();
      await picture(page, `invalid-${door.path.slice(1)}`);
      await page.goto(CN + door.path);
      const forged = await codePicture(altered(seal, seal.length - 40), { width: 900, height: 900, size: 700 });
      await choose(page, 'photograph.bmp', 'image/bmp', bitmapFile(forged));
      await ended(page, 'Invalid, because');
      await page.getByText(/SEAL_[A-Z_]+/).first().waitFor();
    });

    test(`${door.name} is told what could not be checked where no status list is reached, ${viewport.width} wide`, async () => {
      const page = await open(door, viewport, SG);
      await enter(page, door, jwt);
      await ended(page, 'Could not check, because');
      await page.getByText('STATUS_LIST_MISSING').first().waitFor();
      await picture(page, `unsure-${door.path.slice(1)}`);
    });
  }

  test(`after could not check an officer releases the goods, sees it wait, and closes it, ${viewport.width} wide`, async () => {
    const page = await open(doors[0], viewport, SG);
    await enter(page, doors[0], jwt);
    await ended(page, 'Could not check, because');
    await page.getByLabel('Release the goods').check();
    await page.getByLabel('Reason').fill('Perishable; the importer is well known');
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByRole('status').getByRole('heading', { name: 'Waiting' }).waitFor();
    await page.getByText('Perishable').waitFor();
    await sound(page);
    await picture(page, 'provisional-view');
    const address = new URL(page.url()).pathname;
    assert.match(address, /^\/provisional\/[0-9a-f-]{36}$/);
    await page.goto(`${SG}/provisional`);
    await sound(page);
    await picture(page, 'provisional-list');
    await page.locator(`a[href="${address}"]`).click();
    await page.getByLabel('Remark').fill('The importer paid the duty');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('heading', { name: 'Closed', exact: true }).waitFor();
    await sound(page);
    await picture(page, 'provisional-closed');
    await page.goto(`${SG}/provisional`);
    assert.equal(await page.locator(`a[href="${address}"]`).count(), 0);
    await page.getByRole('link', { name: 'Show the closed ones' }).click();
    await page.locator(`a[href="${address}"]`).waitFor();
  });
}

test('by keyboard alone an officer checks a number, reads the evidence and goes on to record the use', async () => {
  const page = await open(doors[0], PHONE);
  // The page opens with the cursor in the box.
  await page.waitForFunction(() => document.activeElement?.id === 'scan-text');
  await page.keyboard.type(number);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await ended(page, 'Valid');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Record a use, accept or refuse');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Ledger followed').waitFor();
  await sound(page);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Record a use' }).waitFor();
});

test('the link of a QR code opens the answer at its issuer, and its key is in no address', async () => {
  const page = await person(browser, CN);
  const asked = [];
  // What Australia calls itself, where nobody else hears it.
  await page.route('https://au.example/**', async (route) => {
    asked.push(route.request().url());
    const url = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: AU + url.pathname }) });
  });
  await page.goto(link);
  await ended(page, 'Valid');
  const key = link.split('.').at(-1);
  assert.ok(asked.length > 2 && asked.every((each) => !each.split('#')[0].includes(key)));
  assert.ok(!page.url().includes(key));
});

test('the answer is in the language that the reader chose', async () => {
  const page = await person(browser, CN, undefined, { locale: 'es-MX' });
  await page.goto(`${CN}/verify`);
  await page.getByLabel('O el texto de su código QR').fill(altered(jwt, jwt.lastIndexOf('.') + 10));
  await page.getByRole('button', { name: 'Comprobar', exact: true }).click();
  await page.getByRole('heading', { name: 'No válido, porque' }).waitFor();
  await page.getByText('La firma no es válida').waitFor();
});
