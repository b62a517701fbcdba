-- When the card of a roll back last said how long it has been waiting.
alter table onboarding add column told_at timestamp with time zone;
