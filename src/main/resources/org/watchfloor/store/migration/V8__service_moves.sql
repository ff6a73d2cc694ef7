-- To which instance of a service the console's own calls go: the newest row of a service counts.
create table service_move (
    id bigint primary key,
    at_time bigint not null,
    service_id varchar(210) not null,
    check_id varchar(210) not null,
    action_id bigint not null
);
