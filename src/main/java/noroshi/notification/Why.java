package noroshi.notification;

/** Why somebody is told. */
public enum Why {
    MENTION,
    QUOTED,
    AUTHOR,
    PARTICIPANT,
    FOLLOWING,
    PERSON,
    WINDOW,
    OFFICE,
    ORGANISATION,
    COMMUNITY,
    EVERYONE,
    DUTY,
    LEAD,
    SELF,
    /** A search of their own found it. */
    SEARCH
}
