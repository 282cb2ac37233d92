// The README's pictures, taken from a running demo:
//   BASE_URL=http://127.0.0.1:8080 node pictures.mjs [letter.html]
// writes docs/images/search-he.png, record-he.png, phone-he.png and, given a letter's HTML, letter-he.png.
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { baseUrl, start } from "./browser.mjs";

const BASE = baseUrl();
const OUT = resolve(dirname(fileURLToPath(import.meta.url)), process.env.OUT ?? "../../docs/images");
const WORDS = process.env.SEARCH_WORDS ?? "ערים תאומות";
mkdirSync(OUT, { recursive: true });

const browser = await start();

async function take(name, url, { width = 1280, height = 900, scheme = "light", full = false, then = async () => {} } = {}) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, deviceScaleFactor: width < 500 ? 2 : 1 });
  await page.goto(url);
  await then(page);
  await page.screenshot({ path: `${OUT}/${name}.png`, fullPage: full });
  await page.close();
}

const search = `${BASE}/?q=${encodeURIComponent(WORDS)}`;
await take("search-he", search);
await take("search-dark", search, { scheme: "dark" });
await take("phone-he", search, { width: 360, height: 780 });
await take("record-he", search, {
  full: true,
  then: async (page) => {
    await page.locator("article.card h3 a").first().click();
    await page.waitForURL(/\/o\//);
  },
});
await take("sources-he", `${BASE}/sources`);
if (process.argv[2]) {
  await take("letter-he", pathToFileURL(resolve(process.argv[2])).href, { width: 680, height: 900 });
}
await browser.close();
