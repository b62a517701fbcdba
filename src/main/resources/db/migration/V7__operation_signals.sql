-- What people ask of an operation while a step runs, and how often trouble was met at its current step.
alter table operation alter column state set data type varchar(20);
alter table operation add column signal varchar(20) default '' not null;
alter table operation add column tries integer default 0 not null;
alter table operation add column surprises integer default 0 not null;

-- What a step found and left, and who intervened.
alter table journal alter column outcome set data type varchar(20);
alter table journal add column found varchar(500) default '' not null;
alter table journal add column leaves varchar(500) default '' not null;
alter table journal add column account varchar(200) default '' not null;

-- What an operation itself made in the cluster, and so may take away again; a mark is the object's UID.
create table operation_made (
    operation varchar(20) not null,
    thing     varchar(30) not null,
    mark      varchar(80) not null,
    primary key (operation, thing)
);

-- What a roll back waits for; a failure's evidence and advice; when a card last said how long an item has been running.
alter table onboarding add column detail varchar(1000) default '' not null;
alter table onboarding_item add column evidence varchar(500) default '' not null;
alter table onboarding_item add column advice varchar(500) default '' not null;
alter table onboarding_item add column told_at timestamp with time zone;

-- Replies go where the card of their subject is.
create index outbox_subject on outbox (subject, kind);
