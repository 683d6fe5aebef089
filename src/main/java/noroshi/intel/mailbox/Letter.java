package noroshi.intel.mailbox;

import java.util.List;
import java.util.Optional;
import noroshi.intel.drop.LeftOut;
import noroshi.shared.Tlp;

/**
 * A mail, as far as it was read.
 *
 * @param sender whom it says it is from; empty when that cannot be told
 * @param digest of what its writer wrote, whatever way it came
 * @param label the strictest that it is marked with
 * @param files what is in it that can be taken
 * @param leftOut what else is in it
 * @param refused why nothing of it is taken
 */
record Letter(
        String sender,
        String subject,
        byte[] digest,
        Optional<Tlp> label,
        List<File> files,
        List<LeftOut> leftOut,
        Optional<Refused> refused) {
    Letter {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }

    /** Something in it that waits by itself. */
    record File(String name, byte[] content) {}
}
