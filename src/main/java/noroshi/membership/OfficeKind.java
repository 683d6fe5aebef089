package noroshi.membership;

import java.util.Locale;

/** What an office is for; it is addressed instead of the people who hold it. */
public enum OfficeKind {
    /** 窓口: receives what is addressed to the organisation. */
    WINDOW,
    DUTY_DESK,
    EDITORS,
    APPROVERS,
    /** Open sealed records, two at a time. */
    CUSTODIANS,
    LIAISON_OC,
    SECRETARIAT;

    /** As written in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
