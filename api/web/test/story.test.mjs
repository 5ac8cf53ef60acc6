// One certificate's way through the pages at the size of a phone: applied for, approved, used abroad, seen at home.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { AU, CN, launch, person, sound } from './browser.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const certificate = await readFile(process.env.ENTENTE_CERTIFICATE, 'utf8');
const number = JSON.parse(certificate).referenceNo;
let application;

test('an exporter is told everything that is wrong beside the fields, and the draft is kept', async () => {
  const page = await person(browser, AU, 'exporter');
  await page.goto(`${AU}/applications/new`);
  await page.getByRole('button', { name: 'Check without applying' }).last().click();
  await page.getByRole('heading', { name: /things to correct/ }).waitFor();
  assert.equal(await page.locator('[name="/items/0/hs"]').getAttribute('aria-invalid'), 'true');
  await sound(page);
  await page.getByRole('link', { name: 'This is required and missing' }).first().focus();
  await page.keyboard.press('Enter');
  assert.match(new URL(page.url()).hash, /^#f-/);
  await page.goto(`${AU}/applications`);
  await page.getByRole('button', { name: 'Throw away' }).first().waitFor();
  await sound(page);
});

test('an exporter fills the form in from a file, adds and removes an item, and applies', async () => {
  const page = await person(browser, AU, 'exporter');
  await page.goto(`${AU}/applications/new`);
  await page.getByLabel('Fill it in from a file').setInputFiles({
    name: 'certificate.json',
    mimeType: 'application/json',
    buffer: Buffer.from(certificate),
  });
  await page.getByRole('button', { name: 'Fill in' }).click();
  await page.waitForURL('**/applications/drafts/**');
  const items = await page.locator('[name$="/hs"]').count();
  await page.getByRole('button', { name: 'Add an item' }).click();
  await page.locator(`[name="/items/${items}/hs"]`).waitFor();
  await page.getByRole('button', { name: `Take item ${items + 1} out` }).click();
  await page.locator(`[name="/items/${items}/hs"]`).waitFor({ state: 'detached' });
  await page.locator('[name="/items/0/hs"]').fill('12');
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await page.getByRole('heading', { name: 'One thing to correct' }).waitFor();
  await page.locator('[name="/items/0/hs"]').fill('100390');
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await page.waitForURL(/\/applications\/[0-9a-f-]{36}$/);
  application = page.url();
  await page.getByText('Waits for a decision').waitFor();
  await sound(page);
});

test('another exporter, and nobody at all, sees nothing of it', async () => {
  const rival = await person(browser, AU, 'rival');
  const answer = await rival.goto(application);
  assert.equal(answer.status(), 404);
  assert.ok(!(await rival.content()).includes(number));
  await sound(rival);
  const nobody = await person(browser, AU);
  await nobody.goto(application);
  assert.equal(new URL(nobody.url()).pathname, '/login');
  await sound(nobody);
});

test('an officer refuses nothing without a reason, approves, and sees it become final', async () => {
  const page = await person(browser, AU, 'issuer');
  await page.getByRole('link', { name: number }).click();
  await page.getByRole('button', { name: 'Approve and issue' }).waitFor();
  await sound(page);
  await page.getByRole('button', { name: 'Approve and issue' }).click();
  await page.locator('.steps .done', { hasText: 'Final' }).waitFor();
  await sound(page);
});

test('the partner officer uses a part, is refused more than is left, and the exporter sees the balance', async () => {
  const officer = await person(browser, CN, 'officer');
  await officer.goto(`${CN}/inbox`);
  await officer.getByRole('link', { name: number }).click();
  await officer.getByLabel('Quantity').fill('60');
  await officer.getByLabel('Import declaration').fill('DECLARATION-1');
  await officer.getByRole('button', { name: 'Record the use' }).click();
  await officer.getByText('40 t').first().waitFor();
  await sound(officer);
  await officer.getByLabel('Quantity').fill('60');
  await officer.getByLabel('Import declaration').fill('DECLARATION-2');
  await officer.getByRole('button', { name: 'Record the use' }).click();
  await officer.getByText('ORIGIN_USE_EXCEEDS_BALANCE').waitFor();
  await sound(officer);

  const exporter = await person(browser, AU, 'exporter');
  await exporter.goto(`${AU}/certificates`);
  await exporter.getByRole('link', { name: number }).click();
  await exporter.getByText('40 t').first().waitFor();
  await sound(exporter);
});

test('the administrator sees members, streams and that nothing is missing', async () => {
  const page = await person(browser, AU, 'admin');
  await page.goto(`${AU}/network`);
  await page.getByText('AU → CN').waitFor();
  await page.getByText('Nothing is missing').waitFor();
  await sound(page);
});

test('a wrong password says so, and every page speaks the language that is chosen', async () => {
  const page = await person(browser, AU);
  await page.goto(`${AU}/login`);
  await page.getByLabel('Account').fill('nobody');
  await page.getByLabel('Password').fill('nothing');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Account or password is wrong' }).waitFor();
  await sound(page);
  await page.getByRole('link', { name: 'español' }).click();
  await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'es');
});

test('the form works without scripts', async () => {
  const page = await person(browser, AU, 'exporter', { javaScriptEnabled: false });
  await page.goto(`${AU}/applications/new`);
  await page.getByLabel('Reference number').first().fill('WITHOUT-SCRIPTS');
  await page.getByRole('button', { name: 'Check without applying' }).last().click();
  await page.getByRole('heading', { name: /things to correct/ }).waitFor();
  assert.equal(await page.getByLabel('Reference number').first().inputValue(), 'WITHOUT-SCRIPTS');
});
