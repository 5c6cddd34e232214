-- A dispatch that nobody has acknowledged yet can be taken back; it is not counted as a change of hands.
alter table cases.assignment drop constraint assignment_ended_how_check;
alter table cases.assignment add constraint assignment_ended_how_check
  check (ended_how in ('returned', 'rerouted', 'arbitrated', 'done', 'merged', 'voided', 'reopened', 'recalled'));

-- A saved view may be lent to one's unit, and one of them may open by itself.
alter table cases.saved_view add column unit text;             -- lent to everybody of this unit; null: one's own
create index saved_view_unit_idx on cases.saved_view (street, unit) where unit is not null;
create table cases.usual_view (
  street text not null,
  account uuid not null,
  view uuid not null,
  primary key (street, account),
  foreign key (street, view) references cases.saved_view on delete cascade
);
create index usual_view_view_idx on cases.usual_view (street, view);
grant select, insert, update, delete on cases.usual_view to fengqiao_app;
alter table cases.usual_view enable row level security;
alter table cases.usual_view force row level security;
create policy own_street on cases.usual_view to fengqiao_app using (
  street = (select s.street from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid));
