// One headless Chromium for the tests and for the README's pictures.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

// Nothing but the page under test is to go out, and containers have neither a sandbox nor a graphics card.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Starts the browser, or says how to get one. */
export async function start() {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (!executablePath) {
    throw new Error(`no Chromium found at ${PLACES.join(", ")}; install it, or name it with CHROMIUM=/path`);
  }
  return chromium.launch({ executablePath, args: FLAGS });
}

/** The address of the running demo, without a slash at the end. */
export function baseUrl() {
  const url = process.env.BASE_URL;
  if (!url) {
    throw new Error("BASE_URL is not set; start `kolkore demo` and give its address, e.g. BASE_URL=http://127.0.0.1:8080");
  }
  return url.replace(/\/+$/, "");
}

/** The member of staff that `tests/run` has added. */
const STAFF = { name: process.env.STAFF_NAME ?? "dana", password: process.env.STAFF_PASSWORD ?? "a long and quiet password" };

/** A browser's context in which a member of staff is logged in. */
export async function loggedIn(browser, base, options = {}) {
  const context = await browser.newContext({ locale: "he-IL", ...options });
  const page = await context.newPage();
  await page.goto(`${base}/login`);
  await page.fill("[name=name]", STAFF.name);
  await page.fill("[name=password]", STAFF.password);
  await page.click("main button[type=submit]");
  await page.waitForURL(/\/staff/);
  await page.close();
  return context;
}

/** The first address on `page` that `pattern` fits. */
export async function linkOn(page, pattern) {
  const links = await page.$$eval("a[href]", (all) => all.map((link) => link.href));
  const found = links.find((link) => pattern.test(link));
  if (!found) throw new Error(`${page.url()} has no link like ${pattern}`);
  return found;
}
