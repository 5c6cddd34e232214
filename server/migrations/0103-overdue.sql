-- What is overdue at the desks of privacy and erasure is told once.
alter table audit.ticket add column overdue_told_at timestamptz;
alter table audit.break_glass add column overdue_told_at timestamptz;
alter table retention.erasure add column overdue_told_at timestamptz;
