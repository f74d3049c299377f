// Looks at pages of HTML as readers of a publication do:
//
//     node page.mjs < PAGES.json > SEEN.json
//
// PAGES.json is {name: HTML}. Of each page, SEEN.json tells what axe-core finds, in light and dark,
// and for each width of a screen whether the page is wider than that, and which short words, dates
// and amounts are broken by the end of a line.
import fs from 'node:fs';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

const require = createRequire(import.meta.url);
const {chromium} = require('playwright-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [390, 800, 1400];

/// Run in the page: what of its text is torn apart. What is not shown has no boxes.
function broken() {
  const whole = /\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d\d-\d\d|\d[\d,]*\.\d\d元?|[A-Za-z]{2,14}(?![A-Za-z])/g;
  const faults = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest('caption, svg, style')) continue;
    for (const match of node.data.matchAll(whole)) {
      if (/[A-Za-z]/.test(node.data[match.index - 1] ?? ' ')) continue;
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (tops.size > 1) faults.push(match[0]);
    }
  }
  return faults;
}

const violations = async (page) => page.evaluate(async () => {
  const found = await axe.run(document, {resultTypes: ['violations']});
  return found.violations.map((each) => `${each.id}: ${each.nodes.length} × ${each.help}: ` +
                                        each.nodes[0].html.slice(0, 160));
});

async function look(context, file) {
  const seen = {axe: [], wide: [], broken: []};
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  for (const width of WIDTHS) {
    await page.setViewportSize({width, height: 900});
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
      seen.wide.push(width);
    for (const word of await page.evaluate(broken)) seen.broken.push(`${width}: ${word}`);
  }
  await page.evaluate(axe);
  for (const [colorScheme, width] of [['light', 390], ['dark', 390], ['light', 1400]]) {
    await page.emulateMedia({colorScheme});
    await page.setViewportSize({width, height: 900});
    for (const what of await violations(page)) seen.axe.push(`${colorScheme} ${width}: ${what}`);
  }
  await page.close();
  return seen;
}

const pages = JSON.parse(fs.readFileSync(0, 'utf8'));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxi-page-'));
const browser = await chromium.launch({executablePath: process.env.CHROMIUM,
                                       args: ['--no-sandbox', '--disable-dev-shm-usage']});
try {
  // The page allows no script; here one has to look at it.
  const context = await browser.newContext({bypassCSP: true});
  const seen = {};
  for (const [name, html] of Object.entries(pages)) {
    const file = path.join(folder, 'page.html');
    fs.writeFileSync(file, html);
    seen[name] = await look(context, file);
  }
  process.stdout.write(JSON.stringify(seen));
} finally {
  await browser.close();
  fs.rmSync(folder, {recursive: true});
}
