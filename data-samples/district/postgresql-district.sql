-- The machine that is asked: each table is in parts on the others, a book's rows by its hash on
-- one of them. `machine0` and `machine1` are services of pg_service.conf. For more machines: a
-- server each, and their number as the modulus.
set client_min_messages = warning;
create extension if not exists postgres_fdw;
create server machine0 foreign data wrapper postgres_fdw
  options (service 'machine0', batch_size '1000');
create server machine1 foreign data wrapper postgres_fdw
  options (service 'machine1', batch_size '1000');
create user mapping for current_user server machine0;
create user mapping for current_user server machine1;
create schema machine0;
create schema machine1;
import foreign schema public from server machine0 into machine0;
import foreign schema public from server machine1 into machine1;
select format('create table %I (like machine0.%I) partition by hash (book)', name, name),
  format('alter table %I attach partition machine0.%I
    for values with (modulus 2, remainder 0)', name, name),
  format('alter table %I attach partition machine1.%I
    for values with (modulus 2, remainder 1)', name, name)
from information_schema.foreign_tables, lateral (select foreign_table_name as name) as named
where foreign_table_schema = 'machine0'
\gexec
create table asked (first_day text, last_day text);
insert into asked values ('0000-00-00', '9999-12-31');
-- Each machine adds up its own books.
select format('alter database %I set enable_partitionwise_aggregate = on', current_database())
\gexec
