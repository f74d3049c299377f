-- The roll-up: a line a book and, with the book '', the totals; the same in DuckDB, PostgreSQL and
-- ClickHouse. The table `asked` has one row, the first day asked for ('0000-00-00'
-- where there is none) and the last. Money is in whole fen. A rate comes from the summed numbers, halves up, to one decimal.
select
  book, books, members, meetings, intervals, missed,
  present, expected,
  case when expected > 0
    then floor((2000 * present + expected) / (2 * expected)) / 10 end as attendance_rate,
  resolutions, done, dropped, overdue,
  case when resolutions > dropped
    then floor((2000 * done + resolutions - dropped) / (2 * (resolutions - dropped))) / 10 end
    as completion_rate,
  on_time, late, missing, pending,
  case when on_time + late + missing > 0
    then floor((2000 * on_time + on_time + late + missing) / (2 * (on_time + late + missing))) / 10
    end as on_time_rate,
  events, served,
  case when served is null then null when about > 0 then 'about' when at_least > 0 then 'at_least'
    else 'exact' end as served_qualifier,
  donations, fund_opening, fund_received, fund_granted, fund_closing, projects_spent, open_errors
from (
  select
    case when is_total = 1 then '' else of_book end as book,
    coalesce(sum(case when part = 'books' then amount end), 0) as books,
    coalesce(sum(case when part = 'members' then amount end), 0) as members,
    coalesce(sum(case when part = 'meetings' then amount end), 0) as meetings,
    coalesce(sum(case when part = 'intervals' then amount end), 0) as intervals,
    coalesce(sum(case when part = 'missed' then amount end), 0) as missed,
    coalesce(sum(case when part = 'present' then amount end), 0) as present,
    coalesce(sum(case when part = 'expected' then amount end), 0) as expected,
    coalesce(sum(case when part = 'resolutions' then amount end), 0) as resolutions,
    coalesce(sum(case when part = 'done' then amount end), 0) as done,
    coalesce(sum(case when part = 'dropped' then amount end), 0) as dropped,
    coalesce(sum(case when part = 'overdue' then amount end), 0) as overdue,
    coalesce(sum(case when part = 'on_time' then amount end), 0) as on_time,
    coalesce(sum(case when part = 'late' then amount end), 0) as late,
    coalesce(sum(case when part = 'missing' then amount end), 0) as missing,
    coalesce(sum(case when part = 'pending' then amount end), 0) as pending,
    coalesce(sum(case when part = 'events' then amount end), 0) as events,
    sum(case when part = 'served' then amount end) as served,
    coalesce(sum(case when part = 'about' then amount end), 0) as about,
    coalesce(sum(case when part = 'at_least' then amount end), 0) as at_least,
    sum(case when part = 'donations' then amount end) as donations,
    sum(case when part = 'fund_opening' then amount end) as fund_opening,
    sum(case when part = 'fund_received' then amount end) as fund_received,
    sum(case when part = 'fund_granted' then amount end) as fund_granted,
    sum(case when part = 'fund_closing' then amount end) as fund_closing,
    sum(case when part = 'projects_spent' then amount end) as projects_spent,
    coalesce(sum(case when part = 'open_errors' then amount end), 0) as open_errors
  from (
    -- What happened within the period.
    select book as of_book, figure as part, sum(value) as amount from figures
    where figure not in ('books', 'members', 'fund')
      and (on_day = '' or on_day >= (select first_day from asked))
      and on_day <= (select last_day from asked)
    group by book, figure
  union all
    -- What there is on its last day.
    select book as of_book, figure as part, sum(value) as amount from figures
    where figure in ('books', 'members') and on_day <= (select last_day from asked)
    group by book, figure
  union all
    select book as of_book, 'fund_closing' as part, sum(value) as amount from figures
    where figure = 'fund' and on_day <= (select last_day from asked)
    group by book
  union all
    -- What there was before its first day.
    select book as of_book, 'fund_opening' as part, sum(value) as amount from figures
    where figure = 'fund' and on_day < (select first_day from asked)
    group by book
  ) sums
  cross join (select 0 as is_total union all select 1 as is_total) twice
  group by case when is_total = 1 then '' else of_book end
) lines_and_totals
order by book;
