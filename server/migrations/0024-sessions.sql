-- A session may be proved again for a grave act, may act for somebody who gave a mandate, and ends when nobody is at it.
alter table identity.session
  add column stepped_until timestamptz,  -- until when its holder counts as proved again
  add column idle_until timestamptz,     -- null: it does not end by standing idle
  add column behalf uuid,                -- the account acted for
  add column behalf_mandate uuid,
  add column behalf_scope text[] not null default '{}',
  add column behalf_until timestamptz,
  add constraint session_behalf_check check (
    (behalf is null) = (behalf_mandate is null) and (behalf is null) = (behalf_until is null)
    and (behalf is null or (kind = 'resident' and behalf <> account)));
create index session_behalf_idx on identity.session (street, behalf_mandate) where behalf_mandate is not null;   -- a revoked mandate ends at once
