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
