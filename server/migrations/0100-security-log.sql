-- The security log (GB/T 22239-2019 8.1.4.3): who did or tried what to accounts, rights, rules, keys and the machinery, when,
-- from where, and whether it was done. It is sealed in the same tree as the looks; the program adds to it and nothing else.
create table audit.security_event (
  street text not null references platform.street,
  id uuid not null,
  at timestamptz not null,
  act text not null,                  -- of securityActs in the contract
  result text not null check (result in ('done', 'refused')),
  code text,                          -- by which refusal
  account uuid,                       -- who; null: nobody known, or a command
  name text,                          -- of staff and operators only
  role text,
  unit text,
  object text,                        -- what it was done to, by its key
  whom uuid,                          -- to whose account
  detail text check (length(detail) <= 300),
  network text,                       -- the network of the address, never all of it
  machine text,                       -- a keyed mark of the address: the same machine is known again, its address is not told
  nonce uuid not null default gen_random_uuid(),
  xid xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  primary key (street, id),
  check ((result = 'refused') = (code is not null))
);
create index security_event_order_idx on audit.security_event (street, xid, seq);                        -- what is to be sealed and sent on next
create index security_event_refused_idx on audit.security_event (street, id) where result = 'refused';
create index security_event_account_idx on audit.security_event (street, account, id);
create index security_event_whom_idx on audit.security_event (street, whom, id) where whom is not null;
grant select, insert on audit.security_event to fengqiao_app;

-- Where sealing stands in the security log.
alter table audit.seal add column act_xid xid8 not null default '0', add column act_seq bigint not null default 0;

-- How far the log was sent on to a collector outside.
create table audit.syslog (
  street text primary key references platform.street,
  xid xid8 not null default '0',
  seq bigint not null default 0
);
grant select, insert, update on audit.syslog to fengqiao_app;

-- Those who audit read it; administrators, whose acts stand in it, do not (separation of the three powers).
create function audit.reads_security() returns boolean language sql stable as $$
  select s.kind = 'system' or s.role in ('auditor', 'privacy')
    from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
grant execute on function audit.reads_security to fengqiao_app;

do $$
declare t text;
begin
  foreach t in array array['security_event', 'syslog'] loop
    execute format('alter table audit.%I enable row level security', t);
    execute format('alter table audit.%I force row level security', t);
    execute format('create policy own_street on audit.%I to fengqiao_app using (street = (select identity.here()))', t);
  end loop;
end $$;
create policy read_by_auditors on audit.security_event as restrictive for select to fengqiao_app using ((select audit.reads_security()));
create index security_event_review_idx on audit.security_event (street, id) where act = 'audit.reviewSecurity';
