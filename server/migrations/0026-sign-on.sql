-- A session that came by the single sign-on of the street also leaves by it; who holds a post is told before it ends.
alter table identity.session add column sign_on boolean not null default false;
alter table identity.post add column end_told_at timestamptz;   -- the holder was told that it ends within a week
create index post_ends_idx on identity.post (street, valid_to) where end_told_at is null and valid_to < 'infinity';
