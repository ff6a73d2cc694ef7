create table failure (
    id bigint primary key,
    at_time bigint not null,
    type varchar(40) not null,
    category varchar(40) not null,
    severity varchar(20) not null,
    check_id varchar(210) not null,
    address varchar(1000) not null,
    group_id varchar(210),
    services varchar(100000) not null,
    tags varchar(100000) not null,
    message varchar(1000000) not null,
    context varchar(1000000) not null,
    detection varchar(20) not null,
    incident_id bigint,
    ended_at bigint,
    ended_by varchar(100000)
);
