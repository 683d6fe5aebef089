package noroshi.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What a module has sealed with a key outside the database: the doctor tries whether it still opens, a backup counts it. */
public interface Sealed {
    Key key();

    /** A select of some rows or all, and of none only when there is none; asked as the owner. */
    String sample();

    /** Whether what such a row holds or names opens with the key. */
    Trial opens(ResultSet row) throws SQLException;

    /** What comes of trying to open something; only one of these is the key's fault. */
    enum Trial {
        OPEN(""),
        SHUT("do not open with this key"),
        MISSING("are not there"),
        UNREADABLE("cannot be read");

        private final String words;

        Trial(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
