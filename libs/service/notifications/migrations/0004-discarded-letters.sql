-- A letter that nobody can send is given up for good by an operator, with a reason; who did it stands with the attempts.
alter table ops.delivery_attempt drop constraint delivery_attempt_outcome_check;
alter table ops.delivery_attempt add constraint delivery_attempt_outcome_check
  check (outcome in ('sent', 'temporary', 'permanent', 'resend', 'discard'));
alter table ops.delivery_attempt add column note text check (char_length(note) <= 500);
