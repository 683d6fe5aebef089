package noroshi.intel.lists;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import noroshi.intel.OwnStix;
import noroshi.intel.Spelling;
import tools.jackson.databind.json.JsonMapper;

/** The list as a STIX 2.1 bundle. The same value has the same id each time; what was withdrawn lately is revoked. */
final class StixList {
    private static final JsonMapper JSON = JsonMapper.shared();

    private StixList() {}

    static byte[] bundle(Selection selection, String site) {
        var objects = new ArrayList<Object>();
        objects.add(OwnStix.identity(site));
        selection.lines().stream()
                .map(Line::tlp)
                .distinct()
                .sorted()
                .map(OwnStix::marking)
                .forEach(objects::add);
        for (var line : selection.lines()) {
            var form = new Spelling.Form(line.type(), line.text());
            OwnStix.pattern(form).ifPresent(pattern -> objects.add(indicator(line, form, pattern, selection, site)));
        }
        var bundle = new LinkedHashMap<String, Object>();
        bundle.put("type", "bundle");
        bundle.put("id", "bundle--" + OwnStix.name(selection.tag(site)));
        bundle.put("objects", objects);
        return JSON.writeValueAsBytes(bundle);
    }

    /**
     * What stands there is a new version each day, as its confidence fades; the last one takes it back. So no version is
     * earlier than one that was handed out before.
     */
    private static Map<String, Object> indicator(
            Line line, Spelling.Form form, String pattern, Selection selection, String site) {
        var id = "indicator--" + OwnStix.name(name(selection, site) + " " + line.type() + " " + line.text());
        var today = selection.at().truncatedTo(ChronoUnit.DAYS);
        var modified = line.revoked() || line.changedAt().isAfter(today) ? line.changedAt() : today;
        var indicator = OwnStix.indicator(site, id, form, pattern, line.tlp(), line.firstAt(), modified);
        if (line.indicatorTypes().isEmpty()) {
            indicator.remove("indicator_types");
        } else {
            indicator.put("indicator_types", line.indicatorTypes());
        }
        if (line.revoked()) {
            indicator.put("revoked", true);
        } else {
            indicator.put("confidence", line.score());
            line.until().ifPresent(until -> indicator.put("valid_until", OwnStix.text(until)));
        }
        return indicator;
    }

    private static String name(Selection selection, String site) {
        return selection.name().isEmpty() ? site : site + " " + selection.name();
    }
}
