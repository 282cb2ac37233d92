// The pages of a running demo in a real browser: BASE_URL=http://127.0.0.1:8080 node test.mjs
// Prints each check, then `N passed, N failed`; exit status 1 if any failed.
import assert from "node:assert/strict";
import { baseUrl, loggedIn, start } from "./browser.mjs";

const BASE = baseUrl();
const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };
/** What the demo's sample web surely has. */
const WORDS = process.env.SEARCH_WORDS ?? "ערים תאומות";

const browser = await start();
let passed = 0;
let failed = 0;

/** Runs one check on a fresh page; whatever the console or the network complains of fails it. */
async function check(name, body, { viewport = DESKTOP, colorScheme = "light", expected = [], asStaff = false } = {}) {
  const options = { viewport, colorScheme, locale: "he-IL" };
  const context = asStaff ? await loggedIn(browser, BASE, options) : await browser.newContext(options);
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`page: ${error.message}`));
  page.on("requestfailed", (request) => complaints.push(`request: ${request.url()} ${request.failure()?.errorText}`));
  page.on("response", (response) => {
    if (response.status() >= 400 && !expected.includes(response.status())) complaints.push(`${response.status()}: ${response.url()}`);
    if (!response.url().startsWith(BASE) && !response.url().startsWith("data:")) complaints.push(`foreign: ${response.url()}`);
  });
  try {
    await body(page);
    const unexpected = complaints.filter((line) => !(expected.length && line.startsWith("console: Failed to load resource")));
    assert.deepEqual(unexpected, []);
    passed += 1;
    console.log(`ok    ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${name}\n      ${error.message.replaceAll("\n", "\n      ")}`);
  } finally {
    await context.close();
  }
}

async function search(page, words) {
  await page.goto(`${BASE}/`);
  await page.locator("#q").fill(words);
  await page.locator("#q").press("Enter");
  await page.waitForURL(/[?&]q=/);
}

async function hasNoSidewaysScroll(page) {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(content <= window, `the page is ${content} px wide in a window of ${window}`);
}

await check("the page is Hebrew, from right to left", async (page) => {
  await page.goto(`${BASE}/`);
  assert.equal(await page.getAttribute("html", "dir"), "rtl");
  assert.equal(await page.getAttribute("html", "lang"), "he");
  assert.ok((await page.locator("article.card").count()) > 0, "no card is shown");
});

await check("a Hebrew search shows results with the words marked", async (page) => {
  await search(page, WORDS);
  assert.ok((await page.locator("article.card").count()) > 0, "nothing was found");
  assert.equal(await page.locator("#q").inputValue(), WORDS);
});

await check("gershayim are no syntax", async (page) => {
  await search(page, 'ארה"ב');
  assert.equal(await page.locator("h2[role=status]").count(), 1);
});

await check("a record page tells everything and links to the original", async (page) => {
  await search(page, WORDS);
  const title = (await page.locator("article.card h3").first().innerText()).trim();
  await page.locator("article.card h3 a").first().click();
  await page.waitForURL(/\/o\//);
  assert.equal((await page.locator("h1").innerText()).trim(), title);
  const original = page.locator("article a[rel='noopener noreferrer']").first();
  assert.match(await original.getAttribute("href"), /^https?:\/\//);
});

await check("a facet narrows, and its chip takes it off again", async (page) => {
  await page.goto(`${BASE}/?status=any`);
  const all = await page.locator("h2[role=status]").innerText();
  await page.locator("aside.narrow a").first().click();
  const chips = page.locator("ul.chips a:not(.clear)");
  assert.equal(await chips.count(), 2);
  await chips.first().click();
  await page.waitForLoadState();
  assert.ok((await page.locator("ul.chips a:not(.clear)").count()) >= 1);
  assert.ok(all.length > 0);
});

await check("English is a link away, and left to right", async (page) => {
  await page.goto(`${BASE}/`);
  await page.getByRole("link", { name: "English" }).click();
  await page.waitForURL(/ui=en/);
  assert.equal(await page.getAttribute("html", "dir"), "ltr");
});

await check("the sources page shows every source", async (page) => {
  await page.goto(`${BASE}/sources`);
  assert.ok((await page.locator("li.source").count()) > 0);
});

for (const path of ["/", `/?q=${encodeURIComponent(WORDS)}`, "/sources", "/login", "/?ui=en"]) {
  await check(`nothing sticks out on a phone: ${decodeURIComponent(path)}`, async (page) => {
    await page.goto(`${BASE}${path}`);
    await hasNoSidewaysScroll(page);
  }, { viewport: PHONE });
}

for (const path of ["/staff", "/staff/municipalities", "/staff/municipalities/haifa", "/staff/gaps", "/staff/targets", "/staff/said"]) {
  await check(`nothing of the staff's sticks out on a phone: ${path}`, async (page) => {
    await page.goto(`${BASE}${path}`);
    await hasNoSidewaysScroll(page);
  }, { viewport: PHONE, asStaff: true });
}

await check("from the list to a municipality, and from there to the letter that it got", async (page) => {
  await page.goto(`${BASE}/staff/municipalities`);
  await page.locator("a[href='/staff/municipalities/haifa']").click();
  await page.waitForURL(/municipalities\/haifa/);
  assert.equal(await page.locator("h1").innerText(), "חיפה");
  await page.locator("a[href^='/letter/']").first().click();
  await page.waitForURL(/\/letter\//);
  assert.ok((await page.locator("body").innerText()).includes("חיפה"));
}, { asStaff: true });

await check("the keyboard reaches the content first", async (page) => {
  await page.goto(`${BASE}/`);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("href")), "#main");
});

await check("the field suggests while one types, topics before and without a script", async (page) => {
  await page.goto(`${BASE}/`);
  assert.ok((await page.locator("#suggestions option").count()) > 5, "no topic is suggested");
  const answer = page.waitForResponse((response) => response.url().includes("/api/v1/suggest?q="));
  await page.locator("#q").pressSequentially("לתחבור");
  assert.equal((await answer).status(), 200);
  const options = page.locator("#suggested [role=option]");
  await options.first().waitFor();
  const first = await options.first().innerText();
  assert.ok(first.startsWith("לתחבור"), first);
  await page.keyboard.press("Escape");
  assert.ok(await page.locator("#suggested").isHidden());
  await page.locator("#q").pressSequentially("ה");
  await options.first().waitFor();
  await page.keyboard.press("ArrowDown");
  const taken = await page.locator("#suggested [aria-selected=true]").innerText();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.searchParams.get("q") === taken);
  assert.equal(await page.locator("#q").inputValue(), taken);
});

/** Contrast of two colours (WCAG 2.1, 1.4.3). */
const contrast = (one, other) => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [lighter, darker] = [light(one), light(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
};

await check("how to search is told under the field, and can be read there", async (page) => {
  await page.goto(`${BASE}/`);
  await page.click(".help summary");
  const colours = await page.evaluate(() => ({
    written: [...document.querySelectorAll(".help summary, .help dd, .help code")].map((one) => getComputedStyle(one).color),
    behind: getComputedStyle(document.querySelector(".ask")).backgroundImage.match(/rgba?\([^)]*\)/g),
  }));
  assert.ok(colours.written.length > 3 && colours.behind.length === 2, JSON.stringify(colours));
  for (const one of new Set(colours.written)) {
    for (const other of colours.behind) assert.ok(contrast(one, other) >= 4.5, `${one} on ${other}`);
  }
});

await check("a page that is not there has a way out", async (page) => {
  await page.goto(`${BASE}/nothing-here`);
  assert.ok(await page.locator("main a[href='/']").isVisible());
}, { expected: [404] });

await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
