package noroshi;

import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.POWER;
import static noroshi.testing.Cast.PROVIDER;
import static noroshi.testing.Cast.RAILWAY;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.Import;
import noroshi.intel.Imports;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.blocklist.Blocklists;
import noroshi.intel.blocklist.NewBlocklist;
import noroshi.intel.drop.DropBox;
import noroshi.intel.enquiry.Enquiries;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
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
    Blocklists blocklists;

    @Autowired
    DropBox box;

    @Autowired
    Imports imports;

    UUID dropped(Actor by) {
        return box.bring("drop.example".getBytes(), "drop.txt", by);
    }

    /** Pushed to Mika's railway. */
    private UUID blocklist() {
        var odd = new Spelling.Form(IndicatorType.DOMAIN, "b" + UUID.randomUUID() + ".example");
        var id = blocklists.make(new NewBlocklist("遮断してください", "", Tlp.AMBER, List.of(odd)), ED);
        blocklists.push(id, Set.of(RAILWAY), ED);
        return id;
    }

    /** A large file that has not ended; one person may have a few only. */
    private UUID brought(Actor by) {
        return imports.own(by).stream()
                .filter(each -> !each.state().ended())
                .findFirst()
                .map(Import::id)
                .orElseGet(() -> imports.bring(
                        new ByteArrayInputStream(("{\"type\": \"bundle\", \"id\": \"bundle--" + UUID.randomUUID()
                                        + "\", \"objects\": [{}]}")
                                .getBytes()),
                        "import.json",
                        Optional.empty(),
                        true,
                        by));
    }

    void put(Map<String, String> ids) {
        var named = Asked.read("198.51.100.77");
        var found = indicators.find(named, new Window(0, 1), ED).getFirst();
        ids.put("indicator", found.id().toString());
        var list = "{\"name\": \"%s\", \"type\": \"string\", \"list\": [\"w\"]}".formatted(UUID.randomUUID());
        var odd = new Spelling.Form(IndicatorType.DOMAIN, "e" + UUID.randomUUID() + ".example");
        enquiries.ask(List.of(odd), "", true, MIKA);
        var enquiry = enquiries.own(MIKA).stream()
                .filter(each -> each.form().equals(odd))
                .findFirst()
                .orElseThrow()
                .id();
        enquiries.askProviders(enquiry, Set.of(PROVIDER), Optional.empty(), ED);
        ids.put("enquiry", enquiry.toString());
        var blocklist = blocklist();
        ids.put("blocklist", blocklist.toString());
        ids.put("listed", blocklists.entries(blocklist, ED).getFirst().value().toString());
        ids.put("blocker", RAILWAY.toString());
        ids.put("power", POWER.toString());
        ids.put("analyst", PROVIDER.toString());
        ids.put("dropped", dropped(ED).toString());
        ids.put("import", brought(ED).toString());
        ids.put("warning", warnings.load(list.getBytes(), ED).id().toString());
    }
}
