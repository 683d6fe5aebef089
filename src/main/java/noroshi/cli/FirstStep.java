package noroshi.cli;

import java.net.URI;
import java.util.Optional;

/** Where somebody has to go once before anybody can sign in; told to the operator when the start is done. */
public interface FirstStep {
    /** A one-time address that makes the first administrator; empty when there is one already. */
    Optional<URI> address();
}
