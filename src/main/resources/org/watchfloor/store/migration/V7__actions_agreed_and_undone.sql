-- Who else had to agree to an action, and whether its rollback has begun, which it does once only.
alter table action add column agreed_by varchar(1000);
alter table action add column undone boolean default false not null;

update action set undone = true where id in (select action_id from action_step where part = 'ROLLBACK');
