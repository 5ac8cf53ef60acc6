// What becomes of an issued certificate at home: handed on, used abroad, cancelled, replaced; and a form that begins with
// a file of another kind.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { AU, CN, launch, person, sound } from './browser.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const sample = await readFile(process.env.ENTENTE_CERTIFICATE, 'utf8');
const foreign = await readFile(new URL('../../../docs/samples/chafta-tradetrust.json', import.meta.url));

async function fillIn(page, buffer) {
  await page.goto(`${AU}/applications/new`);
  await page.getByLabel('Fill it in from a file').setInputFiles({ name: 'c.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Fill in' }).click();
  await page.waitForURL('**/applications/drafts/**');
}

/** Applied for by the exporter, approved by the officer, final; gives the address of the certificate's page. */
async function issued(number) {
  const exporter = await person(browser, AU, 'exporter');
  const certificate = { ...JSON.parse(sample), referenceNo: number };
  await fillIn(exporter, Buffer.from(JSON.stringify(certificate)));
  await exporter.getByRole('button', { name: 'Apply', exact: true }).click();
  await exporter.waitForURL(/\/applications\/[0-9a-f-]{36}$/);
  const officer = await person(browser, AU, 'issuer');
  await officer.goto(exporter.url());
  await officer.getByRole('button', { name: 'Approve and issue' }).click();
  await officer.locator('.steps .done', { hasText: 'Final' }).waitFor();
  await officer.getByRole('link', { name: 'The certificate and its balance' }).click();
  await officer.getByRole('heading', { name: number }).waitFor();
  return { exporter, officer, at: officer.url() };
}

async function seen(page, name) {
  const picture = page.getByRole('img', { name });
  await picture.waitFor();
  assert.ok(await picture.evaluate((img) => img.complete && img.naturalWidth > 0), `${await picture.getAttribute('src')} is shown`);
}

test('the exporter hands on PDF, credential and QR codes, and prints the codes with the number', async () => {
  const { exporter, at } = await issued('PAGES-HANDED-ON');
  await exporter.goto(at);
  await exporter.waitForLoadState('networkidle');
  await seen(exporter, /signed seal of certificate PAGES-HANDED-ON/);
  await seen(exporter, /link to certificate PAGES-HANDED-ON/);
  await sound(exporter);
  for (const [link, file, start] of [
    [/^PDF with/, /\.pdf$/, '%PDF-'],
    [/^Signed token/, /^PAGES-HANDED-ON\.jwt$/, 'eyJ'],
    [/^JSON with a proof/, /^PAGES-HANDED-ON\.json$/, '{'],
  ]) {
    const waiting = exporter.waitForEvent('download');
    await exporter.getByRole('link', { name: link }).click();
    const download = await waiting;
    assert.match(download.suggestedFilename(), file);
    assert.ok((await readFile(await download.path(), 'latin1')).startsWith(start));
  }
  await exporter.getByRole('link', { name: 'QR codes and number to print' }).click();
  await exporter.getByRole('heading', { name: 'PAGES-HANDED-ON' }).waitFor();
  await exporter.waitForLoadState('networkidle');
  await seen(exporter, /signed seal/);
  await sound(exporter);
});

test('an officer is asked once more, says why, and everybody sees that it is cancelled', async () => {
  const { exporter, officer, at } = await issued('PAGES-CANCELLED');
  await officer.getByRole('link', { name: 'Cancel this certificate' }).click();
  await officer.getByRole('heading', { name: 'Cancel this certificate?' }).waitFor();
  await sound(officer);
  await officer.getByLabel('Reason').fill('The goods were not shipped.');
  await officer.getByRole('button', { name: 'Cancel it for good' }).click();
  await officer.getByRole('heading', { name: 'Cancelled by the issuer' }).waitFor();
  await officer.locator('q', { hasText: 'The goods were not shipped.' }).waitFor();
  assert.equal(await officer.getByRole('link', { name: 'Cancel this certificate' }).count(), 0);
  await sound(officer);
  await exporter.goto(at);
  await exporter.getByRole('heading', { name: 'Cancelled by the issuer' }).waitFor();
});

test('an exporter replaces a certificate: the old one is cancelled when the new one is issued', async () => {
  const { exporter, officer, at } = await issued('PAGES-OLD');
  await exporter.goto(at);
  await exporter.getByRole('button', { name: 'Apply for a replacement' }).click();
  await exporter.getByText('certificate PAGES-OLD is cancelled').waitFor();
  await sound(exporter);
  await exporter.locator('[name="/referenceNo"]').fill('PAGES-NEW');
  await exporter.locator('[name="/issuedAt"]').fill(JSON.parse(sample).issuedAt);
  await exporter.getByRole('button', { name: 'Apply', exact: true }).click();
  await exporter.waitForURL(/\/applications\/[0-9a-f-]{36}$/);
  await officer.goto(exporter.url());
  await officer.getByText('certificate PAGES-OLD is cancelled').waitFor();
  await officer.getByRole('button', { name: 'Approve and issue' }).click();
  await officer.locator('.steps .done', { hasText: 'Final' }).waitFor();
  await exporter.goto(at);
  await exporter.getByRole('heading', { name: 'Cancelled by the issuer' }).waitFor();
});

test('what an officer abroad used is told at home with its time, and shuts cancellation', async () => {
  const { officer, at } = await issued('PAGES-USED');
  const abroad = await person(browser, CN, 'officer');
  await abroad.goto(`${CN}/inbox`);
  await abroad.getByRole('link', { name: 'PAGES-USED' }).click();
  await abroad.getByLabel('Quantity').fill('25');
  await abroad.getByLabel('Import declaration').fill('DECLARATION-9');
  await abroad.getByRole('button', { name: 'Record the use' }).click();
  await abroad.getByText('75 t').first().waitFor();
  await officer.goto(at);
  await officer.getByText('declaration DECLARATION-9, line 1').waitFor();
  await officer.getByText('Something of it is used').waitFor();
  await sound(officer);
});

test('a form begins with a file of TradeTrust and says what found no place', async () => {
  const page = await person(browser, AU, 'exporter');
  await fillIn(page, foreign);
  await page.getByText('did not become fields as they stood').waitFor();
  await sound(page);
});

test('a refused application is corrected and applied for again', async () => {
  const exporter = await person(browser, AU, 'exporter');
  await fillIn(exporter, Buffer.from(JSON.stringify({ ...JSON.parse(sample), referenceNo: 'PAGES-REFUSED' })));
  await exporter.getByRole('button', { name: 'Apply', exact: true }).click();
  await exporter.waitForURL(/\/applications\/[0-9a-f-]{36}$/);
  const officer = await person(browser, AU, 'issuer');
  await officer.goto(exporter.url());
  await officer.getByLabel('Reason for a refusal').fill('The vessel is another one.');
  await officer.getByRole('button', { name: 'Refuse', exact: true }).click();
  await officer.getByText('The vessel is another one.').waitFor();
  await sound(officer);
  await exporter.reload();
  await exporter.getByText('The vessel is another one.').waitFor();
  await exporter.getByRole('button', { name: 'Correct and apply again' }).click();
  await exporter.waitForURL('**/applications/drafts/**');
  assert.equal(await exporter.locator('[name="/referenceNo"]').inputValue(), 'PAGES-REFUSED');
});
