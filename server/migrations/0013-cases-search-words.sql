-- Every word that is asked for must be there, wherever: "homeless hollywood" and "路灯 枫桥路" each ask for two things.
drop function cases.search(tsquery, text, text[], timestamptz, uuid, int);

-- Scope first, then the text, in one place. A text operator is not leakproof, so under a row policy its index would not be
-- used; this function runs as the owner and applies the same scope itself.
create function cases.search(p_pairs tsquery, p_words text[], p_state text[], p_before timestamptz, p_before_id uuid, p_limit int)
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
    || ' where t.street = $1 and t.pairs @@ $2'
    || (select string_agg(' and position($6[' || i || '] in t.words) > 0', '' order by i) from generate_subscripts(p_words, 1) i)
    || case when scope.wide then '' else ' and c.seen_by && $3' end
    || case when p_state is null then '' else ' and c.state = any($4)' end
    || case when p_before is null then '' else ' and (t.reported_at, t.case_id) < ($5, $8)' end
    || ' order by t.reported_at desc, t.case_id desc limit $7'
    using scope.street, p_pairs, scope.units, p_state, p_before, p_words, p_limit, p_before_id;
end $$;
revoke all on function cases.search from public;
grant execute on function cases.search to fengqiao_app;
