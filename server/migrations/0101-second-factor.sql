-- A second factor may be demanded of posts, passwords grow old and are not used again, and whoever lost both is helped by two.
alter table identity.account
  add column password_since timestamptz default now(),       -- those there are count as made today
  add column password_past text[] not null default '{}',     -- hashes of the last ones, which are not chosen again
  add column password_given_by uuid,                         -- who gave the one-time password that is still to be replaced
  add column totp_removed_by uuid,                           -- who took the authenticator off, until its holder binds another
  -- One administrator alone could otherwise sign in as anybody.
  add constraint account_recovery_eyes check (totp_removed_by <> password_given_by);
alter table identity.account alter column password_since drop default;
