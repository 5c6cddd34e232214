-- Which cases a unit takes part in, newest first. `seen_by` says so on the case itself, and remains what the row policies read;
-- but no index gives an array in the order of time, so a small unit's newest cases were looked for among those of all.
create table cases.seen (
  street text not null,
  unit text not null,
  reported_at timestamptz not null,
  case_id uuid not null,
  primary key (street, unit, reported_at, case_id),
  foreign key (street, case_id) references cases."case"
);
create index seen_case_idx on cases.seen (street, case_id);
insert into cases.seen select distinct c.street, u.unit, c.reported_at, c.id from cases."case" c, unnest(c.seen_by) u (unit);
grant select, insert, delete on cases.seen to fengqiao_app;
alter table cases.seen enable row level security;
alter table cases.seen force row level security;
create policy own_street on cases.seen to fengqiao_app using (
  street = (select s.street from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid));
do $$ begin
  execute format('create policy search_owner on cases.seen for select to %I using (true)', current_user);
end $$;

create function cases.note_seen() returns trigger language plpgsql set search_path = cases, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from cases.seen s where s.street = new.street and s.case_id = new.id and s.unit <> all (new.seen_by);
  end if;
  insert into cases.seen (street, unit, reported_at, case_id)
  select distinct new.street, u.unit, new.reported_at, new.id from unnest(new.seen_by) u (unit) on conflict do nothing;
  return null;
end $$;
create trigger note_seen after insert on cases."case" for each row when (new.seen_by <> '{}') execute function cases.note_seen();
create trigger note_seen_again after update of seen_by on cases."case" for each row
  when (new.seen_by is distinct from old.seen_by) execute function cases.note_seen();

-- Scope first, then the text, in one place. A text operator is not leakproof, so under a row policy its index would not be
-- used; this function runs as the owner and applies the same scope itself. Words that are frequent are soon found among the
-- newest, which are read in their order; only what is not, is looked for by its pairs, and then there are few.
create or replace function cases.search(p_pairs tsquery, p_words text[], p_state text[], p_before timestamptz, p_before_id uuid, p_limit int)
returns table (id uuid, reported_at timestamptz)
language plpgsql stable security definer set search_path = cases, pg_temp set jit = off as $$
declare
  scope identity.session%rowtype;
  own boolean;
  source text;
  earlier text := case when p_before is null then '' else ' and (n.reported_at, n.case_id) < ($5, $8)' end;
  newest text;
  contains text;
  allowed text := '';
  near int;
  found_near int;
  edge record;
begin
  select * into scope from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid;
  if not found then return; end if;
  -- Who stands for one unit has an order of their own; who stands for many is asked case by case.
  own := not scope.wide and cardinality(scope.units) = 1;
  near := case when own then 2000 else 5000 end;
  source := case when own then 'cases.seen n where n.street = $1 and n.unit = $3[1]' else 'cases.search_text n where n.street = $1' end;
  newest := source || earlier || ' order by n.reported_at desc, n.case_id desc';
  contains := 't.pairs @@ $2'
    || (select string_agg(' and position($6[' || i || '] in t.words) > 0', '' order by i) from generate_subscripts(p_words, 1) i);
  if p_state is not null or not (scope.wide or own) then
    allowed := ' cross join lateral (select from cases."case" c where c.street = $1 and c.id = t.case_id'
      || case when scope.wide then '' else ' and c.seen_by && $3' end
      || case when p_state is null then '' else ' and c.state = any($4)' end || ' offset 0) c';
  end if;
  return query execute
    'select t.case_id, t.reported_at from '
    || case when own then '(select n.reported_at, n.case_id from ' || newest || ' limit ' || near || ') n
         cross join lateral (select t.* from cases.search_text t where t.street = $1 and t.case_id = n.case_id and ' || contains || ' offset 0) t'
       else '(select t.* from (select n.* from ' || newest || ' limit ' || near || ') t where ' || contains || ') t' end
    || allowed || ' order by ' || case when own then 'n' else 't' end || '.reported_at desc, ' || case when own then 'n' else 't' end || '.case_id desc limit $7'
    using scope.street, p_pairs, scope.units, p_state, p_before, p_words, p_limit, p_before_id;
  get diagnostics found_near = row_count;
  if found_near = p_limit then return; end if;
  execute 'select n.reported_at, n.case_id from ' || newest || ' offset ' || near - 1 || ' limit 1'
    into edge using scope.street, p_pairs, scope.units, p_state, p_before, p_words, p_limit, p_before_id;
  if edge.case_id is null then return; end if;
  return query execute
    'select t.case_id, t.reported_at from (select t.case_id, t.reported_at from cases.search_text t
      where t.street = $1 and ' || contains || ' and (t.reported_at, t.case_id) < ($5, $8) offset 0) t'
    || case when own then ' cross join lateral (select from cases.seen n where n.street = $1 and n.unit = $3[1]
         and n.reported_at = t.reported_at and n.case_id = t.case_id offset 0) n' else '' end
    || allowed || ' order by t.reported_at desc, t.case_id desc limit $7'
    using scope.street, p_pairs, scope.units, p_state, edge.reported_at, p_words, p_limit - found_near, edge.case_id;
end $$;

-- What was written lately lies in a heap that every search reads through, up to 4 MB by default.
alter index cases.search_text_pairs_idx set (gin_pending_list_limit = 256);

-- The policy's "or" kept any list from using it, while every step of a case wrote to it.
drop index cases.case_seen_idx;
