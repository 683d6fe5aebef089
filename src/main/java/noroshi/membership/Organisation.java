package noroshi.membership;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A body that takes part: an operator, an association, a ministry, the Centre itself. */
public record Organisation(
        UUID id,
        String code,
        String name,
        String nameEn,
        Part part,
        Status status,
        Optional<LocalDate> joinedOn,
        Optional<LocalDate> leftOn,
        Contact contact) {

    /** The part it plays in the whole. */
    public enum Part {
        MEMBER,
        CENTRE,
        EVENT_OWNER,
        CTI_PROVIDER
    }

    /** Where it stands on the way in and out. */
    public enum Status {
        INVITED,
        APPLIED,
        ACTIVE,
        SUSPENDED,
        WITHDRAWN;

        /** The only ways from one standing to another. */
        public boolean mayBecome(Status next) {
            return switch (this) {
                case INVITED, APPLIED -> next == ACTIVE || next == WITHDRAWN;
                case ACTIVE -> next == SUSPENDED || next == WITHDRAWN;
                case SUSPENDED -> next == ACTIVE || next == WITHDRAWN;
                case WITHDRAWN -> false;
            };
        }
    }

    public String windowPhone() {
        return contact.phone();
    }

    public OrganisationName named() {
        return new OrganisationName(id, code, name, nameEn);
    }

    /** The name in the reader's language. */
    public String in(Locale locale) {
        return named().in(locale);
    }
}
