// The box: camera, picture, paste and number. What is checked here is that the right text arrives, by no other way than
// the body of the request.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { CN, launch, person, sound } from './browser.mjs';
import { bitmapFile, picture, writeFilm } from './codes.mjs';

// A seal of nobody: well-formed enough to be taken for one, and refused.
const seal = `ENT1:${'A1B2C3D4'.repeat(36)}`;
const film = join(process.env.ENTENTE_FOLDER, 'camera.y4m');
let browser;
before(async () => {
  await writeFilm(film, await picture(seal, { width: 1280, height: 720, size: 540, turned: 12, damage: 3 }));
  browser = await launch(film);
});
after(() => browser.close());

/** Collects the addresses that were asked for, and what was posted. */
function watch(page) {
  const asked = [];
  const posted = [];
  page.on('request', (request) => {
    asked.push(request.url());
    if (request.method() === 'POST') {
      posted.push(request.postData() ?? '');
    }
  });
  return { asked, posted };
}

async function refused(page) {
  await page.getByRole('heading', { name: 'Invalid, because' }).waitFor();
  await page.getByText(/SEAL_[A-Z_]+/).first().waitFor();
}

test('a camera reads a turned and creased code, and the wasm comes from our own origin', async () => {
  const page = await person(browser, CN, 'officer');
  await page.goto(`${CN}/scan`);
  const { asked, posted } = watch(page);
  await sound(page);
  await page.getByRole('button', { name: 'Use the camera' }).click();
  await refused(page);
  assert.ok(posted.some((body) => body.includes(seal)));
  assert.ok(asked.every((address) => address.startsWith(CN)));
  assert.ok(asked.every((address) => !address.includes('ENT1')));
  await sound(page);
});

test('a picture is read in the browser and not sent', async () => {
  const page = await person(browser, CN, 'officer');
  await page.goto(`${CN}/scan`);
  const { posted } = watch(page);
  const code = await picture(seal, { width: 1400, height: 1000, size: 700, turned: 35, damage: 4 });
  await page.getByLabel('The certificate as PDF').setInputFiles({
    name: 'photograph.bmp',
    mimeType: 'image/bmp',
    buffer: bitmapFile(code),
  });
  await refused(page);
  assert.equal(posted.length, 1);
  assert.ok(posted[0].length < 4_000, 'the picture was sent');
});

test('a picture without a code is said to have none, and nothing is sent', async () => {
  const page = await person(browser, CN, 'officer');
  await page.goto(`${CN}/scan`);
  const { posted } = watch(page);
  const nothing = { width: 300, height: 300, pixels: new Uint8Array(90_000).fill(200) };
  await page.getByLabel('The certificate as PDF').setInputFiles({
    name: 'photograph.bmp',
    mimeType: 'image/bmp',
    buffer: bitmapFile(nothing),
  });
  await page.getByText('There is no readable QR code').waitFor();
  assert.deepEqual(posted, []);
});

test('a scanned link gives its fragment to no address and leaves none in the history', async () => {
  const page = await person(browser, CN);
  const { asked, posted } = watch(page);
  const key = 'k'.repeat(43);
  await page.goto(`${CN}/c/${'a'.repeat(22)}#${'h'.repeat(42)}A.${key}`);
  await page.getByRole('heading', { name: /Could not check|Invalid/ }).waitFor();
  assert.ok(asked.every((address) => !new URL(address).pathname.includes(key) && !address.split('#')[0].includes(key)));
  assert.ok(posted.some((body) => body.includes(key)));
  assert.ok(!page.url().includes(key));
  await sound(page);
});

test('everybody may check, and a number alone shows nothing', async () => {
  const page = await person(browser, CN);
  await page.goto(`${CN}/verify`);
  await sound(page);
  await page.getByLabel('Or the text of its QR code').fill('TEST-AU-1');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('A number alone proves nothing').waitFor();
  await sound(page);
});

test('the box works without scripts', async () => {
  const page = await person(browser, CN, undefined, { javaScriptEnabled: false });
  await page.goto(`${CN}/verify`);
  await page.getByLabel('Or the text of its QR code').fill(seal);
  await page.getByRole('button', { name: 'Check' }).click();
  await refused(page);
});
