-- Mail addresses may be shared: a team has one mailbox, and a refusal would say who else takes part.
drop index membership.person_lower_idx;
