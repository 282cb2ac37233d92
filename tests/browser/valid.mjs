// Every kind of page of a running demo, and its letters, as html-validate reads them: BASE_URL=http://127.0.0.1:8080 node valid.mjs
// Prints each page, then `N passed, N failed`; exit status 1 if any has an error. Needs the member of staff of browser.mjs.
import { HtmlValidate } from "html-validate";
import { baseUrl, linkOn, loggedIn, start } from "./browser.mjs";

const BASE = baseUrl();

/** Rules about taste, which this house has another of; all that are about right and wrong stay on. */
const PAGES = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // A list of suggestions under a field that is typed into is no <select> (WAI-ARIA Authoring Practices, combobox).
    "prefer-native-element": ["error", { exclude: ["listbox"] }],
    // Lower case is as right, and shorter.
    "doctype-style": ["error", { style: "lowercase" }],
    // Our own style sheet comes from our own address, which names its hash: the rule is for other people's hosts.
    "require-sri": ["error", { target: "crossorigin" }],
    // A list may have a name: the standard allows it wherever a role can be named.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // Topics that are ticked are one list of values under one name, as forms have them.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit", "button", "reset"] }],
  },
};

/** A letter is HTML as mail programs take it. */
const LETTERS = {
  ...PAGES,
  rules: {
    ...PAGES.rules,
    // Many mail programs leave style sheets away.
    "no-inline-style": "off",
    // Outlook lays out by Word, which knows the width of a table by its attributes alone.
    "no-deprecated-attr": "off",
    // Every program adds <tbody> by itself, and beyond 102 kB a letter is cut off.
    "prefer-tbody": "off",
  },
};

const browser = await start();
const staff = await loggedIn(browser, BASE);
const validator = new HtmlValidate();
let passed = 0;
let failed = 0;

/** Asks for one address as staff, without a script of it being run, and reads what came. */
async function check(path, config = PAGES) {
  const response = await staff.request.get(new URL(path, BASE).href);
  const report = await validator.validateString(await response.text(), path, config);
  const name = decodeURIComponent(path).replace(/\/[\w-]{40,}\.[\w-]+/, "/TOKEN");
  if (report.valid) {
    passed += 1;
    console.log(`ok    ${response.status()} ${name}`);
    return;
  }
  failed += 1;
  const said = report.results.flatMap((result) => result.messages);
  console.log(`FAIL  ${response.status()} ${name}`);
  for (const one of said) console.log(`      ${one.line}:${one.column} ${one.ruleId}: ${one.message}`);
}

/** The addresses of one municipality's letter, and of all that the letter leads to. */
async function ofLetter(page, slug, ui) {
  await page.goto(`${BASE}/staff/municipalities/${slug}${ui}`);
  const letter = await linkOn(page, /\/letter\//);
  await page.goto(letter);
  const pages = [];
  for (const kind of [/\/act\//, /\/mayor\//, /\/profile\//]) pages.push(await linkOn(page, kind));
  return { letter, pages };
}

const page = await staff.newPage();
await page.goto(`${BASE}/`);
const record = new URL(await linkOn(page, /\/o\//)).pathname;
const paths = [
  "/", "/?q=%D7%A2%D7%A8%D7%99%D7%9D&status=any", "/?q=zzzzqq", "/?kind=nothing", record, "/sources", "/login", "/nothing-here",
  "/staff", "/staff/enter", "/staff/questions", "/staff/changes", "/staff/aside", "/staff/said", "/staff/mailboxes", "/staff/targets",
  "/staff/gaps", "/staff/edition", "/staff/searches", "/staff/municipalities", "/staff/municipalities/haifa",
  `/staff/mayor?municipality=haifa&record=${encodeURIComponent(decodeURIComponent(record.slice(3)))}`, `/staff/records${record.slice(2)}`,
];
for (const path of paths) {
  await check(path);
  await check(`${path}${path.includes("?") ? "&" : "?"}ui=en`);
}
// By the demo's profiles Haifa reads Hebrew, and the other one English.
for (const [slug, ui] of [["haifa", ""], ["karmiel", "?ui=en"]]) {
  const { letter, pages } = await ofLetter(page, slug, ui);
  await check(letter, LETTERS);
  for (const address of pages) await check(address);
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
