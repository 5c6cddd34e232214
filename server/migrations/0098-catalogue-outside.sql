-- What came through the sharing platform of the province or the district, or on paper: no new exchange system is built across
-- levels (Order 809, art. 31), so this is how a bureau without an account here usually answers. One person of the asking unit
-- records it, another one confirms it; only then does the request move.
create table catalogue.outside_answer (
  street text not null,
  id uuid not null,
  request uuid not null,
  through text not null check (through in ('province', 'city', 'district', 'paper')),
  reference text not null,            -- number under which that platform handled it 受理编号
  answered_on date not null,
  outcome text not null check (outcome in ('granted', 'refused', 'delivered')),
  fields text[] not null,
  ground text,
  said text not null,
  file uuid,
  state text not null check (state in ('recorded', 'confirmed', 'rejected')),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  why text,                           -- it was rejected
  primary key (street, id),
  foreign key (street, request) references catalogue.request,
  foreign key (street, recorded_by) references identity.account,
  foreign key (street, decided_by) references identity.account,
  check (decided_by <> recorded_by),
  check ((outcome = 'refused') = (ground is not null)),
  check ((state = 'recorded') = (decided_by is null))
);
create index outside_answer_request_idx on catalogue.outside_answer (street, request, id);
create unique index outside_answer_open_key on catalogue.outside_answer (street, request) where state = 'recorded';
create index outside_answer_recorded_idx on catalogue.outside_answer (street, recorded_by);
create index outside_answer_decided_idx on catalogue.outside_answer (street, decided_by) where decided_by is not null;
create index outside_answer_file_idx on catalogue.outside_answer (street, file) where file is not null;   -- who may read it
grant select, insert on catalogue.outside_answer to fengqiao_app;
grant update (state, decided_by, decided_at, why) on catalogue.outside_answer to fengqiao_app;
alter table catalogue.outside_answer enable row level security;
alter table catalogue.outside_answer force row level security;
create policy own_street on catalogue.outside_answer to fengqiao_app
  using (street = (select identity.here()) and request in (select r.id from catalogue.request r))
  with check (street = (select identity.here()));
