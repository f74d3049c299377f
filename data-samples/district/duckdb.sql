-- The tables of the roll-up for DuckDB, read where they lie. To be run in the folder that
-- `lianxi rollup --export` wrote.
create view books as select * from read_json('*/*/books.ndjson', format = 'newline_delimited',
  columns = {book: 'varchar', name: 'varchar', as_of: 'varchar', record_errors: 'bigint',
             unread: 'bigint'});
create view members as select * from read_json('*/*/members.ndjson', format = 'newline_delimited',
  columns = {book: 'varchar', unit: 'varchar', since: 'varchar', until: 'varchar'});
create view intervals as select * from read_json('*/*/intervals.ndjson',
  format = 'newline_delimited',
  columns = {book: 'varchar', day: 'varchar', held: 'bigint'});
create view meetings_computed as select * from read_json('*/*/meetings_computed.ndjson',
  format = 'newline_delimited',
  columns = {book: 'varchar', day: 'varchar', id: 'varchar', deadline: 'varchar'});
create view attendance as select * from read_json('*/*/attendance.ndjson',
  format = 'newline_delimited',
  columns = {book: 'varchar', day: 'varchar', meeting: 'varchar', unit: 'varchar',
             presence: 'varchar'});
create view resolutions_computed as select * from read_json('*/*/resolutions_computed.ndjson',
  format = 'newline_delimited',
  columns = {book: 'varchar', day: 'varchar', meeting: 'varchar', id: 'varchar',
             status: 'varchar'});
create view reports as select * from read_json('*/*/reports.ndjson', format = 'newline_delimited',
  columns = {book: 'varchar', day: 'varchar', meeting: 'varchar', unit: 'varchar',
             status: 'varchar'});
create view events as select * from read_json('*/*/events.ndjson', format = 'newline_delimited',
  columns = {book: 'varchar', day: 'varchar', id: 'varchar', kind: 'varchar', served: 'bigint',
             served_qualifier: 'varchar'});
create view movements as select * from read_json('*/*/movements.ndjson',
  format = 'newline_delimited',
  columns = {book: 'varchar', day: 'varchar', fund: 'varchar', kind: 'varchar',
             amount_fen: 'bigint'});
create view donations as select * from read_json('*/*/donations.ndjson',
  format = 'newline_delimited',
  columns = {book: 'varchar', day: 'varchar', id: 'varchar', donor: 'varchar', fund: 'varchar',
             amount_fen: 'bigint'});
create view expenses as select * from read_json('*/*/expenses.ndjson',
  format = 'newline_delimited',
  columns = {book: 'varchar', day: 'varchar', project: 'varchar', amount_fen: 'bigint'});
create view findings as select * from read_json('*/*/findings.ndjson',
  format = 'newline_delimited',
  columns = {book: 'varchar', day: 'varchar', rule: 'varchar', severity: 'varchar',
             kind: 'varchar', waived: 'varchar'});
create table asked (first_day varchar, last_day varchar);
insert into asked select '0000-00-00', max(as_of) from books;
