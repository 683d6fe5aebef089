package noroshi.intel;

import java.util.UUID;
import java.util.stream.Stream;
import noroshi.intel.ImportReport.RemarkedObject;
import noroshi.shared.NotFound;
import noroshi.shared.Window;
import org.springframework.stereotype.Component;

/** Says what became of an imported file. */
@Component
class Reports {
    private static final Window FIRST = new Window(0, 200);

    private final BundleStore bundles;

    private final ObjectStore objects;

    private final IndicatorStore indicators;

    Reports(BundleStore bundles, ObjectStore objects, IndicatorStore indicators) {
        this.bundles = bundles;
        this.objects = objects;
        this.indicators = indicators;
    }

    /** The report with the first 200 refusals and remarks; the rest is read page by page. */
    ImportReport of(UUID id, boolean again) {
        var bundle = bundles.visible(id).orElseThrow(NotFound::new);
        var remarks = Stream.concat(
                bundle.remarks().stream().map(remark -> new RemarkedObject("", remark)),
                objects.remarked(id, FIRST).stream());
        return new ImportReport(
                id,
                again,
                bundle.fileName(),
                bundle.tlp(),
                bundle.taken(),
                bundle.known(),
                bundle.refused(),
                bundles.refusals(id, FIRST.offset(), FIRST.size()),
                remarks.toList(),
                bundles.types(id),
                indicators.types(id));
    }
}
