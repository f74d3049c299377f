-- What a roll-up adds up, the same in DuckDB, PostgreSQL and ClickHouse: a row for whatever counts,
-- with the day from which it does ('' for always). A book's rows lie on one machine, and so does
-- this view of them; only its sums travel.
create view figures as
  select book, 'books' as figure, '' as on_day, 1 as value from books
union all
  -- A unit is a member from its first day on, and on its last no more.
  select book, 'members' as figure, coalesce(since, '') as on_day, 1 as value from members
union all
  select book, 'members' as figure, until as on_day, -1 as value from members
  where until is not null
union all
  select book, 'meetings' as figure, day as on_day, 1 as value from meetings_computed
  where deadline is not null
union all
  select book, 'intervals' as figure, day as on_day, 1 as value from intervals
union all
  select book, 'missed' as figure, day as on_day, 1 as value from intervals where held = 0
union all
  select book, 'present' as figure, day as on_day, 1 as value from attendance where presence = 'present'
union all
  select book, 'expected' as figure, day as on_day, 1 as value from attendance
  where presence <> 'unrecorded'
union all
  select book, 'resolutions' as figure, day as on_day, 1 as value from resolutions_computed
  where status is not null
union all
  select book, 'done' as figure, day as on_day, 1 as value from resolutions_computed
  where status = 'done'
union all
  select book, 'dropped' as figure, day as on_day, 1 as value from resolutions_computed
  where status in ('dropped', 'replaced')
union all
  select book, 'overdue' as figure, day as on_day, 1 as value from resolutions_computed
  where status = 'overdue'
union all
  select book, status as figure, day as on_day, 1 as value from reports
  where status in ('on_time', 'late', 'missing', 'pending')
union all
  select book, 'events' as figure, day as on_day, 1 as value from events where day is not null
union all
  select book, 'served' as figure, day as on_day, served as value from events
  where day is not null and served is not null
union all
  select book, served_qualifier as figure, day as on_day, 1 as value from events
  where day is not null and served_qualifier in ('at_least', 'about')
union all
  select book, 'donations' as figure, day as on_day, amount_fen as value from donations
  where day is not null and amount_fen is not null
union all
  -- Of a fund that is there it is known that nothing moved.
  select book, 'fund' as figure, coalesce(day, '') as on_day, amount_fen as value from movements
  where kind in ('opening', 'received')
union all
  select book, 'fund' as figure, day as on_day, -amount_fen as value from movements where kind = 'granted'
union all
  select book, 'fund_received' as figure, '' as on_day, 0 as value from movements
  where kind = 'opening'
union all
  select book, 'fund_granted' as figure, '' as on_day, 0 as value from movements
  where kind = 'opening'
union all
  select book, 'fund_received' as figure, day as on_day, amount_fen as value from movements
  where kind = 'received'
union all
  select book, 'fund_granted' as figure, day as on_day, amount_fen as value from movements
  where kind = 'granted'
union all
  select book, 'projects_spent' as figure, day as on_day, amount_fen as value from expenses
  where day is not null and amount_fen is not null
union all
  select book, 'open_errors' as figure, day as on_day, 1 as value from findings
  where severity = 'error' and kind = 'open' and waived is null;
