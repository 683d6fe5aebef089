package noroshi.intel.drop;

import noroshi.intel.IndicatorType;
import noroshi.intel.OwnStix;
import noroshi.intel.Spelling;

/**
 * One value, and where in an observed object it stands.
 *
 * @param path as STIX patterns write it
 */
public record Test(String path, Spelling.Form form) {
    /** At the usual place of its type. */
    static Test of(Spelling.Form form) {
        return new Test(OwnStix.path(form.type()), form);
    }

    static Test other(String path, String value) {
        return new Test(path, new Spelling.Form(IndicatorType.OTHER, value));
    }
}
