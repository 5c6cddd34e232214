-- People who do not exist among those who do, planted by the privacy officer. What was planted is known to that desk and the
-- auditors alone: every other desk finds a row like all others.
create table registry.decoy (
  street text not null references platform.street,
  id uuid not null,                    -- registry.person, until it is lifted
  community text not null,
  planted_by uuid not null,
  planted_at timestamptz not null,
  lifted_at timestamptz,
  primary key (street, id)
);
create function registry.minds_decoys() returns boolean language sql stable as $$
  select s.kind = 'system' or s.role in ('privacy', 'auditor')
    from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid
$$;
grant execute on function registry.minds_decoys to fengqiao_app;
alter table registry.decoy enable row level security;
alter table registry.decoy force row level security;
create policy own_street on registry.decoy to fengqiao_app using (street = (select identity.here()));
create policy own_decoys on registry.decoy as restrictive to fengqiao_app using ((select registry.minds_decoys()));
grant select, insert, update on registry.decoy to fengqiao_app;
