package noroshi.membership;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import noroshi.shared.Role;

/** Roles as the database keeps them. */
public final class Roles {
    private Roles() {}

    /** Reads an array column. */
    public static Set<Role> read(Array column) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) column.getArray()).map(Role::valueOf).forEach(roles::add);
        return roles;
    }

    /** For an array column, in the order of the list of roles. */
    public static String[] write(Collection<Role> roles) {
        return roles.stream().distinct().sorted().map(Role::name).toArray(String[]::new);
    }
}
