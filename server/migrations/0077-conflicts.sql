-- What the server refused or changed of an act that a phone did without a network 冲突: kept with the name of the act, so that it is
-- known on the worker's other phone and to their community, and does not go with a lost phone.
create table rounds.conflict (
  street text not null references platform.street,
  id uuid not null,
  op text not null,                   -- by which the phone named the act
  account uuid not null,
  unit text not null,
  name text not null,                 -- under which they act
  kind text not null check (kind in ('found', 'acknowledge', 'verification', 'handled', 'check', 'task', 'patrol', 'visit', 'mandate', 'appeal')),
  how text not null check (how in ('refused', 'changed')),
  code text not null,                 -- of the refusal
  case_id uuid,
  person uuid,                        -- key in the registry of whom the act was about
  body_enc bytea not null,            -- what was done and what the server said
  done_at timestamptz not null,       -- by the server's clock
  offset_ms bigint,
  noted_at timestamptz not null,
  state text not null check (state in ('open', 'aside', 'sent', 'settled')),
  ended_at timestamptz,
  answer_enc bytea,
  answered_by uuid,
  primary key (street, id),
  foreign key (street, unit) references identity.unit,
  foreign key (street, account) references identity.account,
  check ((state in ('sent', 'settled')) = (ended_at is not null)),
  check ((state = 'settled') = (answer_enc is not null and answered_by is not null))
);
create unique index conflict_op_key on rounds.conflict (street, account, op);
create index conflict_account_idx on rounds.conflict (street, account, id desc);
create index conflict_open_idx on rounds.conflict (street, unit, id desc) where ended_at is null;
create index conflict_person_idx on rounds.conflict (street, person) where person is not null;  -- erasure
create index conflict_noted_idx on rounds.conflict (street, noted_at);                          -- whose term is over
grant select, insert, update, delete on rounds.conflict to fengqiao_app;

create table rounds.conflict_file (
  street text not null,
  conflict uuid not null,
  file uuid not null,
  primary key (street, conflict, file),
  foreign key (street, conflict) references rounds.conflict on delete cascade
);
create index conflict_file_idx on rounds.conflict_file (street, file);     -- who may open it
grant select, insert, delete on rounds.conflict_file to fengqiao_app;

alter table rounds.conflict enable row level security;
alter table rounds.conflict force row level security;
alter table rounds.conflict_file enable row level security;
alter table rounds.conflict_file force row level security;
-- It may tell of a visit: for whoever did it and for those who work in that place, for no post that sees the whole street.
create policy own_place on rounds.conflict to fengqiao_app
  using (street = (select identity.here()) and rounds.visits_here(unit));
create policy own_street on rounds.conflict_file to fengqiao_app using (street = (select identity.here()));
