package noroshi.intel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import noroshi.intel.ImportReport.RemarkedObject;
import noroshi.shared.Tlp;

/**
 * What is in a bundle, before it is imported.
 *
 * @param marked the strictest label in it; none when nothing is labelled
 * @param unlabelled whether some of it carries no label
 * @param forms the values its indicators look for
 */
public record BundlePreview(
        String stixId,
        int objects,
        Map<String, Integer> types,
        Optional<Tlp> marked,
        boolean unlabelled,
        List<Spelling.Form> forms,
        List<RefusedObject> refused,
        List<RemarkedObject> remarks) {
    public BundlePreview {
        types = Map.copyOf(types);
        forms = List.copyOf(forms);
        refused = List.copyOf(refused);
        remarks = List.copyOf(remarks);
    }

    static BundlePreview of(BundleReading.Taken reading) {
        var types = new TreeMap<String, Integer>();
        reading.objects().forEach(object -> types.merge(object.id().type(), 1, Integer::sum));
        var labels = reading.objects().stream()
                .filter(object -> object.family() != StixFamily.MARKING)
                .map(StixObject::marked)
                .toList();
        var remarks = Stream.concat(
                reading.remarks().stream().map(remark -> new RemarkedObject("", remark)),
                reading.objects().stream()
                        .flatMap(object -> object.remarks().stream()
                                .map(remark -> new RemarkedObject(object.id().text(), remark))));
        return new BundlePreview(
                Plain.line(reading.stixId()),
                reading.objects().size(),
                types,
                labels.stream().flatMap(Optional::stream).reduce(Tlp::strictest),
                labels.stream().anyMatch(Optional::isEmpty),
                reading.objects().stream()
                        .flatMap(object -> object.lookout().stream())
                        .flatMap(lookout -> lookout.values().stream())
                        .map(value -> new Spelling.Form(value.type(), value.value()))
                        .distinct()
                        .toList(),
                reading.refused(),
                remarks.limit(200).toList());
    }
}
