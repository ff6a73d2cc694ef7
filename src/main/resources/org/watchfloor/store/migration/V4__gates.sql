-- how breakers came to stand; the newest row of a gate counts
create table gate_move (
    id bigint primary key,
    gate_kind varchar(20) not null,
    gate_name varchar(210) not null,
    at_time bigint not null,
    stand varchar(20) not null,
    until_time bigint,
    reopenings integer not null,
    hand varchar(20) not null,
    actor varchar(1000),
    why varchar(1000000) not null
);
