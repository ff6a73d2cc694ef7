-- What was done about failures, step by step, and what may be done. Actions are numbered as time goes on, so tables and
-- the indexes of times grow at their end.

-- actor, or the failure because of which it began by itself
create table action (
    id bigint primary key,
    runbook varchar(210) not null,
    title varchar(100000) not null,
    check_id varchar(210) not null,
    address varchar(1000) not null,
    group_id varchar(210),
    services varchar(100000) not null,
    tags varchar(100000) not null,
    actor varchar(1000),
    failure_id bigint,
    given varchar(1000000) not null,
    exclusive_key varchar(100000) not null,
    incident_id bigint,
    asked_at bigint not null,
    status varchar(20) not null,
    stage varchar(20) not null,
    stage_part varchar(20),
    stage_index integer,
    stage_since bigint,
    stage_green bigint,
    ended_at bigint,
    said varchar(100000) not null
);

create index action_asked on action (asked_at);
create index action_ended on action (ended_at);
create index action_status on action (status, id);

create table action_step (
    action_id bigint not null,
    part varchar(20) not null,
    step_index integer not null,
    title varchar(100000) not null,
    kind varchar(1000) not null,
    begun_at bigint not null,
    ended_at bigint,
    outcome varchar(20),
    message varchar(100000),
    output varchar(300000),
    primary key (action_id, part, step_index)
);

-- the newest row of a service counts, and the newest one without a service
create table automation (
    id bigint primary key,
    at_time bigint not null,
    service_id varchar(210),
    level varchar(20),
    stopped boolean not null,
    actor varchar(1000),
    why varchar(100000) not null
);
