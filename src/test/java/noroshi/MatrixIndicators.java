package noroshi;

import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.drop.DropBox;
import noroshi.intel.enquiry.Enquiries;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** What the bulletin of the small circle names. */
@TestComponent
class MatrixIndicators {
    @Autowired
    Indicators indicators;

    @Autowired
    WarningLists warnings;

    @Autowired
    Enquiries enquiries;

    @Autowired
    DropBox box;

    UUID dropped(Actor by) {
        return box.bring("drop.example".getBytes(), "drop.txt", by);
    }

    void put(Map<String, String> ids) {
        var named = Asked.read("198.51.100.77");
        var found = indicators.find(named, new Window(0, 1), ED).getFirst();
        ids.put("indicator", found.id().toString());
        var list = "{\"name\": \"%s\", \"type\": \"string\", \"list\": [\"w\"]}".formatted(UUID.randomUUID());
        var odd = new Spelling.Form(IndicatorType.DOMAIN, "e" + UUID.randomUUID() + ".example");
        enquiries.ask(List.of(odd), "", true, MIKA);
        ids.put(
                "enquiry",
                enquiries.own(MIKA).stream()
                        .filter(each -> each.form().equals(odd))
                        .findFirst()
                        .orElseThrow()
                        .id()
                        .toString());
        ids.put("dropped", dropped(ED).toString());
        ids.put("warning", warnings.load(list.getBytes(), ED).id().toString());
    }
}
