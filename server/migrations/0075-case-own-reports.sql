-- Whoever sees a case by a report of their own is asked for last, and hardly ever: only residents are. As part of the policy
-- that question was set up for every statement with four readings of the session; as a function it is set up when it is asked.
-- It runs as the owner, and applies what the row policies of cases.report do: the session's street, and its own account or that
-- of the one person it acts for.
create function cases.own_cases() returns setof uuid
language sql stable security definer set search_path = cases, pg_temp as $$
  select r.case_id from identity.session s
    join cases.report r on r.street = s.street and r.account = coalesce(s.behalf, s.account)
   where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid and s.kind = 'resident'
$$;
revoke all on function cases.own_cases from public;
grant execute on function cases.own_cases to fengqiao_app;

alter policy case_read on cases."case" using (
  street = (select s.street from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid)
  and ((select s.wide from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid)
    or seen_by && (select s.units from identity.session s where s.id = nullif(current_setting('fengqiao.session', true), '')::uuid)
    or id in (select cases.own_cases())));
