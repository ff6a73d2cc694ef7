-- Until when alerts of other programs last unless they are reported again; only of those that are open, and not of those
-- that end soon anyhow.

create table outside_alert (
    id bigint primary key,
    lasts_until bigint not null
);
