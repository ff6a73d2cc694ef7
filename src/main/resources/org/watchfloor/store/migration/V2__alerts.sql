-- Alerts, who was told of them, and why. The lists of what is open are small, and rows leave them again.

create table alert (
    id bigint primary key,
    rule varchar(210) not null,
    subject_kind varchar(20) not null,
    subject_id varchar(1000) not null,
    labels varchar(100000) not null,
    severity varchar(20) not null,
    since_time bigint not null,
    fired_at bigint,
    ended_at bigint,
    summary varchar(100000) not null,
    description varchar(100000) not null,
    explanation varchar(100000) not null,
    diagnosis varchar(100000) not null,
    runbook varchar(10000) not null,
    acknowledged_by varchar(1000),
    acknowledged_at bigint,
    acknowledged_note varchar(100000),
    acknowledged_until bigint,
    shelved_until bigint,
    held_why varchar(30),
    held_by varchar(100000),
    told varchar(100000) not null
);

create table open_alert (
    id bigint primary key
);

create table verdict (
    id bigint primary key,
    at_time bigint not null,
    alert_id bigint not null,
    rule varchar(210) not null,
    subject_kind varchar(20) not null,
    subject_id varchar(1000) not null,
    kind varchar(30) not null,
    channel varchar(210),
    actor varchar(1000),
    text varchar(1000000) not null
);

-- alerts are numbered as time goes on, so this index grows at its end too
create index verdict_of_alert on verdict (alert_id, id);

create table notice_group (
    route varchar(1000) not null,
    labels varchar(100000) not null,
    episode varchar(200) not null,
    due bigint not null,
    told bigint,
    chain_since bigint,
    steps integer not null,
    primary key (route, labels)
);

create table notice (
    id bigint primary key,
    channel varchar(210) not null,
    kind varchar(20) not null,
    at_time bigint not null,
    episode varchar(200) not null,
    status varchar(20) not null,
    tries integer not null,
    due bigint not null,
    trouble varchar(100000) not null,
    reference varchar(10000),
    body varbinary(4000000) not null
);

create table open_notice (
    id bigint primary key
);

-- what later notices of an episode need to join the first one
create table thread (
    notice_id bigint primary key,
    channel varchar(210) not null,
    episode varchar(200) not null,
    reference varchar(10000) not null
);

create table counter (
    name varchar(30) primary key,
    highest bigint not null
);
insert into counter (name, highest) values ('episode', 0);
