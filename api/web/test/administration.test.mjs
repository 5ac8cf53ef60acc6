// What an administrator keeps: accounts, organisations and brokers, and the audit; at the size of a phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AU, launch, person, sound } from './browser.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test('an administrator adds an organisation and an account, which can sign in until it is shut out', async () => {
  const page = await person(browser, AU, 'admin');
  await page.getByRole('link', { name: 'Organisations' }).click();
  await page.getByLabel('Name as registered').fill('Sample Fruit Exports');
  await page.getByRole('button', { name: 'Add the organisation' }).click();
  await sound(page);
  await page.getByRole('link', { name: 'Sample Fruit Exports' }).click();
  await page.getByRole('link', { name: 'Add an account' }).click();
  await page.getByRole('button', { name: 'Add the account' }).click();
  await page.getByRole('heading', { name: 'No account was added, because' }).waitFor();
  await sound(page);
  await page.getByRole('textbox', { name: 'Account to sign in' }).fill('fruit@pages');
  await page.getByRole('checkbox', { name: 'Exporter applies' }).check();
  await page.getByLabel('Password').fill('fruit@pages-1');
  await page.getByRole('button', { name: 'Add the account' }).click();
  await page.getByText('May sign in').waitFor();
  await sound(page);

  const fruit = await person(browser, AU);
  const signIn = async () => {
    await fruit.goto(`${AU}/login`);
    await fruit.getByLabel('Account').fill('fruit@pages');
    await fruit.getByLabel('Password').fill('fruit@pages-1');
    await fruit.getByRole('button', { name: 'Sign in' }).click();
  };
  await signIn();
  await fruit.getByText('Nothing has been applied for yet.').waitFor();
  await page.getByRole('button', { name: 'Shut this account out' }).click();
  await page.getByText('Shut out', { exact: true }).waitFor();
  await fruit.goto(`${AU}/applications`);
  assert.equal(new URL(fruit.url()).pathname, '/login', 'whoever was signed in is out');
  await signIn();
  await fruit.getByRole('heading', { name: 'Account or password is wrong' }).waitFor();
});

test('an administrator appoints a broker and reads in the audit who did it', async () => {
  const page = await person(browser, AU, 'admin');
  await page.goto(`${AU}/organisations`);
  await page.getByLabel('Name as registered').fill('Sample Brokers of Pages');
  await page.getByRole('button', { name: 'Add the organisation' }).click();
  await page.goto(`${AU}/organisations?find=Grain`);
  await page.getByRole('link', { name: 'Sample Grain Exports Pty Ltd' }).first().click();
  await page.getByRole('combobox', { name: 'Broker' }).selectOption({ label: 'Sample Brokers of Pages' });
  await page.getByLabel('Last day').fill('2099-12-31');
  await page.getByRole('button', { name: 'Appoint' }).click();
  await page.getByRole('button', { name: /^End it/ }).waitFor();
  await sound(page);
  await page.getByRole('link', { name: 'Audit' }).click();
  await page.getByLabel('Action').fill('delegation.');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByRole('link', { name: 'delegation.set' }).first().waitFor();
  await page.getByRole('link', { name: 'admin@pages' }).first().waitFor();
  await sound(page);
  await page.goto(`${AU}/accounts`);
  await sound(page);
});

test('an administrator has a system told, sees what was sent to it, and changes the key', async () => {
  const page = await person(browser, AU, 'admin');
  await page.getByRole('link', { name: 'Webhooks' }).click();
  await sound(page);
  await page.getByRole('link', { name: 'Add an endpoint' }).click();
  await page.getByRole('button', { name: 'Add the endpoint' }).click();
  await page.getByRole('heading', { name: 'No endpoint was added, because' }).waitFor();
  await sound(page);
  await page.getByRole('textbox', { name: 'Address' }).fill('https://receiver.invalid/of-the-administration/with-a-rather-long-path?token=x');
  await page.getByRole('checkbox', { name: 'issuing officers', exact: true }).check();
  await page.getByRole('button', { name: 'Add the endpoint' }).click();
  await page.getByRole('link', { name: /receiver\.invalid/ }).click();
  await sound(page);
  await page.getByRole('button', { name: 'Send a message to try it' }).click();
  await page.getByText('It is done.').waitFor();
  for (let looks = 0; looks < 100 && (await page.getByText('NAME_UNKNOWN').count()) === 0; looks += 1) {
    await page.reload();
  }
  await sound(page);
  await page.getByRole('button', { name: 'Let it rest' }).click();
  await page.getByText('Rests', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Webhooks' }).first().click();
  await sound(page);
  await page.getByRole('link', { name: 'Keys with which messages are signed' }).click();
  if ((await page.getByRole('button', { name: 'End this key now' }).count()) > 0) {
    await page.getByRole('button', { name: 'End this key now' }).click();
  }
  await page.getByRole('button', { name: 'Make the new key' }).click();
  await page.getByRole('button', { name: 'End this key now' }).waitFor();
  await sound(page);
  await page.getByRole('button', { name: 'End this key now' }).click();
  await page.getByText('Signs no more').first().waitFor();
  await sound(page);
});
