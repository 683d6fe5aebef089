package noroshi.database;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The script a database administrator runs once to prepare an external PostgreSQL. */
public final class SetupScript {
    private SetupScript() {}

    /** With fresh passwords, and the settings that use them as comments. */
    public static String withNewPasswords() {
        var setup =
                new Setup(Setup.DATABASE, new Login(Setup.APPLICATION, password()), new Login(Setup.OWNER, password()));
        return """
                -- Run as a PostgreSQL superuser: psql -f this-file. Then start Noroshi with
                --   NOROSHI_DB_URL=jdbc:postgresql://HOST:5432/%s
                --   NOROSHI_DB_USER=%s NOROSHI_DB_PASSWORD=%s
                --   NOROSHI_DB_OWNER_USER=%s NOROSHI_DB_OWNER_PASSWORD=%s
                """.formatted(
                                setup.database(),
                                setup.application().user(),
                                setup.application().password(),
                                setup.owner().user(),
                                setup.owner().password())
                + setup.script();
    }

    private static String password() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
