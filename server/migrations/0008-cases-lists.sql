-- Work lists and search that stay quick with a million cases, and steps of a case that write less.

-- The words of a case stand beside it: they hardly ever change, while the case itself is written at every step.
create table cases.search_text (
  street text not null,
  case_id uuid not null,
  reported_at timestamptz not null,
  words text not null,                -- title, text, address and number in lower case, without blanks
  pairs tsvector not null,            -- their neighbouring characters
  primary key (street, case_id),
  foreign key (street, case_id) references cases."case"
);
insert into cases.search_text
  select street, id, reported_at, lower(regexp_replace(title || text || address || no, '\s+', '', 'g')), coalesce(bigrams, '') from cases."case";
create index search_text_pairs_idx on cases.search_text using gin (pairs);                -- substring search
create index search_text_new_idx on cases.search_text (street, reported_at, case_id);     -- frequent words: the newest are soon found
grant select, insert, update on cases.search_text to fengqiao_app;
alter table cases.search_text enable row level security;
alter table cases.search_text force row level security;
create policy own_street on cases.search_text to fengqiao_app using (
  street = (select s.street from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid));
do $$ begin
  execute format('create policy search_owner on cases.search_text for select to %I using (true)', current_user);
end $$;

drop index cases.case_text_idx;
alter table cases."case" drop column bigrams;

-- Substring search by character pairs: scope first, then the text, in one place. A text operator is not leakproof, so
-- under a row policy its index would not be used; this function runs as the owner and applies the same scope itself.
create or replace function cases.search(p_pairs tsquery, p_text text, p_state text[], p_before timestamptz, p_limit int)
returns table (id uuid, reported_at timestamptz)
language plpgsql stable security definer set search_path = cases, pg_temp set jit = off as $$
declare
  scope identity.session%rowtype;
  asks_case boolean;
begin
  select * into scope from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid;
  if not found then return; end if;
  asks_case := p_state is not null or not scope.wide;
  return query execute
    'select t.case_id, t.reported_at from cases.search_text t'
    || case when asks_case then ' join cases."case" c on c.street = t.street and c.id = t.case_id' else '' end
    || ' where t.street = $1 and t.pairs @@ $2 and position($6 in t.words) > 0'
    || case when scope.wide then '' else ' and c.seen_by && $3' end
    || case when p_state is null then '' else ' and c.state = any($4)' end
    || case when p_before is null then '' else ' and t.reported_at < $5' end
    || ' order by t.reported_at desc, t.case_id desc limit $7'
    using scope.street, p_pairs, scope.units, p_state, p_before, p_text, p_limit;
end $$;

-- Every list asks for one street, then for one thing more, then for its order.
create index case_community_new_idx on cases."case" (street, community, reported_at, id);
create index case_grid_new_idx on cases."case" (street, grid, reported_at, id);
create index case_lead_new_idx on cases."case" (street, lead, reported_at, id);
create index case_type_new_idx on cases."case" (street, type, reported_at, id);
drop index cases.case_type_idx;
drop index cases.case_community_idx;
drop index cases.case_grid_idx;
drop index cases.case_lead_idx;
create index case_open_due_idx on cases."case" (street, due_at, id)
  where state in ('received', 'verifying', 'registered', 'negotiating', 'dispatched', 'handling', 'handled', 'held');      -- what is open, by deadline
create index case_open_lead_idx on cases."case" (street, lead, due_at, id)
  where state in ('received', 'verifying', 'registered', 'negotiating', 'dispatched', 'handling', 'handled', 'held');      -- a department's or community's own
create index case_open_holder_idx on cases."case" (street, holder, due_at, id)
  where state in ('received', 'verifying', 'registered', 'negotiating', 'dispatched', 'handling', 'handled', 'held');      -- a team's or grid's own
create index clock_open_kind_idx on cases.clock (street, kind, case_id) where stopped_at is null;                            -- what waits for a check, a closing, an arbitration
