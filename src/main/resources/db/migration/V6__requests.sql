-- Which rule of the policy a request goes by, what approvers ask about it, and when they are reminded.
alter table request add column rule varchar(63) default 'default' not null;
alter table request add column require_linked boolean default true not null;

create table request_question (
    id          varchar(20) primary key,
    request     varchar(20) not null references request (id),
    asked_by    varchar(200) not null,
    question    varchar(1000) not null,
    asked_at    timestamp with time zone not null,
    answer      varchar(1000),
    answered_at timestamp with time zone
);
create index request_question_request on request_question (request, asked_at);

-- A row goes when its reminder is sent or its request is decided.
create table request_reminder (
    request varchar(20) not null references request (id),
    due_at  timestamp with time zone not null,
    primary key (request, due_at)
);
create index request_reminder_due on request_reminder (due_at);
create index request_requester on request (requester, created_at);
