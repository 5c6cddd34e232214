-- What happened to somebody is told with its source, the day the statement is of, and the unit that vouches for it.
alter table registry.life_event add column as_of date, add column unit text;
