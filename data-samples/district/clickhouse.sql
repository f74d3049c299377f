-- The tables of the roll-up for ClickHouse: on each machine that holds books.
create table books (book String, name String, as_of String, record_errors Int64, unread Int64)
  engine = MergeTree order by book;
create table members (book String, unit String, since Nullable(String), until Nullable(String))
  engine = MergeTree order by book;
create table intervals (book String, day Nullable(String), held Int64)
  engine = MergeTree order by book;
create table meetings_computed (book String, day Nullable(String), id Nullable(String),
  deadline Nullable(String)) engine = MergeTree order by book;
create table attendance (book String, day Nullable(String), meeting Nullable(String),
  unit Nullable(String), presence Nullable(String)) engine = MergeTree order by book;
create table resolutions_computed (book String, day Nullable(String), meeting Nullable(String),
  id Nullable(String), status Nullable(String)) engine = MergeTree order by book;
create table reports (book String, day Nullable(String), meeting Nullable(String),
  unit Nullable(String), status Nullable(String)) engine = MergeTree order by book;
create table events (book String, day Nullable(String), id Nullable(String),
  kind Nullable(String), served Nullable(Int64), served_qualifier Nullable(String))
  engine = MergeTree order by book;
create table movements (book String, day Nullable(String), fund String, kind String,
  amount_fen Int64) engine = MergeTree order by book;
create table donations (book String, day Nullable(String), id Nullable(String),
  donor Nullable(String), fund Nullable(String), amount_fen Nullable(Int64))
  engine = MergeTree order by book;
create table expenses (book String, day Nullable(String), project Nullable(String),
  amount_fen Nullable(Int64)) engine = MergeTree order by book;
create table findings (book String, day Nullable(String), rule String, severity String,
  kind String, waived Nullable(String)) engine = MergeTree order by book;
