/** Drives Firefox over WebDriver BiDi: a line of JSON in, a line of JSON out. See drivers.py. */

import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

/** Firefox's own calls home would only slow a test. */
const extraPrefsFirefox = { "network.captive-portal-service.enabled": false, "app.update.disabledForTesting": true };

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.argv[2],
  headless: true,
  extraPrefsFirefox,
});
const page = await browser.newPage();

/** @param {{goto?: string, evaluate?: string}} order */
async function perform({ goto, evaluate }) {
  if (goto) await page.goto(goto);
  return evaluate ? page.evaluate(evaluate) : null;
}

/** @param {object} answer */
const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);

say({ value: await browser.version() });
for await (const line of createInterface(process.stdin)) {
  await perform(JSON.parse(line)).then(
    (value) => say({ value: value ?? null }),
    (error) => say({ error: String(error) }),
  );
}
await browser.close();
