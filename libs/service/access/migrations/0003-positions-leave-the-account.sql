-- Where somebody stands is a fact of the organization, with dates: the account is the person alone.
alter table ops.account
  drop column unit_id,
  drop column position_id,
  drop column roles,
  add column default_position_id text;

grant update (default_position_id) on ops.account to vinhdanh_app;
