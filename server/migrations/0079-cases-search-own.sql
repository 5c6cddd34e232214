-- Going through the newest before looking by the pairs cost every rare word as much as it saved the frequent ones, whose number
-- PostgreSQL knows. What it cannot know is how few of them are a small unit's: there all of its own cases are gone through.
create or replace function cases.search(p_pairs tsquery, p_words text[], p_state text[], p_before timestamptz, p_before_id uuid, p_limit int)
returns table (id uuid, reported_at timestamptz)
language plpgsql stable security definer set search_path = cases, pg_temp set jit = off as $$
declare
  few constant int := 2000;
  scope identity.session%rowtype;
  small boolean;
  asks_case boolean;
  contains text := 't.pairs @@ $2'
    || (select string_agg(' and position($6[' || i || '] in t.words) > 0', '' order by i) from generate_subscripts(p_words, 1) i);
  page text;
begin
  select * into scope from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid;
  if not found then return; end if;
  small := not scope.wide and cardinality(scope.units) = 1 and not exists (
    select from cases.seen n where n.street = scope.street and n.unit = scope.units[1] offset few limit 1);
  asks_case := p_state is not null or not (scope.wide or small);
  page := case when p_before is null then '' else ' and (o.reported_at, o.case_id) < ($5, $8)' end
    || case when not (scope.wide or small) then ' and c.seen_by && $3' else '' end
    || case when p_state is null then '' else ' and c.state = any($4)' end
    || ' order by o.reported_at desc, o.case_id desc limit $7';
  return query execute
    'select o.case_id, o.reported_at from '
    || case
         when small then 'cases.seen o cross join lateral (
           select from cases.search_text t where t.street = $1 and t.case_id = o.case_id and ' || contains || ' offset 0) t'
         else 'cases.search_text o' end
    || case when asks_case then ' join cases."case" c on c.street = o.street and c.id = o.case_id' else '' end
    || ' where o.street = $1' || case when small then ' and o.unit = $3[1]' else ' and ' || replace(contains, 't.', 'o.') end
    || page
    using scope.street, p_pairs, scope.units, p_state, p_before, p_words, p_limit, p_before_id;
end $$;
