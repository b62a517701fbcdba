-- Who holds the one connection to Discord's gateway, and until when by the database's clock.
create table shedlock (
  name varchar(64) not null primary key,
  lock_until timestamp not null,
  locked_at timestamp not null,
  locked_by varchar(255) not null
);
