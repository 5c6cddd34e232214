-- Which rows of another system became cases before. A jsonb operator is not leakproof, so under a row policy its index
-- would not be used; this function runs as the owner and applies the scope itself. It is planned anew for each call:
-- a plan made while the table was empty would read it whole for every batch of an import.
create function cases.known_sources(p_system text, p_ids text[]) returns table (id uuid, source jsonb)
language plpgsql stable security definer set search_path = cases, pg_temp as $$
declare scope identity.session%rowtype;
begin
  select * into scope from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid;
  if not found or not scope.wide then return; end if;
  return query execute
    'select c.id, c.source from cases."case" c
      where c.street = $1 and c.source is not null and c.source ->> ''system'' = $2 and c.source ->> ''id'' = any($3)'
    using scope.street, p_system, p_ids;
end $$;
revoke all on function cases.known_sources from public;
grant execute on function cases.known_sources to fengqiao_app;

-- Lists of the public read case_all_new_idx as well; an app finds its own by the case, since facts are not leakproof either.
drop index cases.case_public_idx;
drop index cases.report_open311_idx;

-- Plans that were made while tables were small read them whole once they are not, those of foreign keys above all. An
-- import fills tables faster than autovacuum looks at them, so it asks for a look itself.
create function cases.look_at_sizes() returns void
language plpgsql security definer set search_path = cases, pg_temp as $$
begin
  analyze cases."case", cases.report, cases.activity, cases.search_text, cases.import_run;
end $$;
revoke all on function cases.look_at_sizes from public;
grant execute on function cases.look_at_sizes to fengqiao_app;
