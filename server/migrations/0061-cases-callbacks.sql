-- Who is called back 回访 is drawn by the system: of each five closings of a unit one, by a seed that is kept, so that the
-- draw of every unit is alike and can be done over by whoever doubts it.
create table cases.callback_block (
  street text not null references platform.street,
  unit text not null,
  block int not null check (block > 0),
  seed text not null,
  slot smallint not null check (slot between 1 and 5),
  closings smallint not null default 0 check (closings between 0 and 5),
  opened_at timestamptz not null,
  primary key (street, unit, block)
);
grant select, insert, update on cases.callback_block to fengqiao_app;

create table cases.callback_frame (
  street text not null,
  unit text not null,
  block int not null,
  place smallint not null check (place between 1 and 5),
  case_id uuid not null,
  round smallint not null,
  drawn boolean not null,
  at timestamptz not null,
  primary key (street, unit, block, place),
  foreign key (street, unit, block) references cases.callback_block,
  foreign key (street, case_id) references cases."case"
);
create index callback_frame_case_idx on cases.callback_frame (street, case_id);
grant select, insert on cases.callback_frame to fengqiao_app;

-- Each time somebody rang up, and how it ended; what was said stands in the question itself.
create table cases.call_attempt (
  street text not null,
  id uuid not null,
  ask uuid not null,
  outcome text not null check (outcome in ('answered', 'no_answer', 'busy', 'later', 'refused', 'wrong_number')),
  by uuid not null,
  at timestamptz not null,
  next_at timestamptz,                -- when it is tried again, at another time of day
  primary key (street, id),
  foreign key (street, ask) references cases.ask
);
create index call_attempt_ask_idx on cases.call_attempt (street, ask, at);
create index call_attempt_time_idx on cases.call_attempt (street, at);
grant select, insert on cases.call_attempt to fengqiao_app;

do $$
declare t text;
begin
  foreach t in array array['callback_block', 'callback_frame', 'call_attempt']
  loop
    execute format('alter table cases.%I enable row level security', t);
    execute format('alter table cases.%I force row level security', t);
    execute format($p$create policy own_street on cases.%I to fengqiao_app using (
      street = (select s.street from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid))$p$, t);
  end loop;
end $$;
