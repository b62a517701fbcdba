-- What the acceptance test of an onboarding found last, one row for each check.
create table scorecard (
    operation varchar(20) not null,
    item      varchar(30) not null,
    state     varchar(20) not null,
    evidence  varchar(500) not null,
    at        timestamp with time zone not null,
    primary key (operation, item)
);
