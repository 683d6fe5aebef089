package noroshi.testing;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Role;

/** The people of every test, and the small world they live in; {@link World} puts them into the test's database. */
public final class Cast {
    public static final UUID CENTRE = id("organisation/centre");
    public static final UUID RAILWAY = id("organisation/railway");
    public static final UUID POWER = id("organisation/power");
    public static final UUID SPORTS = id("organisation/sports");
    public static final UUID STRANGERS = id("organisation/strangers");
    public static final UUID AGENCY = id("organisation/agency");
    public static final UUID MINISTRY = id("organisation/ministry");
    public static final UUID POLICE = id("organisation/police");
    public static final UUID PROVIDER = id("organisation/provider");
    public static final UUID OWNER = id("organisation/owner");
    public static final UUID CEPTOAR = id("organisation/ceptoar");

    /** Centre: duty officer; approves, never her own draft. */
    public static final Actor DANA = actor("dana", CENTRE, Role.WATCH_OFFICER, Role.APPROVER);
    /** Centre: editor. */
    public static final Actor ED = actor("ed", CENTRE, Role.EDITOR);
    /** Centre: administrator. */
    public static final Actor ADA = actor("ada", CENTRE, Role.ADMINISTRATOR);
    /** Centre: Overall Lead. */
    public static final Actor TORU = actor("toru", CENTRE, Role.OVERALL_LEAD, Role.APPROVER);
    /** SOC engineer at the railway; holds its window with Rin. */
    public static final Actor MIKA = actor("mika", RAILWAY, Role.MEMBER_USER, Role.MEMBER_POC);
    /** Mika's colleague: administers the railway and holds its window. */
    public static final Actor RIN = actor("rin", RAILWAY, Role.MEMBER_USER, Role.MEMBER_POC, Role.ORG_ADMIN);
    /** Sits in Mika's community, works elsewhere. */
    public static final Actor NOOR = actor("noor", POWER, Role.MEMBER_USER, Role.MEMBER_POC);
    /** Generalist at a sports association. */
    public static final Actor SORA = actor("sora", SPORTS, Role.MEMBER_USER, Role.MEMBER_POC);
    /** The stranger: takes part, but in nothing of the others. */
    public static final Actor OTTO = actor("otto", STRANGERS, Role.MEMBER_USER, Role.MEMBER_POC, Role.ORG_ADMIN);
    /** A security agency's analyst. */
    public static final Actor JUN = actor("jun", AGENCY, Role.MEMBER_USER, Role.MEMBER_POC, Role.LIAISON_AGENCY);
    /** A ministry's officer. */
    public static final Actor MINA = actor("mina", MINISTRY, Role.MEMBER_USER, Role.MEMBER_POC);
    /** A police officer. */
    public static final Actor PAUL = actor("paul", POLICE, Role.MEMBER_USER, Role.MEMBER_POC);
    /** A provider of threat intelligence. */
    public static final Actor VERA = actor("vera", PROVIDER, Role.MEMBER_USER, Role.MEMBER_POC);
    /** The event owner's liaison. */
    public static final Actor GEN = actor("gen", OWNER, Role.MEMBER_USER, Role.LIAISON_OC);
    /** Secretariat of the CEPTOAR; leads the railway community. */
    public static final Actor KEI = actor("kei", CEPTOAR, Role.MEMBER_USER, Role.MEMBER_POC, Role.COMMUNITY_LEAD);

    /** Invited: Kei leads, Mika and Noor are in; Otto is not. */
    public static final UUID RAIL = id("community/rail");
    /** Open: Mika and Sora are in. */
    public static final UUID LOBBY = id("community/lobby");
    /** All participating organisations: everybody is in. */
    public static final UUID ALL = id("community/all");

    private Cast() {}

    /** The id of the person with this login. */
    public static UUID person(String login) {
        return id("person/" + login);
    }

    /** The id of an organisation's office: {@code window}, or at the Centre also {@code duty_desk}, {@code editors} … */
    public static UUID office(String kind, UUID organisation) {
        return id("office/" + kind + "/" + organisation);
    }

    /** The secret of the session that stands ready for a person. */
    public static String session(UUID person) {
        return "test-session-" + person;
    }

    private static UUID id(String name) {
        var bytes = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new UUID((bytes.getMostSignificantBits() & ~0xF000L) | 0x4000L, bytes.getLeastSignificantBits());
    }

    private static Actor actor(String login, UUID organisation, Role... roles) {
        return new Actor(person(login), organisation, Set.of(roles), "web");
    }
}
