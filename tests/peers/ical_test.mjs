// What calendars make of our iCalendar: node ical_test.mjs LIANXI
//
// ical.js reads back each event and to-do with all that it must have. Parsers pass over what RFC
// 5545 asks of the bytes, so that is looked at here: CRLF, 75 octets a line, no character cut.
// Found by NODE_PATH; without it prints SKIP.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const [lianxi] = process.argv.slice(2);
const sample = fileURLToPath(new URL('../../data-samples/nanjing-south', import.meta.url));

async function findReader() {
  try {
    const main = createRequire(import.meta.url).resolve('ical.js');
    return (await import(pathToFileURL(main).href)).default;
  } catch {
    return null;
  }
}

function calendar(book, ...words) {
  return execFileSync(lianxi, ['-C', book, '--as-of', '2017-09-30', ...words, '--format', 'ics']);
}

function checkBytes(bytes) {
  const lines = bytes.toString('latin1').split('\r\n');
  assert.equal(lines.pop(), '', 'the last line ends');
  lines.forEach((line, i) => {
    assert.ok(line.length <= 75, `line ${i + 1} has ${line.length} octets`);
    assert.ok(!/[\r\n]/.test(line), `line ${i + 1} has a bare CR or LF`);
    const text = Buffer.from(line, 'latin1').toString('utf8');
    assert.ok(!text.includes('\ufffd'), `line ${i + 1} cuts a character`);
  });
}

/// Every event and to-do, with what each of them must have.
function parts(ICAL, bytes) {
  const all = new ICAL.Component(ICAL.parse(bytes.toString('utf8')));
  assert.equal(all.getFirstPropertyValue('version'), '2.0');
  assert.ok(all.getFirstPropertyValue('prodid'));
  assert.equal(all.getFirstPropertyValue('method'), null);
  const found = all.getAllSubcomponents();
  const uids = found.map((part) => part.getFirstPropertyValue('uid'));
  assert.equal(new Set(uids).size, uids.length, 'each UID is there once');
  for (const part of found) {
    assert.ok(part.getFirstPropertyValue('summary'));
    assert.equal(part.getFirstPropertyValue('dtstamp').toString(), '2017-09-30T00:00:00Z');
    const day = part.getFirstPropertyValue(part.name === 'vevent' ? 'dtstart' : 'due');
    assert.match(day.toString(), /^20\d\d-\d\d-\d\d/);
  }
  return found;
}

function one(found, start) {
  const matching = found.filter((part) => part.getFirstPropertyValue('uid').startsWith(start));
  assert.equal(matching.length, 1, start);
  return matching[0];
}

function checkSample(ICAL) {
  const bytes = calendar(sample, '--lang', 'zh', 'due', '2017-Q4');
  checkBytes(bytes);
  assert.deepEqual(calendar(sample, '--lang', 'zh', 'due', '2017-Q4'), bytes, 'the same bytes');
  const found = parts(ICAL, bytes);
  assert.equal(found.filter((part) => part.name === 'vevent').length, 1);
  assert.equal(found.filter((part) => part.name === 'vtodo').length, 11);

  const meeting = one(found, 'meetings/2017-q4@');
  // Without a time zone: 14:00 where the reader is.
  assert.equal(meeting.getFirstPropertyValue('dtstart').toString(), '2017-12-14T14:00:00');
  assert.equal(meeting.getFirstPropertyValue('location'), '站综合管理办公室二楼会议室');
  assert.equal(meeting.getFirstPropertyValue('description'), '议题：\n- 站区医疗点常设');

  const resolution = one(found, 'meetings/2017-q3/resolutions/r1.resolution@');
  assert.equal(resolution.getFirstPropertyValue('due').toString(), '2017-10-08');
  assert.equal(resolution.getFirstPropertyValue('summary'),
               '决议：国庆中秋假期联合保障，十月八日前各岗位在位，每日十八时互通客流。（铁路南站）');
}

const awkward = `alliance: {name: 甲, founded: 2017-01-01}
units: [{id: a, name: "A, B; C"}]
meetings:
  - {id: m1, kind: regular, date: 2017-10-20, title: "一;二,三\\\\四😀𠮷 13812345678 ${'长'.repeat(80)}", place: "a\\tb"}
  - id: m0
    kind: regular
    date: 2017-09-01
    minutes: {issued: 2017-09-02}
    resolutions:
      - id: r1
        text: |
          first
          second
        lead: a
        due: 2017-10-10
        stages: [{text: s, due: 2017-10-01}, {text: s, due: 2017-10-01}]
`;

/// What has to be escaped, folded or masked comes back as it should.
function checkAwkward(ICAL, folder) {
  fs.writeFileSync(path.join(folder, 'book.yaml'), awkward);
  const bytes = calendar(folder, 'due', '90');
  checkBytes(bytes);
  const found = parts(ICAL, bytes);
  const meeting = one(found, 'meetings/m1@');
  assert.equal(meeting.getFirstPropertyValue('summary'), `一;二,三\\四😀𠮷 138******78 ${'长'.repeat(80)}`);
  assert.equal(meeting.getFirstPropertyValue('location'), 'a\\u{9}b');
  assert.equal(meeting.getFirstPropertyValue('dtstart').isDate, true);
  const resolution = one(found, 'meetings/m0/resolutions/r1.resolution@');
  assert.match(resolution.getFirstPropertyValue('summary'), /first\nsecond \(A, B; C\)/);
  one(found, 'meetings/m0/resolutions/r1.stage.2@');
}

const ICAL = await findReader();
if (!ICAL) {
  console.log('SKIP: ical.js is not installed');
} else {
  checkSample(ICAL);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxi-ical-'));
  try {
    checkAwkward(ICAL, folder);
  } finally {
    fs.rmSync(folder, {recursive: true});
  }
  console.log('all well');
}
