package noroshi.community;

import java.util.Locale;
import java.util.UUID;
import noroshi.membership.OfficeKind;
import noroshi.membership.OrganisationName;
import noroshi.membership.PersonName;

/** To whom something can be addressed. */
public sealed interface Addressee {
    /** The id the wall knows it by. */
    UUID principal();

    /** How a form says it. */
    String field();

    /** The whole structure. */
    record Everyone() implements Addressee {
        public static final UUID PRINCIPAL = UUID.fromString("00000000-0000-4000-8000-000000000001");
        static final String FIELD = "everyone";

        @Override
        public UUID principal() {
            return PRINCIPAL;
        }

        @Override
        public String field() {
            return FIELD;
        }
    }

    /**
     * A community.
     *
     * @param meaning whom it means by “community” in TLP:GREEN
     */
    record Circle(UUID principal, Wording name, Wording meaning, int colour) implements Addressee {
        @Override
        public String field() {
            return "community:" + principal;
        }

        /** The name in the reader's language. */
        public String in(Locale locale) {
            return name.in(locale);
        }
    }

    /** An office of an organisation; addressing an organisation means its window. */
    record Office(UUID principal, OfficeKind kind, OrganisationName organisation) implements Addressee {
        @Override
        public String field() {
            return kind == OfficeKind.WINDOW ? "organisation:" + organisation.id() : "office:" + principal;
        }
    }

    /** One person by name. */
    record Named(PersonName person) implements Addressee {
        @Override
        public UUID principal() {
            return person.id();
        }

        @Override
        public String field() {
            return "person:" + person.id();
        }
    }
}
