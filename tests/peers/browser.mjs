// Opens pages of HTML in Chromium, alone in the world:
//
//     node browser.mjs < PAGES.json > SEEN.json
//
// PAGES.json is {name: HTML}. Of each page SEEN.json tells what readers see in its cells, items,
// paragraphs and headings, its tags, and everything it did besides being shown. With names after
// it on the command line, MERMAID scripts, the pages are Mermaid sources instead, and what is
// told of each is why, if so, every one of those versions does not draw it.
import fs from 'node:fs';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

const {chromium} = createRequire(import.meta.url)('playwright-core');

/// Run in the page.
function look() {
  const texts = (selector) => [...document.querySelectorAll(selector)].map((e) => e.innerText);
  const all = [...document.querySelectorAll('*')];
  return {
    texts: {td: texts('tbody td, tbody th'), th: texts('thead th'), li: texts('main li'), p: texts('main p'),
            h1: texts('h1'), h2: texts('h2'), contents: texts('nav a'),
            drawn: [...document.querySelectorAll('svg rect title')].map((e) => e.textContent)},
    tags: [...new Set(all.map((e) => e.tagName.toLowerCase()))].sort(),
    handlers: all.flatMap((e) => e.getAttributeNames()).filter((name) => name.startsWith('on')),
    links: [...document.querySelectorAll('[href],[src]')]
        .map((e) => e.getAttribute('href') ?? e.getAttribute('src')),
    lost: [...document.querySelectorAll('nav a')].map((e) => e.getAttribute('href'))
        .filter((href) => document.querySelectorAll('#' + CSS.escape(href.slice(1))).length !== 1),
  };
}

async function open(browser, folder, [name, html]) {
  const file = path.join(folder, 'page.html');
  fs.writeFileSync(file, html);
  const page = await browser.newPage();
  const did = [];
  page.on('dialog', (dialog) => { did.push('dialog'); dialog.dismiss(); });
  page.on('console', (message) => did.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => did.push(`error: ${error}`));
  page.on('popup', () => did.push('popup'));
  page.on('request', (request) => did.push(`request: ${request.url()}`));
  const url = pathToFileURL(file).href;
  await page.goto(url);
  const seen = await page.evaluate(look);
  await page.emulateMedia({media: 'print'});
  await page.pdf();
  await page.close();
  return [name, {...seen, did: did.filter((what) => what !== `request: ${url}`)}];
}

/// Run in the page: why one version of Mermaid does not draw a source, where it does not.
async function drawAll(sources) {
  const faults = {};
  mermaid.initialize({startOnLoad: false});
  mermaid.parseError = () => {};
  const draw = mermaid.renderAsync ?? mermaid.render;
  for (const [i, [name, source]] of Object.entries(sources).entries()) {
    try {
      const drawn = await draw.call(mermaid, `chart${i}`, source);
      const svg = drawn.svg ?? drawn;
      if (!svg.startsWith('<svg') || svg.includes('Syntax error')) faults[name] = svg;
    } catch (fault) {
      faults[name] = String(fault.message ?? fault.str ?? fault);
    }
  }
  return faults;
}

async function draw(browser, script, sources) {
  const page = await browser.newPage();
  await page.setContent('<body></body>');
  await page.addScriptTag({path: createRequire(import.meta.url).resolve(script)});
  const faults = await page.evaluate(drawAll, sources);
  await page.close();
  return faults;
}

const scripts = process.argv.slice(2);
const pages = JSON.parse(fs.readFileSync(0, 'utf8'));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxi-browser-'));
// Its own sandbox asks for more than a container gives; what the pages do is looked at here.
const browser = await chromium.launch({executablePath: process.env.CHROMIUM,
                                       args: ['--no-sandbox', '--disable-dev-shm-usage']});
try {
  const seen = {};
  for (const script of scripts) seen[script] = await draw(browser, script, pages);
  if (scripts.length === 0)
    for (const page of Object.entries(pages)) {
      const [name, what] = await open(browser, folder, page);
      seen[name] = what;
    }
  process.stdout.write(JSON.stringify(seen));
} finally {
  await browser.close();
  fs.rmSync(folder, {recursive: true});
}
