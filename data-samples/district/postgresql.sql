-- The tables of the roll-up for PostgreSQL: on each machine that holds books.
create table books (book text, name text, as_of text, record_errors bigint, unread bigint);
create table members (book text, unit text, since text, until text);
create table intervals (book text, day text, held bigint);
create table meetings_computed (book text, day text, id text, deadline text);
create table attendance (book text, day text, meeting text, unit text, presence text);
create table resolutions_computed (book text, day text, meeting text, id text, status text);
create table reports (book text, day text, meeting text, unit text, status text);
create table events (book text, day text, id text, kind text, served bigint,
  served_qualifier text);
create table movements (book text, day text, fund text, kind text, amount_fen bigint);
create table donations (book text, day text, id text, donor text, fund text, amount_fen bigint);
create table expenses (book text, day text, project text, amount_fen bigint);
create table findings (book text, day text, rule text, severity text, kind text, waived text);
