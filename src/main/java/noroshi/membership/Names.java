package noroshi.membership;

import java.util.stream.Stream;
import noroshi.shared.RuleBroken;
import noroshi.shared.Unseen;

/** What people and organisations may be called from now on; a name that stands already is read as it is. */
final class Names {
    private Names() {}

    /** Refuses a name that cannot be seen as it is written, and its other spellings. */
    static void check(String name, String... further) {
        if (Unseen.all(name)) {
            throw new RuleBroken("membership.name.missing");
        }
        if (Stream.concat(Stream.of(name), Stream.of(further)).anyMatch(each -> Unseen.within(each.strip()))) {
            throw new RuleBroken("membership.name.unseen");
        }
    }
}
