-- The ladder of supervision, where a street has set its own for a grade. A line is never changed once it holds: it counts for
-- clocks that start from then on, so that nobody's running time is measured anew.
create table cases.ladder (
  street text not null references platform.street,
  grade text not null check (grade in ('S', 'A', 'B', 'C', 'Q')),
  begins_at timestamptz not null,
  grid_at smallint not null check (grid_at >= 10),      -- percent of the term at which each level is told
  community_at smallint not null check (community_at > grid_at),
  centre_at smallint not null check (centre_at > community_at),
  district_at smallint not null check (district_at > centre_at and district_at <= 1000),
  reason text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (street, grade, begins_at)
);
grant select, insert, update on cases.ladder to fengqiao_app;
alter table cases.ladder enable row level security;
alter table cases.ladder force row level security;
create policy own_street on cases.ladder to fengqiao_app using (
  street = (select s.street from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid));
