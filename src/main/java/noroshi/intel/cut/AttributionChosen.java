package noroshi.intel.cut;

import java.util.UUID;

/** An organisation has chosen who may learn what it brings. */
public record AttributionChosen(UUID organisation) {}
