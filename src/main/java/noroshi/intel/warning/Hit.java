package noroshi.intel.warning;

import java.util.UUID;

/** Why a value should not be published: a list warns of it, or it is some member's own. */
public sealed interface Hit {
    /** A list that warns of the value. */
    record Listed(UUID list, String name) implements Hit {}

    /** What a member has registered as theirs; whose is not told. */
    record OwnAsset() implements Hit {}
}
