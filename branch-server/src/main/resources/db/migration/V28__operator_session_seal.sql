-- The tokens of a session carry its seal. It is taken away where a password was changed: the session goes on, its tokens do not.
alter table operator_session add column seal uuid;
