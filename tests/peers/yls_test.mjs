// What an editor makes of the schema: node yls_test.mjs LIANXI
//
// Talks to yaml-language-server as an editor does, over stdio: the sample book has no
// diagnostics, a wrong word has one, keys and words are completed in Chinese, and a key
// tells what it is for. Found by NODE_PATH; without it prints SKIP.
import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const [lianxi] = process.argv.slice(2);
const sample = fileURLToPath(new URL('../../data-samples/nanjing-south', import.meta.url));

function findServer() {
  try {
    const main = createRequire(import.meta.url).resolve('yaml-language-server/package.json');
    return path.join(path.dirname(main), 'bin/yaml-language-server');
  } catch {
    return null;
  }
}

/// The editor's side of the conversation.
class Editor {
  constructor(server, folder) {
    this.folder = folder;
    this.input = Buffer.alloc(0);
    this.answers = new Map();
    this.diagnostics = new Map();
    this.process = spawn(process.execPath, [server, '--stdio'], {stdio: ['pipe', 'pipe', 'inherit']});
    this.process.stdout.on('data', (bytes) => this.receive(bytes));
  }

  send(message) {
    const bytes = Buffer.from(JSON.stringify({jsonrpc: '2.0', ...message}));
    this.process.stdin.write(`Content-Length: ${bytes.length}\r\n\r\n`);
    this.process.stdin.write(bytes);
  }

  ask(method, params) {
    const id = this.answers.size + 1;
    this.send({id, method, params});
    return new Promise((resolve) => this.answers.set(id, resolve));
  }

  receive(bytes) {
    this.input = Buffer.concat([this.input, bytes]);
    for (;;) {
      const end = this.input.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.input.subarray(0, end))[1]);
      if (this.input.length < end + 4 + length) return;
      const message = JSON.parse(this.input.subarray(end + 4, end + 4 + length));
      this.input = this.input.subarray(end + 4 + length);
      this.take(message);
    }
  }

  take(message) {
    if (message.method && message.id !== undefined) {  // left without an answer, it waits
      const wanted = message.method === 'workspace/configuration' ? message.params.items : [];
      this.send({id: message.id, result: wanted.map(({section}) => this.settings[section] ?? null)});
    } else if (message.method === 'textDocument/publishDiagnostics') {
      this.diagnostics.get(message.params.uri)?.(message.params.diagnostics);
    } else if (message.id !== undefined) {
      this.answers.get(message.id)(message.result);
    }
  }

  get settings() {
    const off = {enable: false};
    const yaml = {validate: true, completion: true, hover: true, format: off, schemaStore: off,
                  kubernetesCRDStore: off};
    return {yaml};
  }

  async start() {
    await this.ask('initialize', {
      processId: process.pid, rootUri: pathToFileURL(this.folder).href, workspaceFolders: null,
      capabilities: {
        workspace: {configuration: true},
        textDocument: {completion: {completionItem: {snippetSupport: true}},
                       hover: {contentFormat: ['markdown']}}}});
    this.send({method: 'initialized', params: {}});
    this.send({method: 'workspace/didChangeConfiguration', params: {settings: this.settings}});
  }

  uri(name) { return pathToFileURL(path.join(this.folder, name)).href; }

  /// The diagnostics of a file with that text.
  open(name, text) {
    const uri = this.uri(name);
    const modeline = '# yaml-language-server: $schema=./schema.json\n';
    this.send({method: 'textDocument/didOpen', params: {
      textDocument: {uri, languageId: 'yaml', version: 1, text: modeline + text}}});
    return new Promise((resolve) => this.diagnostics.set(uri, resolve));
  }

  at(method, name, line, character) {
    return this.ask(method, {textDocument: {uri: this.uri(name)}, position: {line, character}});
  }

  async completions(name, line, character) {
    return (await this.at('textDocument/completion', name, line, character)).items
        .map((item) => item.label);
  }
}

async function checkSample(editor) {
  const files = fs.readdirSync(sample, {recursive: true}).filter((name) => name.endsWith('.yaml'));
  assert(files.length > 20);
  for (const [i, file] of files.entries()) {
    const text = fs.readFileSync(path.join(sample, file), 'utf8');
    assert.deepEqual(await editor.open(`sample-${i}.yaml`, text), [], file);
  }
}

async function checkFaults(editor) {
  const word = await editor.open('word.yaml', '单位:\n  - {编号: a, 名称: 甲, 身份: 会员}\n');
  assert.equal(word.length, 1, JSON.stringify(word));
  assert.equal(word[0].range.start.line, 2);
  const key = await editor.open('key.yaml', '单位:\n  - {编号: a, 名称: 甲, 身分: 成员}\n');
  assert.equal(key.length, 1, JSON.stringify(key));
  const date = await editor.open('date.yaml', '联盟: {名称: 甲, 成立日期: 去年, 办公室: a}\n');
  assert.equal(date.length, 1, JSON.stringify(date));
  assert.match(date[0].message, /2017年9月20日/);
  const both = await editor.open('both.yaml', '单位:\n  - {编号: a, id: a, 名称: 甲}\n');
  assert.equal(both.length, 1, JSON.stringify(both));
}

async function checkHelp(editor) {
  await editor.open('help.yaml', '会议:\n  - 编号: m\n    类型: \n    \n\n');
  const keys = await editor.completions('help.yaml', 4, 4);
  for (const key of ['日期', '议题', '决议', 'date']) assert(keys.includes(key), keys.join());
  assert(!keys.includes('编号'), keys.join());
  const words = await editor.completions('help.yaml', 3, 8);
  for (const word of ['例会', '临时会议', 'regular']) assert(words.includes(word), words.join());
  const top = await editor.completions('help.yaml', 5, 0);
  assert(top.includes('落实报告') && !top.includes('会议'), top.join());
  const hover = await editor.at('textDocument/hover', 'help.yaml', 2, 5);
  assert.match(hover.contents.value, /会议编号/);
}

const server = findServer();
if (!server) {
  console.log('SKIP: no yaml-language-server in NODE_PATH');
  process.exit(0);
}
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxi-yls-'));
const schema = execFileSync(lianxi, ['schema', '--lang', 'zh']);
fs.writeFileSync(path.join(folder, 'schema.json'), schema);
const editor = new Editor(server, folder);
setTimeout(() => { console.log('no answer for 60 s'); process.exit(1); }, 60000).unref();
try {
  await editor.start();
  await checkSample(editor);
  await checkFaults(editor);
  await checkHelp(editor);
  console.log('the editor has the sample without diagnostics, faults, completion and hover');
} finally {
  editor.process.kill();
  fs.rmSync(folder, {recursive: true});
}
