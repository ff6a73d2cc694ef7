-- Every table that grows is keyed by time, or by a number that grows with time, so that inserts only append.
-- Times are nanoseconds since 1970, hours and days count from 1970, in UTC.

-- one row: proves which batch is in, and when the program was last alive
create table mark (
    id integer primary key,
    batch bigint not null,
    alive_at bigint not null
);
insert into mark (id, batch, alive_at) values (1, 0, 0);

-- small numbers for what is measured: one series per check and metric
create table series (
    id integer primary key,
    check_id varchar(210) not null,
    metric varchar(210) not null,
    unit varchar(40) not null
);

-- the open hours: one row per flush
create table journal (
    hour_no bigint not null,
    id bigint not null,
    block varbinary(16000000) not null,
    primary key (hour_no, id)
);

-- sealed hours; a part more than once only when the clock has run backwards
create table chunk (
    hour_no bigint not null,
    series_id integer not null,
    part bigint not null,
    block varbinary(16000000) not null,
    primary key (hour_no, series_id, part)
);

-- roll-ups of the hours of a day that is not over: 5 minutes and 1 hour
create table rollup_part (
    hour_no bigint not null,
    series_id integer not null,
    part bigint not null,
    five_minutes varbinary(100000) not null,
    one_hour varbinary(100000) not null,
    primary key (hour_no, series_id, part)
);

create table rollup_5m (
    day_no bigint not null,
    series_id integer not null,
    part bigint not null,
    block varbinary(1000000) not null,
    primary key (day_no, series_id, part)
);

create table rollup_1h (
    day_no bigint not null,
    series_id integer not null,
    part bigint not null,
    block varbinary(1000000) not null,
    primary key (day_no, series_id, part)
);

-- previous_id is the check's transition before this one: a chain to walk back, without an index to scatter
create table transition (
    id bigint primary key,
    previous_id bigint not null,
    check_id varchar(210) not null,
    at_time bigint not null,
    from_state varchar(20) not null,
    to_state varchar(20) not null,
    hard_state varchar(20) not null,
    reason varchar(40),
    message varchar(1000000) not null
);

-- the newest transition of each check, as of the given one
create table standing (
    transition_id bigint primary key,
    block varbinary(16000000) not null
);

create table incident (
    id bigint primary key,
    host_id varchar(210) not null,
    started_at bigint not null,
    opened_at bigint not null,
    acknowledged_by varchar(1000),
    acknowledged_at bigint,
    resolved_at bigint,
    involved varchar(1000000) not null,
    summary varchar(1000000) not null
);

create table timeline (
    incident_id bigint not null,
    id bigint not null,
    at_time bigint not null,
    kind varchar(30) not null,
    check_id varchar(210),
    text varchar(1000000) not null,
    actor varchar(1000),
    primary key (incident_id, id)
);

create table gap (
    id bigint primary key,
    from_time bigint not null,
    to_time bigint not null,
    cause varchar(30) not null
);
