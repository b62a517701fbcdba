-- Accounts that are one person, at most one on each platform; an account without a row is a person of its own.
create table linked_account (
    account   varchar(200) primary key,
    person    varchar(20) not null,
    platform  varchar(20) not null,
    linked_at timestamp with time zone not null,
    unique (person, platform)
);

-- One row, locked by whoever joins or parts accounts.
create table link_turn (
    id integer primary key
);

-- The newest code of each account, as a digest.
create table link_code (
    account    varchar(200) primary key,
    digest     varchar(64) not null unique,
    used       boolean not null,
    expires_at timestamp with time zone not null
);

-- Wrong codes of each account: as many places as it may have in a while.
create table link_guess (
    account varchar(200) not null,
    place   integer not null,
    at      timestamp with time zone not null,
    primary key (account, place)
);

-- Two accounts that may become one person once both have said yes.
create table link_offer (
    id              varchar(20) primary key,
    giver           varchar(200) not null,
    taker           varchar(200) not null,
    giver_confirmed boolean not null,
    taker_confirmed boolean not null,
    state           varchar(10) not null,
    version         integer not null,
    expires_at      timestamp with time zone not null
);
create index link_offer_expiry on link_offer (expires_at);

-- Whom a voter was known to be when voting: parting accounts gives nobody a second vote.
alter table vote add column accounts varchar(2000) default '' not null;
