package noroshi.intel.web;

import java.util.List;
import noroshi.intel.ImportReport.RemarkedObject;
import noroshi.intel.Indicator;
import noroshi.intel.ObjectSummary;
import noroshi.intel.RefusedObject;

/** Which of a bundle's lists is looked at. */
public sealed interface Listing {
    record Indicators(List<Indicator> rows) implements Listing {}

    record Objects(List<ObjectSummary> rows) implements Listing {}

    record Refusals(List<RefusedObject> rows) implements Listing {}

    record Remarks(List<RemarkedObject> rows) implements Listing {}

    List<?> rows();

    /** Its name in addresses and messages. */
    default String name() {
        return switch (this) {
            case Indicators _ -> "indicators";
            case Objects _ -> "objects";
            case Refusals _ -> "refused";
            case Remarks _ -> "remarks";
        };
    }
}
