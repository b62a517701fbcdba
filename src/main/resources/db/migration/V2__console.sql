-- The web console's transcript (profile dev); the same statements run on H2 and PostgreSQL.
create sequence console_change;

create table console_message (
    id           character varying(80)    not null primary key,
    conversation character varying(80)    not null,
    author       character varying(80)    not null,
    state        character varying(10)    not null,
    content      text                     not null,
    actions      text                     not null,
    nonce        character varying(200)   unique,
    posted_at    timestamp with time zone not null,
    edited_at    timestamp with time zone,
    created      bigint                   not null,
    changed      bigint                   not null
);

create index console_message_conversation on console_message (conversation, created);
create index console_message_changed on console_message (changed);
