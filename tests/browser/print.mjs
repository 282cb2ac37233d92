// The mayor's page on paper: BASE_URL=http://127.0.0.1:8080 node print.mjs
// A short call, and one with as much in every field as the house keeps, have to fit one A4 sheet in both languages.
// Prints each check, then `N passed, N failed`. Needs the member of staff of browser.mjs and the call of long.jsonl.
import { baseUrl, linkOn, loggedIn, start } from "./browser.mjs";

const BASE = baseUrl();
const browser = await start();
const staff = await loggedIn(browser, BASE);
const page = await staff.newPage();
let passed = 0;
let failed = 0;

/** Pages of a PDF as Chromium writes it: its page objects stand in the open. */
const pagesOf = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

/** The mayor reads the whole of it: as many words as a profile keeps. */
async function fillPriorities() {
  const words = "חשוב לנו לחזק את הקשר עם ערים בעולם ולהביא לעיר ידע ותקציבים. ".repeat(20).slice(0, 1000).trim();
  const answer = await staff.request.post(`${BASE}/staff/municipalities`, {
    headers: { origin: BASE },
    multipart: { file: { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(`slug,priorities_he\nnetanya,${words}\n`) } },
  });
  if (!answer.ok()) throw new Error(`the priorities are not taken: ${answer.status()}`);
}

async function check(name, record) {
  for (const ui of ["", "&ui=en"]) {
    await page.goto(`${BASE}/staff/mayor?municipality=netanya&record=${encodeURIComponent(record)}${ui}`);
    const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true, path: process.env.OUT && `${process.env.OUT}/${name}${ui}.pdf` });
    const pages = pagesOf(pdf);
    const language = ui ? "English" : "Hebrew";
    if (pages === 1) {
      passed += 1;
      console.log(`ok    ${name} call, ${language}: one sheet`);
    } else {
      failed += 1;
      console.log(`FAIL  ${name} call, ${language}: ${pages} pages`);
    }
  }
}

await page.goto(`${BASE}/?sort=newest`);
const short = decodeURIComponent(new URL(await linkOn(page, /\/o\//)).pathname.slice(3));
await check("short", short);
await fillPriorities();
await check("long", "browser-long");
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
