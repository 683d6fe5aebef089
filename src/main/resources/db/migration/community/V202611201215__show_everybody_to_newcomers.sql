-- That there is a community of all participating organisations is no secret: whoever comes has to find it to join it.
alter policy readable on community.community
    using ((closed_at is null and (kind = 'open' or everyone_taking_part) and (select membership.reader()) is not null)
           or id = any ((select membership.principals())::uuid[])
           or (select membership.at_centre()));
