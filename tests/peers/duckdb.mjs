// A small duckdb(1): SQL from standard input, the last result as CSV. node duckdb.mjs < SQL
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
const {DuckDBInstance} = createRequire(import.meta.url)('@duckdb/node-api');

const connection = await (await DuckDBInstance.create(':memory:')).connect();
const statements = await connection.extractStatements(readFileSync(0, 'utf8'));
let last;
for (let i = 0; i < statements.count; ++i) {
  last = await (await statements.prepare(i)).runAndReadAll();
}
const cell = (value) => (value === null ? '' : String(value));
console.log(last.columnNames().join(','));
for (const row of last.getRowsJson()) console.log(row.map(cell).join(','));
