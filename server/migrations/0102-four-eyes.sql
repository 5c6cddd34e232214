-- Every post reaches people's data, and every key of another system does, so both take two administrators. What one alone
-- gave before this holds on, marked as such; nobody marks anything so from now on.
alter table identity.post
  add column sole boolean not null default false,
  drop constraint post_check1;
alter table identity.post no force row level security;
update identity.post set sole = true where approved_at is not null and granted_by is not null and approved_by is null;
alter table identity.post force row level security;
alter table identity.post
  add constraint post_four_eyes check (approved_at is null or granted_by is null or approved_by is not null or sole);

alter table identity.api_key
  add column approved_by uuid,
  add column approved_at timestamptz,   -- null: waits for a second administrator and opens nothing
  add column sole boolean not null default false;
alter table identity.api_key no force row level security;
update identity.api_key set approved_at = made_at, sole = true;
alter table identity.api_key force row level security;
alter table identity.api_key
  add constraint api_key_eyes check (approved_by <> made_by),
  add constraint api_key_four_eyes check (approved_at is null or (made_by is not null and approved_by is not null) or sole);

-- The program may not mark anything as given by one alone.
revoke insert, update on identity.post, identity.api_key from fengqiao_app;
grant insert (street, id, account, unit, role, valid_from, valid_to, granted_by, approved_by, approved_at, reason, ended_by, end_reason, end_told_at),
      update (valid_to, approved_by, approved_at, ended_by, end_reason, end_told_at)
   on identity.post to fengqiao_app;
grant insert (street, id, key_hash, name, scopes, made_by, made_at, public_key, unit),
      update (approved_by, approved_at, ended_by, ended_at)
   on identity.api_key to fengqiao_app;

create or replace function identity.key_holder(p_hash text) returns table (street text, id uuid, name text, scopes text[], unit text)
language sql stable security definer set search_path = identity, pg_temp as $$
  select k.street, k.id, k.name, k.scopes, k.unit from identity.api_key k
   where k.key_hash = p_hash and k.ended_at is null and k.approved_at is not null
$$;
