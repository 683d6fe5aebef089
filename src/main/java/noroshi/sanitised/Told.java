package noroshi.sanitised;

import noroshi.membership.Trait;

/** Something a copy says about whose matter it was: its sector, its region, what kind of body it is. */
public record Told(Trait trait, String code) {}
