package noroshi.intel.lists;

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
            OwnStix.pattern(form).ifPresent(pattern -> objects.add(indicator(line, form, pattern, site)));
        }
        var bundle = new LinkedHashMap<String, Object>();
        bundle.put("type", "bundle");
        bundle.put("id", "bundle--" + OwnStix.name(selection.tag(site)));
        bundle.put("objects", objects);
        return JSON.writeValueAsBytes(bundle);
    }

    private static Map<String, Object> indicator(Line line, Spelling.Form form, String pattern, String site) {
        var id = "indicator--" + OwnStix.name(site + " " + line.type() + " " + line.text());
        var indicator = OwnStix.indicator(site, id, form, pattern, line.tlp(), line.firstAt(), line.lastAt());
        if (line.revoked()) {
            indicator.put("revoked", true);
        } else {
            indicator.put("confidence", line.score());
        }
        return indicator;
    }
}
