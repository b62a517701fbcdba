-- Since when a running item has been waiting for what its detail says; null while it waits for nothing.
alter table onboarding_item add column waits_since timestamp with time zone;

-- What was asked for, where an approver changed it before the decision; null while it is what was asked.
alter table request add column asked text;

-- Finds what a request started.
create index operation_cause on operation (cause);
