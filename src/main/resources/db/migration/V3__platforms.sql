-- Where a platform limits edits, final states go first.
alter table outbox add column urgency smallint default 1 not null;
alter table outbox add column postponed boolean default false not null;
create index outbox_platform on outbox (platform, state, next_at);
create index inbox_received on inbox (state, received_at);
