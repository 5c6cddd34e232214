-- A correction that is overdue is told once.
alter table registry.correction add column overdue_told_at timestamptz;
