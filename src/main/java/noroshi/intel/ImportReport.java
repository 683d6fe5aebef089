package noroshi.intel;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * What became of an imported file.
 *
 * @param again whether the same file was in the library already, so that nothing was done
 * @param refusals the first of what was refused, with reasons
 * @param remarks the first of what was taken but deserves a look
 * @param types how many objects of each type the bundle holds
 * @param indicators how many values of each type its indicators look for
 */
public record ImportReport(
        UUID bundle,
        boolean again,
        String fileName,
        Tlp tlp,
        int taken,
        int known,
        int refused,
        List<RefusedObject> refusals,
        List<RemarkedObject> remarks,
        Map<String, Integer> types,
        Map<IndicatorType, Integer> indicators) {
    public ImportReport {
        refusals = List.copyOf(refusals);
        remarks = List.copyOf(remarks);
        types = Map.copyOf(types);
        indicators = Map.copyOf(indicators);
    }

    /** Something about an object, or about the file when the identifier is empty. */
    public record RemarkedObject(String stixId, Reason reason) {}

    /** Whether everything in the file was taken. */
    public boolean complete() {
        return refused == 0;
    }
}
